import {
  type FreeUnits,
  type Shelf,
  shelfKey,
} from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import { tellOrders } from '../../record/news.ts';
import { appendTimeline } from '../../record/timeline.ts';
import type { leases, leaseUnits } from '../../schema/stock/leases.ts';
import { queueEnd } from '../../sql.ts';
import { applyMoves, type Move } from '../ledger/moves.ts';
import { type OrderLedger, readLedger } from '../ledger/order-ledger.ts';
import { lockShelves } from '../ledger/shelves.ts';

/**
 * Frees units that an order needs and that are not free: ends the leases of other orders, the last
 * in the queue first. Their units wait again, and those orders are told; the caller projects them
 * anew. Changes nothing when shelves of such a lease are not locked yet, and names them.
 */
export const endLastLeases = async (
  sql: Sql,
  ledger: OrderLedger,
  { missing, besides }: { missing: readonly FreeUnits[]; besides: readonly Shelf[] },
): Promise<{ freed: Shelf[]; orderIds: string[] } | { alsoLock: Shelf[] }> => {
  if (missing.length === 0) return { freed: [], orderIds: [] };
  const locked = new Set([...ledger.lines, ...besides].map(shelfKey));
  const free = await lockShelves(sql, missing);
  const last = new Map<string, LastLease>();
  for (const shelf of free) {
    const needed = missing.filter((part) => shelfKey(part) === shelfKey(shelf));
    const short = needed.reduce((sum, part) => sum + part.quantity, 0) - shelf.quantity;
    for (const lease of await listLast(sql, ledger.orderId, { ...shelf, quantity: short })) {
      last.set(lease.leaseId, lease);
    }
  }
  const shelves = [...last.values()].flatMap((lease) => lease.shelves);
  const alsoLock = shelves.filter((shelf) => !locked.has(shelfKey(shelf)));
  if (alsoLock.length > 0) return { alsoLock };
  for (const lease of last.values()) await endLease(sql, lease);
  return { freed: shelves, orderIds: [...last.values()].map(({ orderId }) => orderId) };
};

type LastLease = Pick<typeof leases.$inferSelect, 'orderId' | 'leaseId'> &
  Pick<typeof leaseUnits.$inferSelect, 'quantity'> & { shelves: Shelf[] };

/** As many leases from the end of the queue as together hold the units; locked with their order. */
const listLast = async (sql: Sql, except: string, shelf: FreeUnits): Promise<LastLease[]> => {
  if (shelf.quantity <= 0) return [];
  const rows = await sql<LastLease[]>`
    select s.order_id, s.lease_id, u.quantity, (
      select jsonb_agg(jsonb_build_object('sku', m.sku, 'location', m.location))
      from lease_units v join lines m on m.order_id = s.order_id and m.line_id = v.line_id
      where v.lease_id = s.lease_id
    ) as shelves
    from lines l
    join orders o on o.order_id = l.order_id
    join leases s on s.order_id = l.order_id and s.state = 'leased'
    join lease_units u on u.lease_id = s.lease_id and u.line_id = l.line_id
    where l.sku = ${shelf.sku} and l.location = ${shelf.location} and l.leased > 0
      and l.order_id <> ${except}
    order by ${queueEnd(sql, 'l')}, s.revision desc, l.ordinal desc
    limit ${shelf.quantity}
    for no key update of o, s`;
  let held = 0;
  return rows.filter(({ quantity }) => {
    const needed = held < shelf.quantity;
    held += quantity;
    return needed;
  });
};

const endLease = async (sql: Sql, { orderId, leaseId }: LastLease): Promise<void> => {
  const ledger = await readLedger(sql, orderId);
  const lease = ledger?.leases.find((other) => other.leaseId === leaseId);
  if (!ledger || !lease) throw new Error(`Lease ${leaseId} vanished while it was locked`);
  const moves = lease.units.map(
    (part): Move => ({
      ...part,
      state: 'leased',
      leaseId,
      to: 'waiting',
    }),
  );
  await applyMoves(sql, ledger, moves);
  await tellOrders(sql, [orderId]);
  await appendTimeline(sql, [
    {
      orderId,
      key: `ended/${leaseId}`,
      type: 'LeaseEnded',
      summary: 'Given back: a unit had left with another order',
      detail: { leaseId, lines: lease.units },
    },
  ]);
};
