import type { Instant } from '../../workflows/domain/time.ts';
import type { Db } from '../client.ts';

/** Why an operator holds an order, and since when in order time; null when it is not held. */
export type Suspension = { reason: string; at: Instant };

/** Keeps or, with null, clears the operator's hold. Repeating it changes nothing. */
export const setSuspension = async (
  { sql }: Db,
  orderId: string,
  hold: Suspension | null,
): Promise<void> => {
  await sql`
    update orders set suspension_reason = ${hold?.reason ?? null}, suspended_at = ${hold?.at ?? null}
    where order_id = ${orderId}`;
};
