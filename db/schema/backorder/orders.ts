import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Money } from '../../../workflows/domain/money.ts';
import { type Fulfilment, fulfilments } from '../../../workflows/domain/stock/allocation.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { big, id, instant, isOneOf, json } from '../columns.ts';

/** What the customer agrees to be charged, in their words. Null: they have yet to accept it. */
export type Mandate = { text: string; version: string; maximum: Money; acceptedAt: Instant | null };

/** Why an order is left out of the queue for now; its place is kept. */
export type Bar = NonNullable<Snapshot['barred']>;

/** When the customer pays: when the goods go, a part before, all of it before, or never. */
export const terms = ['on_shipment', 'deposit', 'prepaid', 'none'] as const;

export type Terms = (typeof terms)[number];

/** `control` is sent no excitement. */
export const excitementGroups = ['control', 'told'] as const;

export type ExcitementGroup = (typeof excitementGroups)[number];

/**
 * One backorder as it was placed, and what the shop or an operator changed of it since. Its pages
 * are half empty: a migration says why.
 */
export const orders = pgTable(
  'orders',
  {
    orderId: id('order_id').primaryKey(),
    placedAt: instant('placed_at').notNull(),
    priority: integer('priority').notNull(),
    fulfilment: text('fulfilment').$type<Fulfilment>().notNull(),
    /** Brought from another system, where the customer was told already. */
    imported: boolean('imported').notNull(),
    country: text('country').notNull(),
    region: text('region'),
    postalCode: text('postal_code'),
    email: text('email').notNull(),
    name: text('name'),
    locale: text('locale').notNull(),
    /** The customer's own zone, for the hours of mail; that of ship-to unless they gave another. */
    timeZone: text('time_zone').notNull(),
    timeZoneGiven: boolean('time_zone_given').notNull().default(false),
    marketingConsent: boolean('marketing_consent').notNull(),
    currency: text('currency').notNull(),
    shipping: big('shipping').notNull(),
    terms: text('terms').$type<Terms>().notNull(),
    /** Null as long as the provider has none: nothing is charged, or the card is still to come. */
    providerCustomerId: text('provider_customer_id'),
    /** Under which the provider is asked for a customer, so that it makes one only. */
    customerKey: uuid('customer_key'),
    paymentMethodId: text('payment_method_id'),
    mandate: json('mandate').$type<Mandate>(),
    /** Minor units of the deposit or prepayment that the storefront says it captured, if any. */
    paidUpfront: big('paid_upfront'),
    /** The provider's intent that captured it. */
    upfrontIntentId: text('upfront_intent_id'),
    /** Who holds that money, if it is not at the provider, and their own name of the payment. */
    heldBy: text('held_by').$type<'shop'>(),
    heldReference: text('held_reference'),
    /** How many days the customer has to give card and consent on their page; null: not asked. */
    askDays: integer('ask_days'),
    /** The shop's own credit, which the law of the United States gives 50 days instead of 30. */
    sellerCredit: boolean('seller_credit').notNull().default(false),
    /** The promised day is of the essence: once it is missed, the customer may end the contract. */
    essential: boolean('essential').notNull().default(false),
    /**
     * On which side of the question whether excitement keeps orders it was drawn at checkout; null:
     * nobody asked then.
     */
    excitementGroup: text('excitement_group').$type<ExcitementGroup>(),
    /** Of the body as it was validated, to tell a repetition from another order. */
    bodyHash: text('body_hash').notNull(),
    /** Which link opens the order's page. Those of lower versions were replaced. */
    linkVersion: integer('link_version').notNull().default(1),
    ledgerRevision: big('ledger_revision').notNull().default(1),
    /** Why allocation leaves this order out for now. */
    barred: text('barred').$type<Bar>(),
    /** An operator's word on whether units are kept until it is whole; null is by the rule. */
    accumulates: boolean('accumulates'),
    /** How often units that were leased or firm were taken back. */
    revocations: integer('revocations').notNull().default(0),
    /** How far the order's own time is ahead of the wall. */
    skippedMs: big('skipped_ms').notNull().default(0),
    startedAt: instant('started_at'),
    /** When its workflow was last started anew from here. Wall time. */
    revivedAt: instant('revived_at'),
    /** When the backup was taken from which it was started anew; null if the database stood. */
    restoredFrom: instant('restored_from'),
    suspensionReason: text('suspension_reason'),
    suspendedAt: instant('suspended_at'),
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('orders_newest').on(t.placedAt, t.orderId),
    index('orders_parked').on(t.orderId).where(sql`${t.barred} = 'parked'`),
    index('orders_payment_method').on(t.paymentMethodId),
    index('orders_upfront').on(t.upfrontIntentId).where(sql`${t.upfrontIntentId} is not null`),
    index('orders_held')
      .on(t.placedAt, t.orderId)
      .where(sql`${t.suspendedAt} is not null`)
      .concurrently(),
    index('orders_email').on(sql`lower(${t.email})`, t.placedAt, t.orderId),
    check('orders_fulfilment', isOneOf(t.fulfilment, fulfilments)),
  ],
);
