import type { Sql } from '../client.ts';
import type { updates } from '../schema/updates/updates.ts';

type Stored = typeof updates.$inferSelect;

/** News as everybody may read it. */
export type PublishedUpdate = Pick<
  Stored,
  'updateId' | 'kind' | 'sku' | 'before' | 'on' | 'note' | 'happenedAt'
> & { title: string; tag: string; url: string | null; publishedAt: string; updatedAt: string };

/** The newest, of one SKU or of all. */
export const listPublished = (
  sql: Sql,
  { sku, limit }: { sku: string | undefined; limit: number },
): Promise<PublishedUpdate[]> => sql<PublishedUpdate[]>`
  ${published(sql)}
    ${sku === undefined ? sql`` : sql`and u.sku = ${sku}`}
  order by published_at desc, seq desc limit ${limit}`;

/** One of them; undefined when there is none, or none any more. */
export const findPublished = async (
  sql: Sql,
  updateId: string,
): Promise<PublishedUpdate | undefined> => {
  const [found] = await sql<PublishedUpdate[]>`${published(sql)} and update_id = ${updateId}`;
  return found;
};

const published = (sql: Sql) => sql`
  select update_id, kind, u.sku, before, "on", note, happened_at, u.title, tag, p.url,
    published_at, u.updated_at
  from updates u left join products p on p.sku = u.sku
  where published_at is not null and withdrawn_at is null`;
