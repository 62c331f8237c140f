import type { Sql } from '../client.ts';
import type { Network, PostState } from '../schema/updates/posts.ts';
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

/** One piece of news as operators see it: also before it is public, and what became of it. */
export type KnownUpdate = Pick<
  Stored,
  'updateId' | 'kind' | 'sku' | 'note' | 'createdAt' | 'publishedAt' | 'withdrawnAt'
> & {
  withdrawnBecause: Stored['withdrawnBecause'];
  posts: { network: Network; state: PostState; url: string | null; reason: string | null }[];
};

/** The newest of what was to be told, of one SKU or of all. */
export const listKnownUpdates = (
  sql: Sql,
  { sku, limit }: { sku: string | undefined; limit: number },
): Promise<KnownUpdate[]> => sql<KnownUpdate[]>`
  select update_id, kind, sku, note, created_at, published_at, withdrawn_at, withdrawn_because,
    coalesce((
      select jsonb_agg(jsonb_build_object('network', network, 'state', state, 'url', url,
        'reason', reason) order by network)
      from update_posts p where p.update_id = u.update_id
    ), '[]') as posts
  from updates u ${sku === undefined ? sql`` : sql`where sku = ${sku}`}
  order by seq desc limit ${limit}`;

/**
 * Takes news back: it is not published, or shown no longer. What was posted stands. False when
 * there never was such news. Safe to repeat.
 */
export const retractUpdate = async (sql: Sql, updateId: string): Promise<boolean> => {
  const found = await sql`
    update updates set
      withdrawn_at = coalesce(withdrawn_at, now()),
      withdrawn_because = coalesce(withdrawn_because, 'retracted')
    where update_id = ${updateId}`;
  return found.count > 0;
};

/**
 * Forgets news that is so old, with its posts; not that an SKU is on backorder while it still is.
 * Answers how many it forgot.
 */
export const deleteOldUpdates = async (
  sql: Sql,
  { olderThanDays }: { olderThanDays: number },
): Promise<number> => {
  const deleted = await sql`
    delete from updates
    where created_at < now() - ${olderThanDays} * interval '1 day'
      and (kind <> 'backorder' or ended_at is not null)`;
  return deleted.count;
};
