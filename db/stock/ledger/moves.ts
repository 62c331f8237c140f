import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Shelf } from '../../../workflows/domain/stock/allocation.ts';
import { type Pile, takeFrom } from '../../../workflows/domain/stock/piles.ts';
import type { Sql } from '../../client.ts';
import type { OrderLedger } from './order-ledger.ts';

/** Units of one pile that an act takes elsewhere. */
export type Move = Pile & { to: 'waiting' | 'kept' | 'shipped' | 'cancelled' };

/** Moves up to `quantity` units from the piles in the order given; fewer if there are fewer. */
export const moveFrom = (piles: readonly Pile[], quantity: number, to: Move['to']): Move[] =>
  takeFrom(piles, quantity).map((pile) => ({ ...pile, to }));

/** How many units of each line were moved. */
export const unitsOf = (moves: readonly Move[]): Part[] => {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of moves) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
};

/** The shelves on which the moves left units that others may take. */
export const freedShelves = (ledger: OrderLedger, moves: readonly Move[]): Shelf[] => {
  const freed = moves.filter(
    ({ state, to }) => state !== 'waiting' && (to === 'waiting' || to === 'cancelled'),
  );
  const lineIds = new Set(freed.map((move) => move.lineId));
  return ledger.lines.filter((line) => lineIds.has(line.lineId));
};

/**
 * Writes the moves into the ledger of the order and its shelves, all locked by the caller. Leases
 * without units end. No news: whoever asked for the act gets the snapshot.
 */
export const applyMoves = async (
  sql: Sql,
  { orderId }: OrderLedger,
  moves: readonly Move[],
): Promise<void> => {
  if (moves.length === 0) return;
  await sql`
    update orders set ledger_revision = ledger_revision + 1 where order_id = ${orderId}`;
  await countMoves(sql, orderId, moves);
  await shrinkLeases(sql, orderId, moves);
};

const countMoves = (sql: Sql, orderId: string, moves: readonly Move[]) => sql`
  with moved as materialized (
    select * from unnest(
      ${moves.map((move) => move.lineId)}::text[],
      ${moves.map((move) => move.state)}::text[],
      ${moves.map((move) => move.to)}::text[],
      ${moves.map((move) => move.quantity)}::int[]
    ) as m (line_id, source, target, quantity)
  ), deltas as (
    select line_id,
      coalesce(sum(delta) filter (where state = 'waiting'), 0) as waiting,
      coalesce(sum(delta) filter (where state = 'kept'), 0) as kept,
      coalesce(sum(delta) filter (where state = 'leased'), 0) as leased,
      coalesce(sum(delta) filter (where state = 'firm'), 0) as firm,
      coalesce(sum(delta) filter (where state = 'shipped'), 0) as shipped,
      coalesce(sum(delta) filter (where state = 'cancelled'), 0) as cancelled
    from (
      select line_id, source as state, -quantity as delta from moved
      union all select line_id, target, quantity from moved
    ) sides group by line_id
  ), counted as (
    update lines l set
      waiting = l.waiting + d.waiting, kept = l.kept + d.kept, leased = l.leased + d.leased,
      firm = l.firm + d.firm, shipped = l.shipped + d.shipped, cancelled = l.cancelled + d.cancelled
    from deltas d where l.order_id = ${orderId} and l.line_id = d.line_id
    returning l.sku, l.location, d.kept + d.leased + d.firm as allocated, d.shipped
  )
  update stock s set allocated = s.allocated + c.allocated, shipped = s.shipped + c.shipped
  from (
    select sku, location, sum(allocated) as allocated, sum(shipped) as shipped
    from counted group by sku, location
  ) c where s.sku = c.sku and s.location = c.location`;

const shrinkLeases = async (sql: Sql, orderId: string, moves: readonly Move[]): Promise<void> => {
  const taken = moves.flatMap((move) => ('leaseId' in move ? [move] : []));
  if (taken.length === 0) return;
  await sql`
    with taken as materialized (
      select lease_id, line_id, sum(quantity) as quantity from unnest(
        ${taken.map((move) => move.leaseId)}::text[],
        ${taken.map((move) => move.lineId)}::text[],
        ${taken.map((move) => move.quantity)}::int[]
      ) as t (lease_id, line_id, quantity) group by lease_id, line_id
    ), emptied as (
      delete from lease_units u using taken t
      where u.lease_id = t.lease_id and u.line_id = t.line_id and u.quantity = t.quantity
    )
    update lease_units u set quantity = u.quantity - t.quantity from taken t
    where u.lease_id = t.lease_id and u.line_id = t.line_id and u.quantity > t.quantity`;
  await sql`
    delete from leases l where order_id = ${orderId}
      and not exists (select from lease_units u where u.lease_id = l.lease_id)`;
};
