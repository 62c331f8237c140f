import type { Units } from '../workflows/domain/ledger.ts';
import { dayMs } from '../workflows/domain/time.ts';
import type { Sql } from './client.ts';

/** The time in which payment must become ready. Wall time. */
const leaseMs = 3 * dayMs;

export type Allocation = { orderId: string; units: Units[] };

/**
 * Sets units aside, one lease for each order, and tells those orders. The caller has locked the
 * shelves and seen that the units are free and wanted; the books refuse anything else.
 */
export const writeAllocations = async (sql: Sql, given: readonly Allocation[]): Promise<void> => {
  if (given.length === 0) return;
  const rows = given.flatMap(({ orderId, units }) => units.map((part) => ({ orderId, ...part })));
  await sql`
    with given as materialized (
      select * from unnest(
        ${rows.map((row) => row.orderId)}::text[],
        ${rows.map((row) => row.lineId)}::text[],
        ${rows.map((row) => row.quantity)}::int[]
      ) as g (order_id, line_id, quantity)
    ), changed as (
      update orders set ledger_revision = ledger_revision + 1
      where order_id = any(${given.map(({ orderId }) => orderId)}::text[])
      returning order_id, skipped_ms, ledger_revision as revision,
                order_id || '/' || ledger_revision as lease_id
    ), leased as (
      insert into leases (lease_id, order_id, revision, state, ends_at)
      select lease_id, order_id, revision, 'leased', now() + ${leaseMs} * interval '1 millisecond'
      from changed
    ), filled as (
      insert into lease_units (lease_id, line_id, units)
      select lease_id, line_id, quantity from given join changed using (order_id)
    ), counted as (
      update lines l set waiting = l.waiting - g.quantity, leased = l.leased + g.quantity
      from given g join changed using (order_id)
      where l.order_id = g.order_id and l.line_id = g.line_id
      returning l.sku, l.location, g.quantity
    ), booked as (
      update stock s set allocated = s.allocated + taken.units
      from (select sku, location, sum(quantity) as units from counted group by 1, 2) taken
      where s.sku = taken.sku and s.location = taken.location
    ), told as (
      insert into news (order_id) select order_id from changed
      on conflict (order_id) do update set seq = news.seq + 1, not_before = now()
    )
    insert into timeline (order_id, key, at, type, summary, detail)
    select order_id, 'allocated/' || lease_id, now() + min(skipped_ms) * interval '1 millisecond',
           'StockAllocated', 'Set aside: ' || sum(quantity),
           jsonb_build_object('leaseId', lease_id, 'lines', jsonb_agg(
             jsonb_build_object('lineId', line_id, 'quantity', quantity)))
    from given join changed using (order_id)
    group by order_id, lease_id`;
};
