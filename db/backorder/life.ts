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

/** Whether the ledger carried out the cancellation, or accepted the shipment, of that id. */
export const wasCarriedOut = async (
  sql: Sql,
  { orderId, id, act }: { orderId: string; id: string; act: 'cancellation' | 'shipment' },
): Promise<boolean> => {
  const rows =
    act === 'cancellation'
      ? await sql`
          select from cancellations
          where order_id = ${orderId} and cancel_id = ${id} and lines is not null`
      : await sql`
          select from shipments
          where order_id = ${orderId} and shipment_id = ${id} and lines is not null`;
  return rows.length > 0;
};
