import type { Shelf } from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import { shelfRows } from '../../sql.ts';
import { compare, isAhead, isBehind, type Position } from './queue.ts';

/** A queue that an order waits in: how many of its units do, and how many are ahead of them. */
export type QueuePlace = Shelf & { waiting: number; ahead: number };

/** What another priority would do to an order's place. */
export type MovePreview = {
  from: number;
  /** In each queue, `aheadAfter`: the units that would be ahead then. */
  places: (QueuePlace & { aheadAfter: number })[];
  /** Orders that it would come before, or that would come before it, first in the queue first. */
  passed: string[];
  /** There are more of them. */
  more: boolean;
};

/** How many orders are looked for; nobody reads more of them. */
const mostPassed = 1_000;

/** Where the order waits. An order that is barred for its payment is in no queue. */
export const listQueuePlaces = async (sql: Sql, orderId: string): Promise<QueuePlace[]> => {
  const own = await findPosition(sql, orderId);
  return own === undefined ? [] : placesFrom(sql, own, own);
};

/** Nothing is written. Undefined when there is no such order. */
export const previewMove = async (
  sql: Sql,
  { orderId, priority }: { orderId: string; priority: number },
): Promise<MovePreview | undefined> => {
  const own = await findPosition(sql, orderId);
  if (own === undefined) return undefined;
  const moved = { ...own, priority };
  const now = await placesFrom(sql, own, own);
  const then = await placesFrom(sql, own, moved);
  const places = now.map((place, index) => ({
    ...place,
    aheadAfter: then[index]?.ahead ?? place.ahead,
  }));
  const [first, last] = compare(moved, own) < 0 ? [moved, own] : [own, moved];
  const passed = await listBetween(sql, now, { first, last });
  const shown = passed.slice(0, mostPassed);
  return { from: own.priority, places, passed: shown, more: passed.length > shown.length };
};

const findPosition = async (sql: Sql, orderId: string): Promise<Position | undefined> => {
  const [own] = await sql<Position[]>`
    select order_id, priority, placed_at from orders where order_id = ${orderId}`;
  return own;
};

/** The queues of `own`, as an order at that position would find them without it. */
const placesFrom = (sql: Sql, own: Position, position: Position): Promise<QueuePlace[]> =>
  sql<QueuePlace[]>`
    select w.sku, w.location, w.waiting, (
      select coalesce(sum(l.waiting), 0)::bigint from lines l
      where l.sku = w.sku and l.location = w.location and l.waiting > 0 and l.barred is null
        and ${isAhead(sql, position)} and l.order_id <> ${own.orderId}
    ) as ahead
    from (
      select sku, location, sum(waiting)::bigint as waiting from lines
      where order_id = ${own.orderId} and waiting > 0 and barred is null
      group by sku, location
    ) as w order by w.sku, w.location`;

/** The other orders between two positions of these queues. */
const listBetween = async (
  sql: Sql,
  shelves: readonly Shelf[],
  { first, last }: { first: Position; last: Position },
): Promise<string[]> => {
  const rows = await sql<Pick<Position, 'orderId'>[]>`
    select passed.order_id
    from ${shelfRows(sql, shelves)} as w (sku, location)
    cross join lateral (
      select l.order_id, l.priority, l.placed_at from lines l
      where l.sku = w.sku and l.location = w.location and waiting > 0 and barred is null
        and ${isBehind(sql, first)} and ${isAhead(sql, last)} and l.order_id <> ${first.orderId}
      order by -l.priority, l.placed_at, l.order_id limit ${mostPassed + 1}
    ) as passed
    group by passed.order_id, passed.priority, passed.placed_at
    order by -passed.priority, passed.placed_at, passed.order_id limit ${mostPassed + 1}`;
  return rows.map(({ orderId }) => orderId);
};
