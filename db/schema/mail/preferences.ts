import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, json } from '../columns.ts';

/** Who changed what an address wants to hear. */
export const preferenceChannels = ['page', 'one-click', 'support', 'checkout'] as const;

export type PreferenceChannel = (typeof preferenceChannels)[number];

/** What the person at an address wants to hear, over all their orders. No row: the defaults. */
export const preferences = pgTable('mail_preferences', {
  /** As `addressKeyOf` names it, so that a wish outlives the address itself. */
  addressKey: text('address_key').primaryKey(),
  /** Null once the last of their orders was erased. */
  email: text('email'),
  updates: boolean('updates').notNull().default(true),
  offers: boolean('offers').notNull().default(false),
  /** Somebody has changed `offers` since, so that no checkout turns it on again. */
  offersByHand: boolean('offers_by_hand').notNull().default(false),
  /** The first day on which mail may go again, in the zone of each order. */
  pausedUntil: date('paused_until', { mode: 'string' }),
  changedAt: instant('changed_at').notNull(),
  by: text('by').$type<PreferenceChannel>().notNull(),
});

/** Every change, oldest first: what was named, by whom, and on the page of which order. */
export const preferenceChanges = pgTable(
  'mail_preference_changes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    addressKey: text('address_key').notNull(),
    at: instant('at').notNull().defaultNow(),
    by: text('by').$type<PreferenceChannel>().notNull(),
    orderId: id('order_id'),
    change: json('change').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('mail_preference_changes_address').on(t.addressKey, t.at)],
);

/** One-click links. The token itself is nowhere, and outlives the secret it was made with. */
export const unsubscribeTokens = pgTable('unsubscribe_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  addressKey: text('address_key').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** A new address of an order that holds once a link sent to it is confirmed. */
export const addressChanges = pgTable(
  'address_changes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    orderId: id('order_id').notNull(),
    email: text('email'),
    /** Wall time, like the ones after it. */
    requestedAt: instant('requested_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    index('address_changes_order').on(t.orderId, t.requestedAt),
    index('address_changes_open').on(t.expiresAt).where(sql`${t.confirmedAt} is null`),
  ],
);
