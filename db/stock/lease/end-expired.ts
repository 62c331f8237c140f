import type { Db } from '../../client.ts';
import { tellOrders } from '../../record/news.ts';
import type { Bar, orders } from '../../schema/backorder/orders.ts';
import type { leases } from '../../schema/stock/leases.ts';
import { ms } from '../../sql.ts';
import { giveOutAfter } from '../queue/walks.ts';
import { endLease, type LeaseRef } from './lease.ts';
import { rejoinQueue } from './rejoin.ts';

/** An order whose workflow did not end its lease stands back while others are served. */
const parked: Bar = 'parked';

type Lease = typeof leases.$inferSelect;

type Expired = Pick<Lease, 'orderId' | 'leaseId'> & { needsCustomer: boolean };

/**
 * Ends leases whose end is long past, which their workflow does itself unless it is parked. The
 * units go to the next in line; only if nobody else wants them they come back to the same order.
 * One whose payment needs the customer is barred until that changes. Returns how many ended.
 */
export const endExpiredLeases = async (
  db: Db,
  { overdueMs, limit = 100, budgetMs }: { overdueMs: number; limit?: number; budgetMs: number },
): Promise<number> => {
  const expired = await db.sql<Expired[]>`
    select l.order_id, l.lease_id,
      coalesce(v.body #>> '{payment,state}' in ('failed', 'action_required'), false)
        as needs_customer
    from leases l left join views v on v.order_id = l.order_id
    where l.state = 'leased' and l.ends_at < now() - ${ms(db.sql, overdueMs)}
    order by l.ends_at limit ${limit}`;
  for (const { orderId, leaseId, needsCustomer } of expired) {
    const bar = needsCustomer ? 'payment' : parked;
    await giveOutAfter(db, endAndTell(db, { orderId, leaseId, bar }), { budgetMs });
  }
  await letParkedRejoin(db, { limit, budgetMs });
  return expired.length;
};

const endAndTell = async (db: Db, lease: LeaseRef & { bar: Bar }) => {
  const ended = await endLease(db, lease);
  await tellOrders(db.sql, [lease.orderId]);
  return ended;
};

/** Also those that a crash left behind. */
const letParkedRejoin = async (
  db: Db,
  { limit, budgetMs }: { limit: number; budgetMs: number },
): Promise<void> => {
  const barred = await db.sql<Pick<typeof orders.$inferSelect, 'orderId'>[]>`
    select order_id from orders where barred = ${parked} order by order_id limit ${limit}`;
  for (const { orderId } of barred) {
    await giveOutAfter(db, rejoinQueue(db, orderId), { budgetMs });
  }
};
