import type { Sql } from '../client.ts';
import type { cardOffers } from '../schema/payment/card-offers.ts';
import { isOfferOpen } from './card-offers.ts';

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

type Stored = typeof cardOffers.$inferSelect;

/**
 * A setup that was asked for. Without a secret the provider has not answered yet, or its `refusal`
 * has ended the offer.
 */
export type CardOffer = Pick<Stored, 'clientSecret' | 'endedAt' | 'refusal'>;

export const findCardOffer = async (
  sql: Sql,
  { orderId, offerId }: { orderId: string; offerId: string },
): Promise<CardOffer | undefined> => {
  const [offer] = await sql<CardOffer[]>`
    select client_secret, ended_at, refusal from card_offers
    where order_id = ${orderId} and offer_id = ${offerId}`;
  return offer;
};

/** The form that the customer has already, ready to be filled in; undefined if there is none. */
export const findOpenOffer = async (
  sql: Sql,
  orderId: string,
): Promise<Stored['offerId'] | undefined> => {
  const [offer] = await sql<Pick<Stored, 'offerId'>[]>`
    select offer_id from card_offers
    where order_id = ${orderId} and client_secret is not null and ${isOfferOpen(sql)}
    order by created_at desc limit 1`;
  return offer?.offerId;
};

/**
 * The offer that stands for one which was asked for: itself, the open one that it was merged into,
 * or else the last one, if the provider refused that.
 */
export const findStandingOffer = async (
  sql: Sql,
  { orderId, offerId }: Pick<Stored, 'orderId' | 'offerId'>,
): Promise<Stored['offerId'] | undefined> => {
  const [offer] = await sql<Pick<Stored, 'offerId'>[]>`
    select offer_id from card_offers
    where order_id = ${orderId}
      and (offer_id = ${offerId} or (${isOfferOpen(sql)}) or refusal is not null)
    order by offer_id = ${offerId} desc, ended_at is null desc, created_at desc limit 1`;
  return offer?.offerId;
};

/** Whether a form may still bring a card, be it an old one. */
export const hasUnreadOffer = async (sql: Sql, orderId: string): Promise<boolean> => {
  const [unread] = await sql`
    select from card_offers
    where order_id = ${orderId} and ended_at is null and setup_id is not null limit 1`;
  return unread !== undefined;
};
