import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { timeline } from '../schema/record/timeline.ts';
import { orderNow } from '../sql.ts';

/** One entry of an order's record. The same key of an order is written once. */
export type TimelineRow = Pick<Entry, 'orderId' | 'key' | 'type' | 'summary'> & {
  /** In order time; without it the order's now. */
  at?: Instant;
  detail?: Entry['detail'];
};

/** `type` and `detail` are for programs, `summary` for people. */
type Entry = typeof timeline.$inferSelect;

/**
 * Adds entries, in the transaction of `sql` if it is one. Repeating it changes nothing. Entries
 * of unknown orders are left out.
 */
export const appendTimeline = async (sql: Sql, rows: readonly TimelineRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into timeline (order_id, key, at, type, summary, detail)
    select r.order_id, r.key, coalesce(r.at, ${orderNow(sql)}),
           r.type, r.summary, r.detail::jsonb
    from unnest(
      ${rows.map((row) => row.orderId)}::text[],
      ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.at ?? null)}::timestamptz[],
      ${rows.map((row) => row.type)}::text[],
      ${rows.map((row) => row.summary)}::text[],
      ${rows.map((row) => JSON.stringify(row.detail ?? {}))}::text[]
    ) with ordinality as r (order_id, key, at, type, summary, detail, n)
    join orders o on o.order_id = r.order_id
    order by r.n
    on conflict do nothing`;
};

/** One entry of an order's record, as it is read. `at` is order time. */
export type RecordedEntry = Pick<Entry, 'at' | 'type' | 'summary' | 'detail'>;

/** The record of one order, oldest first; no order has anywhere near the ten thousand it reads. */
export const listTimeline = async (sql: Sql, orderId: string): Promise<RecordedEntry[]> =>
  sql<RecordedEntry[]>`
    select at, type, summary, detail from timeline
    where order_id = ${orderId} order by at, id limit 10000`;
