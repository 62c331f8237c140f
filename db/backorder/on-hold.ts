import type { Instant } from '../../workflows/domain/time.ts';
import type { Db } from '../client.ts';

/** Why an operator holds an order, and since when in order time; null when it is not held. */
export type Hold = { reason: string; at: Instant };

/** Keeps or, with null, clears the operator's hold. Repeating it changes nothing. */
export const setHold = async ({ sql }: Db, orderId: string, hold: Hold | null): Promise<void> => {
  await sql`
    update orders set hold_reason = ${hold?.reason ?? null}, held_at = ${hold?.at ?? null}
    where order_id = ${orderId}`;
};
