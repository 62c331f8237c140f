import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';

/** What may become of a message. */
export const decisions = ['sent', 'held', 'skipped', 'merged', 'failed', 'unknown'] as const;

/** `sending`: what became of it is not known yet. */
export type Decision = 'sending' | (typeof decisions)[number];

/** Every decision about a message, sent or not, and the exact mail that was sent. */
export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    orderId: id('order_id').notNull(),
    /** The workflow's name of the message; part of the provider's idempotency key. */
    key: id('key').notNull(),
    kind: text('kind').notNull(),
    class: text('class').notNull(),
    decision: text('decision').notNull(),
    reason: text('reason'),
    dueAt: instant('due_at'),
    /** Order time of the decision. */
    at: instant('at').notNull(),
    to: text('to'),
    mail: jsonb('mail'),
    providerId: text('provider_id'),
    /** Wall time. */
    firstAttemptAt: instant('first_attempt_at'),
    events: jsonb('events').notNull().default([]),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('messages_key').on(t.orderId, t.key),
    index('messages_newest').on(t.orderId, t.at, t.id),
    index('messages_provider').on(t.providerId).where(sql`${t.providerId} is not null`),
  ],
);
