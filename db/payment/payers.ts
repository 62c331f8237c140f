import type { Sql } from '../client.ts';
import type { orders } from '../schema/backorder/orders.ts';

/** Whom to charge, at the provider, and in which currency. */
export type Payer = Pick<Order, 'paymentMethodId' | 'currency'> & {
  customerId: Order['providerCustomerId'];
};

type Order = typeof orders.$inferSelect;

/** Throws for an unknown order. */
export const getPayer = async (sql: Sql, orderId: string): Promise<Payer> => {
  const [payer] = await sql<Payer[]>`
    select provider_customer_id as customer_id, payment_method_id, currency
    from orders where order_id = ${orderId}`;
  if (payer === undefined) throw new Error('no such order');
  return payer;
};

/** The card that pays from now on. */
export const setPaymentMethod = async (
  sql: Sql,
  { orderId, methodId }: { orderId: string; methodId: string },
): Promise<void> => {
  await sql`
    update orders set payment_method_id = ${methodId}
    where order_id = ${orderId} and payment_method_id is distinct from ${methodId}`;
};

/** Whether no earlier order says that it was paid with the same intent of the provider. */
export const isPaidUpfrontOnce = async (sql: Sql, orderId: string): Promise<boolean> => {
  const rows = await sql`
    select 1 from orders o join orders earlier on earlier.upfront_intent_id = o.upfront_intent_id
    where o.order_id = ${orderId}
      and (earlier.created_at, earlier.order_id) < (o.created_at, o.order_id)`;
  return rows.length === 0;
};
