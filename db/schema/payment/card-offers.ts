import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';

/** Setups with which a customer gives another card. Written before the provider is asked. */
export const cardOffers = pgTable(
  'card_offers',
  {
    orderId: id('order_id').notNull(),
    /** The workflow's own number of the offer. */
    offerId: text('offer_id').notNull(),
    /** The idempotency key that the provider sees. */
    key: uuid('key').notNull(),
    /** The provider's id of the setup. */
    setupId: text('setup_id'),
    /** With it the customer can finish the setup; kept only while it is open. */
    clientSecret: text('client_secret'),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
    /** The provider's own code, if its refusal has ended the offer. */
    refusal: text('refusal'),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.offerId] }),
    index('card_offers_setup').on(t.setupId),
  ],
);
