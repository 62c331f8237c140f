import { randomUUID } from 'node:crypto';
import type { Sql } from '../client.ts';
import type { orders } from '../schema/backorder/orders.ts';

/** Whom to charge, at the provider, and in which currency. Nobody as long as no card is here. */
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

/**
 * Whom the provider is to make a customer, and the key of that request. The key is written before
 * the provider is asked, and stays the same, so that it makes one customer for the order. Throws for
 * an unknown order.
 */
export const openCustomer = async (sql: Sql, orderId: string): Promise<NewCustomer> => {
  const [customer] = await sql<NewCustomer[]>`
    update orders set customer_key = coalesce(customer_key, ${randomUUID()}::uuid)
    where order_id = ${orderId} returning customer_key as key, email, name`;
  if (customer === undefined) throw new Error('no such order');
  return customer;
};

/** The provider only repeats a failure under this key. One that was replaced already stays. */
export const renewCustomerKey = async (
  sql: Sql,
  { orderId, key }: { orderId: string; key: string },
): Promise<void> => {
  await sql`
    update orders set customer_key = ${randomUUID()}::uuid
    where order_id = ${orderId} and customer_key = ${key}::uuid`;
};

type NewCustomer = Pick<Order, 'email' | 'name'> & { key: string };

/** The provider's customer of the order. One that is known already stays; returns the one known. */
export const setCustomer = async (
  sql: Sql,
  { orderId, customerId }: { orderId: string; customerId: string },
): Promise<string> => {
  const [known] = await sql<{ customerId: string }[]>`
    update orders set provider_customer_id = coalesce(provider_customer_id, ${customerId})
    where order_id = ${orderId} returning provider_customer_id as customer_id`;
  if (known === undefined) throw new Error('no such order');
  return known.customerId;
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
