import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { webhookDeliveries } from '../../schema/outbound/deliveries.ts';

type Stored = typeof webhookDeliveries.$inferSelect;

/** One event for an endpoint, with the bytes that went out, if any did. */
export type OneDelivery = Pick<
  Stored,
  | 'deliveryId'
  | 'type'
  | 'orderId'
  | 'subject'
  | 'state'
  | 'attempts'
  | 'dueAt'
  | 'lastAttemptAt'
  | 'lastStatus'
  | 'lastError'
  | 'deliveredAt'
  | 'createdAt'
  | 'body'
>;

export const findDelivery = async (
  sql: Sql,
  { endpointId, deliveryId }: Pick<Stored, 'endpointId' | 'deliveryId'>,
): Promise<OneDelivery | undefined> => {
  const [found] = await sql<OneDelivery[]>`
    select delivery_id, type, order_id, subject, state, attempts, due_at, last_attempt_at,
      last_status, last_error, delivered_at, created_at, body
    from webhook_deliveries where delivery_id = ${deliveryId} and endpoint_id = ${endpointId}`;
  return found;
};

/** The oldest of what failed for good since then: at most `limit`, and whether there is more. */
export const listFailed = async (
  sql: Sql,
  { endpointId, since, limit }: { endpointId: string; since: Instant; limit: number },
): Promise<{ deliveryIds: string[]; isMore: boolean }> => {
  const rows = await sql<{ deliveryId: string }[]>`
    select delivery_id from webhook_deliveries
    where endpoint_id = ${endpointId} and state = 'failed' and created_at >= ${since}::timestamptz
    order by seq limit ${limit + 1}`;
  return {
    deliveryIds: rows.slice(0, limit).map(({ deliveryId }) => deliveryId),
    isMore: rows.length > limit,
  };
};
