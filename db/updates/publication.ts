import type { CivilDate } from '../../workflows/domain/time.ts';
import type { UpdateKind, WithdrawnBecause } from '../../workflows/domain/updates/update.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { updates } from '../schema/updates/updates.ts';
import { ms } from '../sql.ts';

type Stored = typeof updates.$inferSelect;

/** News that is not public yet, with what the catalogue says of its SKU now. */
export type DueUpdate = Pick<
  Stored,
  'updateId' | 'seq' | 'kind' | 'sku' | 'before' | 'happenedAt' | 'note'
> &
  Pick<Stored, 'supplyId' | 'sinceRevision' | 'revision'> & {
    ageMs: number;
    productTitle: string;
    productUrl: string | null;
    handlingDays: number;
  };

/** One that is old enough and due to be looked at, locked; what others have locked is theirs. */
export const lockDueUpdate = async (
  sql: Sql,
  { delayMs }: { delayMs: number },
): Promise<DueUpdate | undefined> => {
  const [due] = await sql<DueUpdate[]>`
    select update_id, seq, kind, u.sku, before, happened_at, note, supply_id, since_revision,
      revision, coalesce(p.title, u.sku) as product_title, p.url as product_url,
      coalesce(p.handling_days, 0) as handling_days,
      floor(extract(epoch from now() - created_at) * 1000)::bigint as age_ms
    from updates u left join products p on p.sku = u.sku
    where published_at is null and withdrawn_at is null and check_at <= ${clock(sql)}
      and created_at <= ${clock(sql)} - ${ms(sql, delayMs)}
    order by check_at limit 1 for update of u skip locked`;
  return due;
};

/** What is still to come of a supply, for news of it. */
export const findMovedSupply = async (
  sql: Sql,
  supplyId: string,
): Promise<{ revision: number; expectedOn: CivilDate | null; remaining: number } | undefined> => {
  const [supply] = await sql<
    { revision: number; expectedOn: CivilDate | null; remaining: number }[]
  >`select revision, expected_on, remaining from supplies where supply_id = ${supplyId}`;
  return supply;
};

export type Said = Pick<Stored, 'before' | 'on'> & { title: string; tag: string };

/** Public from now on, under a name of its own that stays. */
export const publishUpdate = async (sql: Sql, updateId: string, said: Said): Promise<void> => {
  const { before, on, title, tag } = said;
  await sql`
    update updates set
      published_at = now(), updated_at = now(), check_at = now(), before = ${before}::date,
      "on" = ${on}::date, title = ${title}, tag = ${tag}
    where update_id = ${updateId}`;
};

/** Never public any more. */
export const dropUpdate = async (
  sql: Sql,
  { updateId, kind }: { updateId: string; kind: UpdateKind },
  because: WithdrawnBecause,
): Promise<void> => {
  await sql`
    update updates set withdrawn_at = now(), withdrawn_because = ${because},
      ended_at = case when ${kind === 'backorder'} then now() end
    where update_id = ${updateId}`;
};

export const lookAgain = async (sql: Sql, updateId: string, inMs: number): Promise<void> => {
  await sql`
    update updates set check_at = now() + ${ms(sql, inMs)} where update_id = ${updateId}`;
};
