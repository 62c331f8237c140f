import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { big, id, instant, json } from '../columns.ts';
import type { Revoked } from './adjustments.ts';

/** Levels that another system reported, and what each made of the ledger. */
export const counts = pgTable(
  'counts',
  {
    countId: id('count_id').primaryKey(),
    sku: id('sku').notNull(),
    location: id('location').notNull(),
    onHand: integer('on_hand').notNull(),
    countedAt: instant('counted_at').notNull(),
    /** What the ledger was changed by: the count less what they held at that moment. */
    difference: integer('difference').notNull(),
    bodyHash: text('body_hash').notNull(),
    revoked: json('revoked').$type<Revoked[]>().notNull().default([]),
    walkId: big('walk_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [index('counts_last').on(t.sku, t.location, t.countedAt)],
);
