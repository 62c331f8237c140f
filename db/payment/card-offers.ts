import { randomUUID } from 'node:crypto';
import { hourMs } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { cardOffers } from '../schema/payment/card-offers.ts';
import { ms } from '../sql.ts';

/** Names one form for another card, by the id under which it was asked for. */
export type CardOfferRef = Pick<Stored, 'orderId' | 'offerId'>;

type Stored = typeof cardOffers.$inferSelect;

type Opened = Pick<Stored, 'offerId' | 'key' | 'setupId'>;

type OpenOffer = { offerId: Stored['offerId']; setupId: NonNullable<Stored['setupId']> };

/**
 * As long as the provider keeps an idempotency key, with an hour for clocks that differ. A form
 * that was not filled in by then is left alone, so that one that does not work bars nobody.
 */
const offerLifeMs = 23 * hourMs;

/** Whether the customer can still be given the form of that row. */
export const isOfferOpen = (sql: Sql) =>
  sql`ended_at is null and created_at > now() - ${ms(sql, offerLifeMs)}`;

/**
 * The form that the customer gets: the one that is open, or else one under this id. Written before
 * the provider is asked, and keeps its key until then; one that was refused gets a new key. An
 * order asks for one form at a time.
 */
export const openCardOffer = async (
  sql: Sql,
  { orderId, offerId }: CardOfferRef,
): Promise<Opened> => {
  const [offer] = await sql<Opened[]>`
    with open as (
      select offer_id, key, setup_id from card_offers
      where order_id = ${orderId} and ${isOfferOpen(sql)} order by created_at desc limit 1
    ), made as (
      insert into card_offers as known (order_id, offer_id, key)
      select ${orderId}, ${offerId}, ${randomUUID()}::uuid where not exists (select from open)
      on conflict (order_id, offer_id) do update set
        key = case when known.refusal is null then known.key else excluded.key end,
        setup_id = case when known.refusal is null then known.setup_id end,
        ended_at = case when known.refusal is null then known.ended_at end,
        created_at = case when known.refusal is null then known.created_at else now() end,
        refusal = null
      returning offer_id, key, setup_id
    )
    select * from open union all select * from made`;
  if (offer === undefined) throw new Error('no offer written');
  return offer;
};

/** The provider only repeats a failure under the offer's key: it is asked with another one. */
export const renewOfferKey = async (
  sql: Sql,
  { orderId, offerId, key }: CardOfferRef & Pick<Stored, 'key'>,
): Promise<void> => {
  await sql`
    update card_offers set key = ${randomUUID()}
    where order_id = ${orderId} and offer_id = ${offerId} and key = ${key} and setup_id is null`;
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

/** The provider has no form, and will have none: `refusal` is its code. */
export const refuseCardOffer = async (
  sql: Sql,
  { orderId, offerId, refusal }: CardOfferRef & { refusal: string },
): Promise<void> => {
  await sql`
    update card_offers set ended_at = now(), client_secret = null, refusal = ${refusal}
    where order_id = ${orderId} and offer_id = ${offerId} and ended_at is null`;
};

/** Nothing more comes of the form. */
export const endCardOffer = async (sql: Sql, { orderId, offerId }: CardOfferRef): Promise<void> => {
  await sql`
    update card_offers set ended_at = now(), client_secret = null
    where order_id = ${orderId} and offer_id = ${offerId}`;
};
