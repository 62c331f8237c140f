import { type Shelf, shelfKey } from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import type { lines } from '../../schema/backorder/lines.ts';
import { onShelves, queueOrder } from '../../sql.ts';
import { distinctShelves } from '../ledger/shelves.ts';
import { compare, isAhead, type Position } from './queue.ts';

/** An order that waits at a shelf. `place`: of its last unit there, counted from 1. */
export type Place = Shelf & { orderId: string; place: number };

/**
 * The places of the given orders at every shelf they wait at. They must be a whole stretch of the
 * queue of `own`, in its order: there, units ahead are summed once and counted on from.
 */
export const listPlaces = async (
  sql: Sql,
  own: Shelf,
  orders: readonly Position[],
): Promise<Place[]> => {
  const waiting = await sql<Waiting[]>`
    select order_id, sku, location, sum(waiting) as waiting, priority, placed_at from lines
    where order_id = any(${orders.map(({ orderId }) => orderId)}::text[])
      and waiting > 0 and barred is null
    group by order_id, sku, location, priority, placed_at`;
  const here = waiting.filter((line) => shelfKey(line) === shelfKey(own)).sort(compare);
  const [first] = here;
  let place = first ? await unitsAhead(sql, own, first) : 0;
  const places = here.map(({ sku, location, orderId, waiting }) => {
    place += waiting;
    return { sku, location, orderId, place };
  });
  const elsewhere = waiting.filter((line) => shelfKey(line) !== shelfKey(own));
  return elsewhere.length === 0 ? places : [...places, ...(await placesAt(sql, elsewhere))];
};

type Waiting = Shelf & Position & Pick<typeof lines.$inferSelect, 'waiting'>;

/** Units that wait on the shelf ahead of the position. */
export const unitsAhead = async (sql: Sql, shelf: Shelf, position: Position): Promise<number> => {
  const [row] = await sql<{ units: number }[]>`
    select coalesce(sum(waiting), 0)::bigint as units from lines l
    where sku = ${shelf.sku} and location = ${shelf.location} and waiting > 0
      and barred is null and ${isAhead(sql, position)}`;
  return row?.units ?? 0;
};

/** Walks each of these shelves' queues once. */
const placesAt = (sql: Sql, wanted: readonly (Shelf & Position)[]): Promise<Place[]> => {
  const shelves = distinctShelves(wanted);
  return sql<Place[]>`
    with queue as (
      select sku, location, order_id, sum(waiting) over (
        partition by sku, location order by ${queueOrder(sql, 'lines')}
      )::bigint as place
      from lines
      where waiting > 0 and barred is null and ${onShelves(sql, shelves)}
    )
    select sku, location, order_id, max(place) as place from queue
    where order_id = any(${[...new Set(wanted.map(({ orderId }) => orderId))]}::text[])
    group by sku, location, order_id`;
};
