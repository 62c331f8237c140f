import type { Sql } from '../../client.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import { accumulates } from './accumulation.ts';
import { openWalkFor } from './walks.ts';

/**
 * Opens walks for orders that have begun to accumulate by the passing of time while units that
 * they can keep lie free. Returns those walks; the caller runs them.
 */
export const openWalksForAccumulating = async (
  sql: Sql,
  { limit = 100 }: { limit?: number } = {},
): Promise<{ walkIds: number[] }> => {
  const patient = await sql<Pick<typeof orders.$inferSelect, 'orderId'>[]>`
    select distinct o.order_id from stock s
    join lines l on l.sku = s.sku and l.location = s.location
      and l.waiting > 0 and l.barred is null
    join orders o on o.order_id = l.order_id
    where s.on_hand > s.allocated and ${accumulates(sql)} and not exists (
      select from walks p where p.sku = s.sku and p.location = s.location and p.done_at is null)
    limit ${limit}`;
  const walkIds: number[] = [];
  for (const { orderId } of patient) walkIds.push(...(await openWalkFor(sql, orderId)));
  return { walkIds };
};
