import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CustomerWord, RefusalCode } from '../../../workflows/domain/backorder/request.ts';
import { id, instant, json } from '../columns.ts';

/**
 * What customers said, kept before their backorder is asked, so that no word is lost while that
 * cannot answer. Free text stays where the act itself keeps it.
 */
export const customerWords = pgTable(
  'customer_words',
  {
    orderId: id('order_id').notNull(),
    /** The id of the Update that carries it. */
    wordId: id('word_id').notNull(),
    request: json('request').$type<CustomerWord>().notNull(),
    /** Order time: the word counts from then on. */
    receivedAt: instant('received_at').notNull(),
    /** What the backorder answered; null until it did. */
    outcome: text('outcome').$type<'done' | RefusalCode>(),
    /** How often it was given without an answer. */
    tries: integer('tries').notNull().default(0),
    /** Whoever gives it leaves it to nobody else before then. Wall time. */
    notBefore: instant('not_before').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.wordId] }),
    index('customer_words_open').on(t.notBefore).where(sql`${t.outcome} is null`),
  ],
);
