import type { Candidate, Shelf, WaitingLine } from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import { queueOrder } from '../../sql.ts';
import { accumulates } from './accumulation.ts';

/** A place in the queue. The queue runs by priority, higher first, then placed time, then id. */
export type Position = Pick<typeof orders.$inferSelect, 'priority' | 'placedAt' | 'orderId'>;

export type Queued = Candidate & Position;

/** Negative when `a` is ahead of `b`. The same order as the index of the queue. */
export const compare = (a: Position, b: Position): number =>
  b.priority - a.priority || order(a.placedAt, b.placedAt) || order(a.orderId, b.orderId);

/** Part of a shelf's queue: after one position, before another, only one order, where given. */
export type Stretch = Shelf & {
  after: Position | null;
  before: Position | null;
  only: string | null;
};

/**
 * The next orders in a stretch, first in the queue first, each with every shelf it waits at.
 * Nothing is locked, so what it says may be outdated at once.
 */
export const listNext = (
  sql: Sql,
  stretch: Stretch,
  { limit }: { limit: number },
): Promise<(Position & { shelves: Shelf[] })[]> => sql`
  with next as materialized (
    select distinct -priority as rank, placed_at, order_id from lines l
    where ${isIn(sql, stretch)} order by rank, placed_at, order_id limit ${limit}
  )
  select -rank as priority, placed_at, order_id, (
    select jsonb_agg(jsonb_build_object('sku', l.sku, 'location', l.location)) from lines l
    where l.order_id = next.order_id and waiting + kept > 0 and barred is null
  ) as shelves
  from next order by rank, placed_at, order_id`;

/** The first order in a stretch that is none of the given ones. */
export const findFirst = async (
  sql: Sql,
  stretch: Stretch,
  { except }: { except: readonly string[] },
): Promise<Position | undefined> => {
  const [first] = await sql<Position[]>`
    select priority, placed_at, order_id from lines l
    where ${isIn(sql, stretch)} and order_id <> all(${except}::text[])
    order by ${queueOrder(sql, 'l')} limit 1`;
  return first;
};

/**
 * Those of the given orders that still wait, with all their waiting and kept lines, in queue order.
 * An order that keeps units goes on accumulating, unless an operator says otherwise.
 */
export const listWaiting = async (sql: Sql, orderIds: readonly string[]): Promise<Queued[]> => {
  const rows = await sql<(Position & Rule & WaitingLine)[]>`
    select l.order_id, o.fulfilment, ${accumulates(sql)} as accumulates, l.priority, l.placed_at,
           l.line_id, l.sku, l.location, l.waiting as quantity, l.kept
    from lines l join orders o using (order_id)
    where l.order_id = any(${orderIds}::text[]) and l.waiting + l.kept > 0
      and l.barred is null
    order by ${queueOrder(sql, 'l')}, l.ordinal`;
  const queued: (Queued & { lines: WaitingLine[] })[] = [];
  for (const { lineId, sku, location, quantity, kept, ...order } of rows) {
    const last = queued.at(-1);
    const line = { lineId, sku, location, quantity, kept: kept ?? 0 };
    if (last?.orderId === order.orderId) last.lines.push(line);
    else queued.push({ ...order, lines: [line] });
  }
  return queued;
};

type Rule = Pick<typeof orders.$inferSelect, 'fulfilment'> & { accumulates: boolean };

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a line `l` waits ahead of the position. */
export const isAhead = (sql: Sql, position: Position) =>
  sql`(${queueOrder(sql, 'l')}) < ${place(sql, position)}`;

/** Whether a line `l` waits behind the position. */
export const isBehind = (sql: Sql, position: Position) =>
  sql`(${queueOrder(sql, 'l')}) > ${place(sql, position)}`;

const isIn = (sql: Sql, { sku, location, after, before, only }: Stretch) => sql`
  sku = ${sku} and location = ${location} and waiting > 0 and barred is null
  ${after ? sql`and ${isBehind(sql, after)}` : sql``}
  ${before ? sql`and ${isAhead(sql, before)}` : sql``}
  ${only ? sql`and order_id = ${only}` : sql``}`;

const place = (sql: Sql, { priority, placedAt, orderId }: Position) =>
  sql`(${-priority}::int, ${placedAt}::timestamptz, ${orderId}::text)`;
