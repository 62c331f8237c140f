import { integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { EvidenceType } from '../../../workflows/domain/law/evidence.ts';
import { orders } from '../backorder/orders.ts';
import { id, instant, json } from '../columns.ts';

/**
 * What an order's customer was told and said, and what was done, one after the other, each entry
 * hashed with the one before. It holds no personal data, and outlives an erasure.
 */
export const evidence = pgTable(
  'evidence',
  {
    orderId: id('order_id')
      .notNull()
      .references(() => orders.orderId),
    /** Counts from 1. */
    seq: integer('seq').notNull(),
    /** The same thing is entered once. */
    key: id('key').notNull(),
    /** Order time. */
    at: instant('at').notNull(),
    type: text('type').$type<EvidenceType>().notNull(),
    data: json('data').$type<Record<string, unknown>>().notNull(),
    /** Lower-case hex of SHA-256; of the first entry null. */
    previous: text('previous'),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.seq] }),
    uniqueIndex('evidence_once').on(t.orderId, t.key),
  ],
);
