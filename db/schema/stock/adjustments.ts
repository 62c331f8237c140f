import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import { big, id, instant, json } from '../columns.ts';

/** Units that an order lost. */
export type Revoked = Part & { orderId: string };

export const adjustmentReasons = ['damaged', 'miscount', 'sold', 'found', 'other'] as const;

export type AdjustmentReason = (typeof adjustmentReasons)[number];

/** Corrections of what is on hand, under the sender's own id, and whose units they took. */
export const adjustments = pgTable(
  'adjustments',
  {
    adjustmentId: id('adjustment_id').primaryKey(),
    sku: id('sku').notNull(),
    location: id('location').notNull(),
    delta: integer('delta').notNull(),
    reason: text('reason').notNull(),
    bodyHash: text('body_hash').notNull(),
    revoked: json('revoked').$type<Revoked[]>().notNull().default([]),
    /** The walk that gave away what it found, or what taking units back left over. */
    walkId: big('walk_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [index('adjustments_shelf').on(t.sku, t.location, t.createdAt)],
);
