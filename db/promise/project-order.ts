import { dayAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import { basisOf, isBroken } from '../../workflows/domain/promise/outlook.ts';
import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { Position } from '../stock/queue/queue.ts';
import { movePromises } from './changes.ts';
import { projectOrder } from './outlook.ts';
import { promisedDates } from './project-shelf.ts';
import { standingReasons } from './standing-reasons.ts';

/**
 * Projects an order anew that waits again, for units it had or at the place it had, in the
 * transaction that brought it there. If supply reaches it later than it was promised, it gets that
 * date for its promise; what no supply reaches keeps the date it was told. The caller holds its
 * shelves: supply that changes meanwhile is seen here, or its walk finds the order waiting.
 */
export const projectAgain = async (
  sql: Sql,
  orderId: string,
  reason: string = standingReasons.waitsAgain,
): Promise<void> => {
  const [order] = await sql<Waiting[]>`
    select order_id, priority, placed_at, ledger_revision, country, region, postal_code,
      now() as now, (
        select jsonb_agg(jsonb_build_object('sku', sku, 'location', location, 'quantity', waiting))
        from lines l where l.order_id = o.order_id and waiting > 0 and barred is null
      ) as lines
    from orders o where order_id = ${orderId}`;
  if (!order?.lines) return;
  const promisedOn = (await promisedDates(sql, [order])).get(orderId) ?? null;
  if (promisedOn === null) return;
  const today = dayAtShipTo(order, order.now);
  const is = await projectOrder(sql, { ...order, lines: order.lines }, today);
  // Units that were set aside had no date of supply before.
  if (!is || !isBroken(promisedOn, { before: null, after: is.on })) return;
  const promiseId = `place/${order.ledgerRevision}`;
  await movePromises(sql, {
    reason,
    moves: [{ orderId, promiseId, on: is.on, basis: basisOf(is) }],
  });
};

/** The same of several orders, each once. */
export const projectAllAgain = async (sql: Sql, orderIds: readonly string[]): Promise<void> => {
  for (const orderId of new Set(orderIds)) await projectAgain(sql, orderId);
};

type Waiting = Pick<
  typeof orders.$inferSelect,
  keyof Position | 'ledgerRevision' | 'country' | 'region' | 'postalCode'
> & {
  now: Instant;
  /** Null when nothing waits, or it is barred. */
  lines: (Shelf & { quantity: number })[] | null;
};
