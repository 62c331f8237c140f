import type { Attention } from '../../../workflows/domain/backorder/attention.ts';
import type { LawState } from '../../../workflows/domain/backorder/law.ts';
import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';
import type { LawView } from '../../../workflows/domain/law/view.ts';
import { addMs, hourMs, type Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import type { Fragment } from '../../sql.ts';

/** How far ahead of now a day of the law, or the end of a hold, is shown. */
export const aheadMs = 72 * hourMs;

/**
 * What comes at its time. `deadlines`: days of the law; `notices`: those without an answer; `holds`:
 * authorisations that end; `refunds`: money that is owed back.
 */
export const timedKinds = ['deadlines', 'notices', 'holds', 'refunds'] as const;

export type TimedKind = (typeof timedKinds)[number];

type Place = Pick<typeof orders.$inferSelect, 'orderId' | 'country' | 'region' | 'postalCode'>;

export type TimedRow = Place & {
  /** An instant; of `notices` the last day to answer, in 9999 where silence does nothing. */
  at: string;
  /** How far the order's own time, which `at` is of, is ahead of the wall. */
  skippedMs: number;
  phase: Phase;
  law: LawView;
  /** Null of a workflow that does not keep it. */
  lawState: LawState | null;
  attention: Attention[];
};

export type TimedPosition = Pick<TimedRow, 'at' | 'orderId'>;

/**
 * The next of them, the nearest first, as each workflow last showed it; an order that was
 * fast-forwarded is seen in its own time.
 */
export const listTimed = (
  sql: Sql,
  kind: TimedKind,
  { now, after, limit }: { now: Instant; after: TimedPosition | null; limit: number },
): Promise<TimedRow[]> => {
  const { key, holds } = ways[kind](sql, now);
  return sql<TimedRow[]>`
    select v.order_id, ${key} as at, o.country, o.region, o.postal_code, o.skipped_ms, v.phase,
      v.body -> 'law' as law, v.state -> 'law' as law_state, v.body -> 'attention' as attention
    from views v join orders o on o.order_id = v.order_id
    where ${holds}
    ${after ? sql`and (${key}, v.order_id) > (${after.at}, ${after.orderId})` : sql``}
    order by ${key}, v.order_id limit ${limit}`;
};

/** How many there are, counted up to `most`. */
export const countTimed = async (
  sql: Sql,
  kind: TimedKind,
  { now, most }: { now: Instant; most: number },
): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from (
      select from views v where ${ways[kind](sql, now).holds} limit ${most}
    ) found`;
  return row?.count ?? 0;
};

type Way = { key: Fragment; holds: Fragment };

/** As the indexes of db/schema/backorder/views.ts have them. Text of instants sorts as they do. */
const ways: Record<TimedKind, (sql: Sql, now: Instant) => Way> = {
  deadlines: (sql, now) => {
    const key: Fragment = sql`(v.body -> 'law' ->> 'deadlineAt') collate "C"`;
    const until = addMs(now, aheadMs);
    return { key, holds: sql`v.ended_at is null and ${key} > ${now} and ${key} <= ${until}` };
  },
  notices: (sql) => ({
    key: sql`(coalesce(v.body #>> '{law,notice,answerOn}', '9999-12-31')) collate "C"`,
    holds: sql`v.ended_at is null and (v.body #>> '{law,mayAnswer}') = 'true'`,
  }),
  holds: (sql, now) => {
    const key: Fragment = sql`(v.body #>> '{payment,holdUntil}') collate "C"`;
    const isOne: Fragment = sql`v.ended_at is null and (v.body #>> '{payment,holdUntil}') is not null`;
    return { key, holds: sql`${isOne} and ${key} <= ${addMs(now, aheadMs)}` };
  },
  refunds: (sql) => {
    const day: Fragment = sql`coalesce(
      jsonb_path_query_first(v.state, '$.intents[*].refundBy ? (@ != null)') #>> '{}',
      jsonb_path_query_first(v.state, '$.intents[*].wanted[*].dueAt') #>> '{}')`;
    return { key: sql`(${day}) collate "C"`, holds: sql`(${day}) is not null` };
  },
};
