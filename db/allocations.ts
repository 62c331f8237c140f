import type { Units } from '../workflows/domain/ledger.ts';
import { dayMs } from '../workflows/domain/time.ts';
import type { Sql } from './client.ts';
import { tellOrders } from './news.ts';
import { appendTimeline, type TimelineRow } from './timeline.ts';

/** The time in which payment must become ready. Wall time. */
const leaseMs = 3 * dayMs;

export type Allocation = { orderId: string; units: Units[] };

/**
 * Sets units aside, one lease for each order, and tells those orders. The caller has locked the
 * shelves and seen that the units are free and wanted; the books refuse anything else.
 */
export const writeAllocations = async (sql: Sql, given: readonly Allocation[]): Promise<void> => {
  if (given.length === 0) return;
  const leases = await openLeases(sql, given);
  const parts = leases.flatMap((lease) => lease.units.map((part) => ({ ...lease, ...part })));
  await sql`
    with given as materialized (
      select * from unnest(
        ${parts.map((part) => part.orderId)}::text[],
        ${parts.map((part) => part.leaseId)}::text[],
        ${parts.map((part) => part.lineId)}::text[],
        ${parts.map((part) => part.quantity)}::int[]
      ) as g (order_id, lease_id, line_id, quantity)
    ), filled as (
      insert into lease_units (lease_id, line_id, units)
      select lease_id, line_id, quantity from given
    ), counted as (
      update lines l set waiting = l.waiting - g.quantity, leased = l.leased + g.quantity
      from given g where l.order_id = g.order_id and l.line_id = g.line_id
      returning l.sku, l.location, g.quantity
    )
    update stock s set allocated = s.allocated + taken.units
    from (select sku, location, sum(quantity) as units from counted group by 1, 2) taken
    where s.sku = taken.sku and s.location = taken.location`;
  await tellOrders(
    sql,
    leases.map((lease) => lease.orderId),
  );
  await appendTimeline(sql, leases.map(toEntry));
};

type NewLease = Allocation & { leaseId: string };

/** Locks and bumps the orders first: whoever changes lines of an order holds the order. */
const openLeases = async (sql: Sql, given: readonly Allocation[]): Promise<NewLease[]> => {
  const orders = await sql<{ orderId: string; revision: number }[]>`
    update orders set ledger_revision = ledger_revision + 1
    where order_id = any(${given.map(({ orderId }) => orderId)}::text[])
    returning order_id, ledger_revision as revision`;
  const revisions = new Map(orders.map(({ orderId, revision }) => [orderId, revision]));
  const leases = given.map((allocation) => {
    const revision = revisions.get(allocation.orderId) ?? 0;
    return { ...allocation, revision, leaseId: `${allocation.orderId}/${revision}` };
  });
  await sql`
    insert into leases (lease_id, order_id, revision, state, ends_at)
    select lease_id, order_id, revision, 'leased', now() + ${leaseMs} * interval '1 millisecond'
    from unnest(
      ${leases.map((lease) => lease.leaseId)}::text[],
      ${leases.map((lease) => lease.orderId)}::text[],
      ${leases.map((lease) => lease.revision)}::bigint[]
    ) as l (lease_id, order_id, revision)`;
  return leases;
};

const toEntry = ({ orderId, leaseId, units }: NewLease): TimelineRow => ({
  orderId,
  key: `allocated/${leaseId}`,
  type: 'StockAllocated',
  summary: `Set aside: ${units.reduce((sum, part) => sum + part.quantity, 0)}`,
  detail: { leaseId, lines: units },
});
