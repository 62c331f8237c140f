import type { LawState, PolicyName } from '../../workflows/domain/backorder/law.ts';
import { type AheadKind, aheadOf } from '../../workflows/domain/law/ahead.ts';
import { addMs, type CivilDate, dayMs, type Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';

/** How many orders are read at most, and how many of them are listed. */
const most = 20_000;
const listed = 100;

/** One order whose deadline comes. `deadlineOn`: the day at ship-to. */
export type OrderAhead = {
  orderId: string;
  policy: PolicyName;
  deadlineOn: CivilDate;
  deadlineAt: Instant;
  happens: AheadKind;
  /** When that happens. */
  at: Instant;
};

export type AheadCount = Pick<OrderAhead, 'deadlineOn' | 'policy' | 'happens'> & { count: number };

export type AheadReport = {
  counts: AheadCount[];
  orders: OrderAhead[];
  /** More orders than are read: the counts are of those whose deadline comes first. */
  more: boolean;
};

/**
 * The orders whose deadline comes within so many days, the nearest first, and what will happen of
 * itself. As each workflow last showed it; an order that was fast-forwarded is seen in its own time.
 */
export const listAhead = async (
  sql: Sql,
  { days, now, page = 1_000 }: { days: number; now: Instant; page?: number },
): Promise<AheadReport> => {
  const until = addMs(now, days * dayMs);
  const orders: OrderAhead[] = [];
  let after: Cursor = { deadlineAt: now, orderId: '' };
  for (let read = 0; read < most; read += page) {
    const rows = await readPage(sql, { after, until, page });
    orders.push(...rows.flatMap(toAhead));
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return report(orders, false);
    after = last;
  }
  return report(orders, true);
};

type Cursor = Pick<OrderAhead, 'deadlineAt' | 'orderId'>;
type Row = Cursor & { law: LawState | null };

/** The index has the deadline as text, which sorts as instants do. */
const readPage = (
  sql: Sql,
  { after, until, page }: { after: Cursor; until: Instant; page: number },
): Promise<Row[]> => {
  const deadline = sql`(body -> 'law' ->> 'deadlineAt') collate "C"`;
  return sql<Row[]>`
    select order_id, ${deadline} as deadline_at, state -> 'law' as law from views
    where ended_at is null and (${deadline}, order_id) > (${after.deadlineAt}, ${after.orderId})
      and ${deadline} <= ${until}
    order by ${deadline}, order_id limit ${page}`;
};

/** One whose deadline is being worked out anew, or has passed, is none of them. */
const toAhead = ({ orderId, law }: Row): OrderAhead[] => {
  const next = law && aheadOf({ law });
  if (!next || law.clock.deadlineOn === null || law.clock.deadlineAt === null) return [];
  const { policy, deadlineOn, deadlineAt } = law.clock;
  return [{ orderId, policy, deadlineOn, deadlineAt, ...next }];
};

const report = (orders: OrderAhead[], more: boolean): AheadReport => {
  const counts = new Map<string, AheadCount>();
  for (const { deadlineOn, policy, happens } of orders) {
    const key = `${deadlineOn} ${policy} ${happens}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { deadlineOn, policy, happens, count });
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return { counts: sorted, orders: orders.slice(0, listed), more };
};
