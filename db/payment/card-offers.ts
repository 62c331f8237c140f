import { randomUUID } from 'node:crypto';
import type { Sql } from '../client.ts';
import type { cardOffers } from '../schema/payment/card-offers.ts';

/** Names one form for another card, by the id under which it was asked for. */
export type CardOfferRef = Pick<Stored, 'orderId' | 'offerId'>;

type Stored = typeof cardOffers.$inferSelect;

type Opened = Pick<Stored, 'key' | 'setupId'>;

type OpenOffer = { offerId: Stored['offerId']; setupId: NonNullable<Stored['setupId']> };

/** Written before the provider is asked. The same offer keeps its key. */
export const openCardOffer = async (
  sql: Sql,
  { orderId, offerId }: CardOfferRef,
): Promise<Opened> => {
  const [offer] = await sql<Opened[]>`
    insert into card_offers as known (order_id, offer_id, key)
    values (${orderId}, ${offerId}, ${randomUUID()})
    on conflict (order_id, offer_id) do update set key = known.key
    returning key, setup_id`;
  if (offer === undefined) throw new Error('no offer written');
  return offer;
};

/** The provider's form, and the secret with which the customer fills it in. */
export const noteCardOffer = async (
  sql: Sql,
  {
    orderId,
    offerId,
    setupId,
    clientSecret,
  }: CardOfferRef & { setupId: string; clientSecret: string | null },
): Promise<void> => {
  await sql`
    update card_offers set setup_id = ${setupId}, client_secret = ${clientSecret}
    where order_id = ${orderId} and offer_id = ${offerId} and ended_at is null`;
};

/** Forms that may still bring a card, oldest first. */
export const listOpenOffers = async (sql: Sql, orderId: string): Promise<OpenOffer[]> => [
  ...(await sql<OpenOffer[]>`
    select offer_id, setup_id from card_offers
    where order_id = ${orderId} and ended_at is null and setup_id is not null
    order by created_at limit 100`),
];

/** Nothing more comes of the form. */
export const endCardOffer = async (sql: Sql, { orderId, offerId }: CardOfferRef): Promise<void> => {
  await sql`
    update card_offers set ended_at = now(), client_secret = null
    where order_id = ${orderId} and offer_id = ${offerId}`;
};
