import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';

/** Stock still to come. A withdrawn one stays, so that its revisions are never counted anew. */
export const supplies = pgTable(
  'supplies',
  {
    supplyId: id('supply_id').primaryKey(),
    sku: id('sku').notNull(),
    location: id('location').notNull(),
    /** As it was last announced, and what receipts left of it. */
    quantity: integer('quantity').notNull(),
    remaining: integer('remaining').notNull(),
    expectedOn: date('expected_on', { mode: 'string' }),
    basis: text('basis').notNull(),
    /** Whether the public hears of it, and what the operator has to say about it. */
    share: boolean('share').notNull().default(false),
    note: text('note'),
    /** Counts its changes. */
    revision: integer('revision').notNull().default(1),
    bodyHash: text('body_hash').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('supplies_coming')
      .on(t.sku, t.location, t.expectedOn, t.supplyId)
      .where(sql`${t.remaining} > 0`),
    index('supplies_calendar')
      .on(t.expectedOn, t.supplyId)
      .where(sql`${t.remaining} > 0`)
      .concurrently(),
    check('supplies_remaining', sql`${t.remaining} between 0 and ${t.quantity}`),
  ],
);
