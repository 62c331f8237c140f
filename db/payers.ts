import type { Db } from './client.ts';

/** Whom to charge, at the provider, and in which currency. */
export type Payer = { customerId: string; paymentMethodId: string | null; currency: string };

/** Throws for an unknown order. */
export const getPayer = async ({ sql }: Db, orderId: string): Promise<Payer> => {
  const [payer] = await sql<Payer[]>`
    select provider_customer_id as customer_id, payment_method_id, currency
    from orders where order_id = ${orderId}`;
  if (payer === undefined) throw new Error('no such order');
  return payer;
};
