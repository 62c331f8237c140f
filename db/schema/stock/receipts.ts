import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';

/** Stock that arrived, under the sender's own id. */
export const receipts = pgTable(
  'receipts',
  {
    restockId: id('restock_id').primaryKey(),
    sku: id('sku').notNull(),
    location: id('location').notNull(),
    quantity: integer('quantity').notNull(),
    supplyId: id('supply_id'),
    receivedAt: instant('received_at').notNull(),
    /** Whether the public hears of it, and what the operator has to say about it. */
    share: boolean('share').notNull().default(false),
    note: text('note'),
    bodyHash: text('body_hash').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [index('receipts_shelf').on(t.sku, t.location, t.receivedAt)],
);
