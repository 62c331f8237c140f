import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, isOneOf } from '../columns.ts';

/** What the shop will not deliver any more to those who wait for it: an SKU, or one supply of it. */
export const giveUps = pgTable(
  'give_ups',
  {
    giveUpId: id('give_up_id').primaryKey(),
    sku: id('sku').notNull(),
    /** Null: at every location. Of a supply its own, and null until all are written down. */
    location: id('location'),
    /** Only those whom nothing else that is expected reaches. Null: all who wait for the SKU. */
    supplyId: id('supply_id'),
    /** What the customers read. */
    reason: text('reason').notNull(),
    bodyHash: text('body_hash').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When nobody was left to be cancelled. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('give_ups_open').on(t.createdAt).where(sql`${t.endedAt} is null`),
    index('give_ups_sku').on(t.sku, t.createdAt),
  ],
);

/**
 * `cancelled`: units of it that waited. `gone`: none waited any more. `refused`: the backorder said
 * no, under a code.
 */
export const giveUpOutcomes = ['cancelled', 'gone', 'refused'] as const;

export type GiveUpOutcome = (typeof giveUpOutcomes)[number];

/** The orders whose waiting units are cancelled, and what has become of each. */
export const giveUpOrders = pgTable(
  'give_up_orders',
  {
    giveUpId: id('give_up_id')
      .notNull()
      .references(() => giveUps.giveUpId),
    orderId: id('order_id').notNull(),
    /** The most units to be cancelled; null is all that wait. */
    most: integer('most'),
    /** Counts its cancellations: units may come to wait again while the others are cancelled. */
    round: integer('round').notNull().default(1),
    /** How often its backorder was asked in this round. */
    tries: integer('tries').notNull().default(0),
    /** Not to be claimed before: somebody is at it, or it did not answer. */
    dueAt: instant('due_at').notNull().defaultNow(),
    /** Null until it is decided. */
    outcome: text('outcome').$type<GiveUpOutcome>(),
    code: text('code'),
    /** Units that were cancelled, over all rounds. */
    units: integer('units').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.giveUpId, t.orderId] }),
    index('give_up_orders_due').on(t.tries, t.dueAt).where(sql`${t.outcome} is null`),
    index('give_up_orders_order').on(t.orderId).where(sql`${t.outcome} is null`),
    check('give_up_orders_outcome', isOneOf(t.outcome, giveUpOutcomes)),
  ],
);
