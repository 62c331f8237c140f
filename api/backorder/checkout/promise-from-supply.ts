import type { NewOrder } from '../../../db/backorder/place.ts';
import { projectOrder } from '../../../db/promise/outlook.ts';
import { dayAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { basisOf } from '../../../workflows/domain/promise/outlook.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { RouteDeps } from '../../deps.ts';

/**
 * Without the shop's own promise the date is projected from supply. Without supply there is none.
 */
export const withPromise = async (
  { db }: Pick<RouteDeps, 'db'>,
  order: NewOrder,
  now: Instant,
): Promise<NewOrder> => {
  if (order.promise) return order;
  const projected = await projectOrder(db.sql, order, dayAtShipTo(order.shipTo, now));
  return { ...order, promise: projected ? { on: projected.on, basis: basisOf(projected) } : null };
};
