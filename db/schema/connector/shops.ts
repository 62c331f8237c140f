import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, isOneOf, json } from '../columns.ts';

/** `gone`: the platform has removed us, and nothing is asked there any more. */
export const shopStates = ['ok', 'failing', 'gone'] as const;

/** `prepaid`: the platform has taken the money. `ask`: card and consent come on our page. */
export const shopTerms = ['prepaid', 'ask'] as const;

export type ShopMandate = { text: string; version: string };

/** One of our subscriptions at the platform. */
export type ShopHook = { scope: string; active: boolean };

/** Shops on platforms that we ask by ourselves. Wall time, of this clock. */
export const shops = pgTable(
  'shops',
  {
    id: id('id').primaryKey(),
    kind: text('kind').notNull(),
    apiBase: text('api_base').notNull(),
    location: id('location').notNull(),
    terms: text('terms').$type<(typeof shopTerms)[number]>().notNull(),
    mandate: json('mandate').$type<ShopMandate>(),
    /** Sealed: what the operator told us, and what deliveries are signed with, newest first. */
    credentials: text('credentials').notNull(),
    secrets: text('secrets').notNull(),
    /** Counts its changes, so that a process knows when to connect anew. */
    revision: integer('revision').notNull().default(1),
    state: text('state').$type<(typeof shopStates)[number]>().notNull().default('ok'),
    hooks: json('hooks').$type<ShopHook[]>().notNull().default([]),
    lastPullAt: instant('last_pull_at'),
    lastDeliveryAt: instant('last_delivery_at'),
    lastError: text('last_error'),
    /** All that changed there before has been asked for. */
    watermark: instant('watermark').notNull(),
    /** A pull under way: from when, since when it goes on, and after which page. */
    pullSince: instant('pull_since'),
    pullBeganAt: instant('pull_began_at'),
    pullAfter: text('pull_after'),
    nextPullAt: instant('next_pull_at').notNull().defaultNow(),
    nextHooksAt: instant('next_hooks_at').notNull().defaultNow(),
    /** The platform wants no call before. */
    restsUntil: instant('rests_until').notNull().defaultNow(),
    failures: integer('failures').notNull().default(0),
    /** The process that works for the shop, and until when it is believed to be alive. */
    claimedBy: text('claimed_by'),
    claimedUntil: instant('claimed_until').notNull().defaultNow(),
    putAt: instant('put_at').notNull().defaultNow(),
  },
  (t) => [
    // Each order of a store that is here twice would be taken twice.
    uniqueIndex('shops_store').on(t.kind, sql`lower(${t.apiBase})`).concurrently(),
    check('shops_state', isOneOf(t.state, shopStates)),
    check('shops_terms', isOneOf(t.terms, shopTerms)),
  ],
);
