import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { views } from '../schema/backorder/views.ts';

/** How a backorder stands with its workflow. */
export type Life = Pick<typeof orders.$inferSelect, 'skippedMs'> & {
  isStarted: boolean;
  /** Set once its workflow has nothing left to do. */
  outcome: (typeof views.$inferSelect)['outcome'];
};

export const findLife = async (sql: Sql, orderId: string): Promise<Life | undefined> => {
  const [life] = await sql<Life[]>`
    select o.started_at is not null as is_started, p.outcome, o.skipped_ms
    from orders o left join views p on p.order_id = o.order_id
    where o.order_id = ${orderId}`;
  return life;
};

/**
 * Whether the ledger carried out the cancellation, or accepted the shipment, or the backorder the
 * promise, of that id.
 */
export const wasCarriedOut = async (
  sql: Sql,
  { orderId, id, act }: { orderId: string; id: string; act: keyof typeof carriedOut },
): Promise<boolean> => {
  const rows = await sql`${carriedOut[act](sql, id)} and order_id = ${orderId}`;
  return rows.length > 0;
};

/** When what was left of an order ended by itself: the payment did not come, or its date was missed. */
export const findLapse = async (sql: Sql, orderId: string): Promise<Instant | undefined> => {
  const [lapse] = await sql<{ at: Instant }[]>`
    select requested_at as at from cancellations
    where order_id = ${orderId} and by in ('system', 'law') and lines is not null
    order by requested_at desc limit 1`;
  return lapse?.at;
};

const carriedOut = {
  cancellation: (sql: Sql, id: string) => sql`
    select from cancellations where cancel_id = ${id} and lines is not null`,
  shipment: (sql: Sql, id: string) => sql`
    select from shipments where shipment_id = ${id} and lines is not null`,
  promise: (sql: Sql, id: string) => sql`
    select from promises where promise_id = ${id} and accepted_at is not null`,
};
