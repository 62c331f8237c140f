import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Decision, MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { id, instant, json } from '../columns.ts';
import type { StoredMail } from './messages.ts';

/** What a sample says; who sends it and where to is added as it goes out. */
export type StoredSample = Pick<StoredMail, 'subject' | 'html' | 'text'>;

export type SpecimenDecision = Exclude<Decision, 'sending' | 'held' | 'merged'>;

/**
 * Mails that operators had sent to themselves, to see what customers get. They belong to no order,
 * and are no mail to a customer: nothing counts them. Wall time.
 */
export const specimens = pgTable(
  'specimens',
  {
    /** The same however often its form is sent; part of the provider's idempotency key. */
    specimenId: id('specimen_id').primaryKey(),
    operatorId: id('operator_id').notNull(),
    to: text('to').notNull(),
    kind: text('kind').$type<MessageKind>().notNull(),
    /** A rendered sample; null once it has ended, or when it is the mail of an order. */
    mail: json('mail').$type<StoredSample>(),
    /** The message that it is a copy of, which is read as it goes out: it may be erased by then. */
    orderId: id('order_id'),
    messageId: uuid('message_id'),
    decision: text('decision').$type<SpecimenDecision>().notNull(),
    reason: text('reason'),
    askedAt: instant('asked_at').notNull().defaultNow(),
    /** The first call whose outcome may have been lost. */
    firstAttemptAt: instant('first_attempt_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('specimens_operator').on(t.operatorId, t.askedAt),
    index('specimens_owed').on(t.askedAt).where(sql`${t.decision} = 'owed'`),
  ],
);
