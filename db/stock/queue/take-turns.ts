import { type FreeUnits, shelfKey } from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import type { walks } from '../../schema/stock/walks.ts';
import { onShelves } from '../../sql.ts';
import { compare, findFirst, type Position, type Queued } from './queue.ts';

/** Another walk, and the position ahead of which it must first deal with everyone. */
export type Blocked = { by: number; before: Position };

/**
 * Keeps the order of every queue while several walks are on their way: nobody takes free units
 * of a shelf ahead of someone whom another walk over that shelf has yet to reach. Returns those
 * who may be served now, and what the first of the others waits for. The shelves are locked.
 */
export const cutAtOtherWalks = async (
  sql: Sql,
  walkId: number,
  { queued, free }: { queued: readonly Queued[]; free: readonly FreeUnits[] },
): Promise<{ ready: readonly Queued[]; blocked?: Blocked }> => {
  const unreached = await listUnreached(sql, walkId, { queued, free });
  for (const [index, order] of queued.entries()) {
    const shelves = new Set(order.lines.map(shelfKey));
    const other = unreached.find(
      ({ shelf, first }) => shelves.has(shelf) && compare(first, order) < 0,
    );
    if (!other) continue;
    const { priority, placedAt, orderId } = order;
    const blocked = { by: other.walkId, before: { priority, placedAt, orderId } };
    return { ready: queued.slice(0, index), blocked };
  }
  return { ready: queued };
};

type Unreached = { walkId: number; shelf: string; first: Position };

/** For each other walk over a shelf with free units: the first order that it has yet to reach. */
const listUnreached = async (
  sql: Sql,
  walkId: number,
  { queued, free }: { queued: readonly Queued[]; free: readonly FreeUnits[] },
): Promise<Unreached[]> => {
  const shelves = free.filter(({ quantity }) => quantity > 0);
  const others = await sql<OtherWalk[]>`
    select walk_id, sku, location, only_order_id as only, cursor_priority as priority,
           cursor_placed_at as placed_at, cursor_order_id as order_id
    from walks
    where done_at is null and walk_id <> ${walkId} and ${onShelves(sql, shelves)}`;
  const except = queued.map(({ orderId }) => orderId);
  const unreached: Unreached[] = [];
  for (const { walkId, sku, location, only, ...cursor } of others) {
    const after = isPosition(cursor) ? cursor : null;
    const stretch = { sku, location, only, after, before: null };
    const first = await findFirst(sql, stretch, { except });
    if (first) unreached.push({ walkId, shelf: shelfKey({ sku, location }), first });
  }
  return unreached;
};

type OtherWalk = Pick<Stored, 'walkId' | 'sku' | 'location'> & { only: Stored['onlyOrderId'] } & (
    | Position
    | { [K in keyof Position]: null }
  );

type Stored = typeof walks.$inferSelect;

const isPosition = (cursor: Position | { [K in keyof Position]: null }): cursor is Position =>
  cursor.orderId !== null;
