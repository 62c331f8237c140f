import type { Sql } from '../client.ts';
import type { cardOffers } from '../schema/payment/card-offers.ts';

/** With its secret the customer can finish the payment; the method is the one it was tried with. */
export type OpenPayment = { clientSecret: string; paymentMethodId: string | null };

/** The payment of an intent that the customer can confirm; without a secret there is none. */
export const findPayment = async (
  sql: Sql,
  { orderId, intentId }: { orderId: string; intentId: string },
): Promise<OpenPayment | undefined> => {
  const [payment] = await sql<OpenPayment[]>`
    select client_secret, request ->> 'paymentMethodId' as payment_method_id
    from payment_attempts
    where order_id = ${orderId} and intent = ${intentId} and step = 'authorize'
      and client_secret is not null
    order by ordinal desc limit 1`;
  return payment;
};

/** A setup that was asked for. Without a secret the provider has not answered yet. */
export type CardOffer = Pick<typeof cardOffers.$inferSelect, 'clientSecret' | 'endedAt'>;

export const findCardOffer = async (
  sql: Sql,
  { orderId, offerId }: { orderId: string; offerId: string },
): Promise<CardOffer | undefined> => {
  const [offer] = await sql<CardOffer[]>`
    select client_secret, ended_at from card_offers
    where order_id = ${orderId} and offer_id = ${offerId}`;
  return offer;
};
