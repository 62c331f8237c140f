import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';

/**
 * Keeps when the customer accepted the mandate, in order time, before anything is made of it. A
 * mandate that was accepted before keeps its first moment.
 */
export const noteConsent = async (
  sql: Sql,
  { orderId, at }: { orderId: string; at: Instant },
): Promise<void> => {
  await sql`
    update orders set mandate = jsonb_set(mandate, '{acceptedAt}', to_jsonb(${at}::text))
    where order_id = ${orderId} and mandate ->> 'acceptedAt' is null and erased_at is null`;
};
