import type { Lease } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Shelf } from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import type { lines } from '../../schema/backorder/lines.ts';
import { lockShelves } from './shelves.ts';

/** Everything the ledger holds of one order, locked until the transaction ends. */
export type OrderLedger = { orderId: string; lines: LedgerLine[]; leases: LedgerLease[] };

export type LedgerLine = Pick<
  typeof lines.$inferSelect,
  'sku' | 'location' | 'lineId' | 'waiting' | 'kept' | 'shipped' | 'cancelled'
>;

/** Leases are listed oldest first. */
export type LedgerLease = Omit<Lease, 'endsAt'>;

/**
 * Opens the ledger of an order: locks every shelf of its lines, the given ones besides, and then the
 * order. Undefined when there is no such order.
 */
export const openLedger = async (
  sql: Sql,
  orderId: string,
  { besides = [] }: { besides?: readonly Shelf[] } = {},
): Promise<OrderLedger | undefined> => {
  await lockShelves(sql, [...(await listShelves(sql, orderId)), ...besides]);
  return readLedger(sql, orderId);
};

/** Locks the order alone. The caller holds the shelves of every line that it will change. */
export const readLedger = async (sql: Sql, orderId: string): Promise<OrderLedger | undefined> => {
  const orders = await sql`select from orders where order_id = ${orderId} for no key update`;
  if (orders.length === 0) return undefined;
  const lines = await sql<LedgerLine[]>`
    select line_id, sku, location, waiting, kept, shipped, cancelled from lines
    where order_id = ${orderId} order by ordinal`;
  const leases = await sql<LedgerLease[]>`
    select lease_id, state, jsonb_agg(
      jsonb_build_object('lineId', line_id, 'quantity', quantity) order by line_id) as units
    from leases join lease_units using (lease_id)
    where order_id = ${orderId} group by lease_id order by revision`;
  return { orderId, lines: [...lines], leases: [...leases] };
};

/** The shelves of an order's lines. A line never moves to another shelf. */
const listShelves = (sql: Sql, orderId: string): Promise<Shelf[]> => sql<Shelf[]>`
  select distinct sku, location from lines where order_id = ${orderId}`;
