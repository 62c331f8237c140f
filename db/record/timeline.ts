import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';

/** One entry of an order's record. `type` and `detail` are for programs, `summary` for people. */
export type TimelineRow = {
  orderId: string;
  /** Unique within the order: the same key is written once. */
  key: string;
  /** In order time; without it the order's now. */
  at?: Instant;
  type: string;
  summary: string;
  detail?: Record<string, unknown>;
};

/**
 * Adds entries, in the transaction of `sql` if it is one. Repeating it changes nothing. Entries
 * of unknown orders are left out.
 */
export const appendTimeline = async (sql: Sql, rows: readonly TimelineRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into timeline (order_id, key, at, type, summary, detail)
    select r.order_id, r.key, coalesce(r.at, now() + o.skipped_ms * interval '1 millisecond'),
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
export type RecordedEntry = {
  at: Instant;
  type: string;
  summary: string;
  detail: Record<string, unknown>;
};

/** The record of one order, oldest first; no order has anywhere near the ten thousand it reads. */
export const listTimeline = async ({ sql }: Db, orderId: string): Promise<RecordedEntry[]> =>
  sql<RecordedEntry[]>`
    select at, type, summary, detail from timeline
    where order_id = ${orderId} order by at, id limit 10000`;
