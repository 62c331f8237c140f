import type { Sql } from '../client.ts';
import type { orders } from '../schema/backorder/orders.ts';

/** Why an operator holds an order, and since when in order time; null when it is not held. */
export type Suspension = {
  reason: NonNullable<Order['suspensionReason']>;
  at: NonNullable<Order['suspendedAt']>;
};

type Order = typeof orders.$inferSelect;

/** Keeps or, with null, clears the operator's hold. Repeating it changes nothing. */
export const setSuspension = async (
  sql: Sql,
  orderId: string,
  hold: Suspension | null,
): Promise<void> => {
  await sql`
    update orders set suspension_reason = ${hold?.reason ?? null}, suspended_at = ${hold?.at ?? null}
    where order_id = ${orderId}`;
};
