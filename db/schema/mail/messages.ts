import { sql } from 'drizzle-orm';
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Said } from '../../../workflows/domain/backorder/mail.ts';
import type {
  Decision,
  MessageClass,
  MessageKind,
  Status,
} from '../../../workflows/domain/backorder/message-kind.ts';
import { id, instant, json } from '../columns.ts';

/** A mail of another order that this one says already. */
export type Covered = { orderId: string; key: string };

/**
 * As `activities/mail` sends it, with a placeholder for the token of the customer's page. The token
 * is put in as `pageLink` says, so that every try has the same bytes.
 */
export type StoredMail = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  /** The name that it calls its reader by, which may be another one by now. */
  greets?: string | null;
};

/** Which link a mail has, and who signed it: nothing that opens a page. */
export type StoredLink = { version: number; signer: string };

/** Every decision about a message, sent or not, and the exact mail that was sent. */
export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    orderId: id('order_id').notNull(),
    /** The workflow's name of the message; part of the provider's idempotency key. */
    key: id('key').notNull(),
    kind: text('kind').$type<MessageKind>().notNull(),
    class: text('class').$type<MessageClass>().notNull(),
    decision: text('decision').$type<Decision>().notNull(),
    reason: text('reason'),
    /** When a held mail is decided again. Order time, like the two after it. */
    heldUntil: instant('held_until'),
    /** The message that has said what this one would have. */
    mergedInto: uuid('merged_into'),
    /** What it says for other orders of the same address, or would. */
    covers: json('covers').$type<Covered[]>().notNull().default([]),
    /** What the workflow said it is about: ids, sums and days, to write it anew from. */
    about: json('about').$type<Said>(),
    /** Whose mail it is, as `addressKeyOf` names them; it stays when the order is erased. */
    addressKey: text('address_key'),
    dueAt: instant('due_at'),
    /** When it was decided. */
    at: instant('at').notNull(),
    to: text('to'),
    mail: json('mail').$type<StoredMail>(),
    pageLink: json('page_link').$type<StoredLink>(),
    providerId: text('provider_id'),
    /** Wall time of the first call whose outcome may have been lost. */
    firstAttemptAt: instant('first_attempt_at'),
    status: text('status').$type<Status>(),
    events: json('events').$type<unknown[]>().notNull().default([]),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('messages_key').on(t.orderId, t.key),
    index('messages_newest').on(t.orderId, t.at, t.id),
    index('messages_provider').on(t.providerId).where(sql`${t.providerId} is not null`),
    index('messages_all').on(t.at, t.id).concurrently(),
    index('messages_address').on(t.addressKey, t.at).concurrently(),
    // As db/desk/today/mail.ts reads it.
    index('messages_lost')
      .on(t.at, t.id)
      .where(sql`${t.decision} in ('failed', 'unknown') or ${t.status} in ('bounced', 'failed')`)
      .concurrently(),
    // As db/desk/results/mail.ts counts them.
    index('messages_told')
      .on(t.kind, t.at, t.orderId)
      .where(sql`${t.kind} in ('countdown', 'excitement') and ${t.decision} = 'sent'`)
      .concurrently(),
    index('messages_owed').on(t.createdAt).where(sql`${t.decision} = 'owed'`).concurrently(),
    index('messages_open')
      .on(t.decision, t.at, t.id)
      .where(sql`${t.decision} in ('owed', 'sending', 'held', 'unknown')`)
      .concurrently(),
    index('messages_unsent')
      .on(t.decision, t.reason, t.at, t.id)
      .where(sql`${t.decision} in ('skipped', 'merged', 'failed')`)
      .concurrently(),
    index('messages_trouble')
      .on(t.status, t.at, t.id)
      .where(sql`${t.status} in ('delayed', 'complained', 'bounced', 'failed')`)
      .concurrently(),
    index('messages_kind').on(t.kind, t.at, t.id).concurrently(),
  ],
);
