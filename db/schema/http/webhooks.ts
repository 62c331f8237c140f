import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, json } from '../columns.ts';

export const senders = ['stripe', 'resend'] as const;

export type Sender = (typeof senders)[number];

/** What an event is about, in the sender's ids; `orderId` is ours, from what we gave the sender. */
export type About = {
  intentId?: string;
  chargeId?: string;
  refundId?: string;
  /** Our own attempt that made the refund, from what we gave the sender. */
  attemptId?: string;
  disputeId?: string;
  methodId?: string;
  setupId?: string;
  customerId?: string;
  orderId?: string;
  /** How an intent stood then, in the sender's words: only to tell the echo of our own calls. */
  status?: string;
  captured?: number;
  /** The mail provider's id of a mail, and our own, from what we gave it. */
  emailId?: string;
  messageId?: string;
  /** Codes that say why a mail came back. */
  cause?: string;
  causeDetail?: string;
  /** When the sender says that it happened. Wall time. */
  toldAt?: string;
};

/** What others reported of themselves, each event once. Wall time; only ids are kept of them. */
export const webhooks = pgTable(
  'webhooks',
  {
    sender: text('sender').$type<Sender>().notNull(),
    eventId: id('event_id').notNull(),
    type: text('type').notNull(),
    /** The sender's ids of what the event is about. */
    about: json('about').$type<About>().notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    /** When everybody concerned was told; null until then. */
    handledAt: instant('handled_at'),
    attempts: integer('attempts').notNull().default(0),
    /** Not to be claimed before: another process has it, or it failed a moment ago. */
    claimedUntil: instant('claimed_until').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sender, t.eventId] }),
    index('webhooks_open').on(t.claimedUntil).where(sql`${t.handledAt} is null`),
    index('webhooks_received').on(t.receivedAt),
  ],
);
