import { and, eq, isNull } from 'drizzle-orm';
import type { Backorder } from '../../workflows/domain/backorder/backorder.ts';
import type { Said } from '../../workflows/domain/backorder/mail.ts';
import { classOf, type MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { mailLine } from '../../workflows/domain/desk/mail-reasons.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { View } from '../../workflows/domain/view.ts';
import { builder } from '../builder.ts';
import type { Db, Sql } from '../client.ts';
import { raiseAttention } from '../record/attention.ts';
import { appendTimeline } from '../record/timeline.ts';
import { messages, type StoredLink, type StoredMail } from '../schema/mail/messages.ts';
import { inTransaction } from '../transaction.ts';
import { addressKeyOf } from './address-key.ts';
import { idOf } from './decisions.ts';
import { findMessage, findMessageById, type Message } from './messages.ts';
import { announceSettled } from './settled.ts';

/**
 * A mail that no backorder sends by itself. `at`: when it came to be owed, in order time. `to`: its
 * own address; without one it goes to the order's, as that is when it goes out.
 */
export type NewLetter = { orderId: string; key: string; at: Instant; to?: string } & Said;

/** Owes a mail, which a letter sends. The same key is owed once; returns what is owed under it. */
export const oweLetter = async (
  sql: Sql,
  { orderId, key, at, to, ...said }: NewLetter,
): Promise<Message> => {
  await builder(sql)
    .insert(messages)
    .values({
      ...{ id: idOf({ orderId, key }), orderId, key, kind: said.kind, class: classOf(said.kind) },
      ...{ decision: 'owed', dueAt: at, at, about: said, to: to ?? null },
    })
    .onConflictDoNothing({ target: [messages.orderId, messages.key] });
  const owed = await findMessage(sql, { orderId, key });
  if (owed === undefined) throw new Error('an owed message has vanished');
  return owed;
};

/** A mail that is still to be sent, by a letter of its own. */
export type OwedLetter = Pick<Message, 'id' | 'orderId' | 'kind'>;

/** The letters that have not ended, but for these, oldest first. */
export const listOwedLetters = (
  sql: Sql,
  { except, limit }: { except: readonly string[]; limit: number },
): Promise<OwedLetter[]> =>
  sql<OwedLetter[]>`
    select id, order_id, kind from messages
    where decision = 'owed' and id <> all (${except}::uuid[]) order by created_at limit ${limit}`;

/** How many such mails of the order came to be owed in the last so many minutes of wall time. */
export const countLetters = async (
  sql: Sql,
  { orderId, kind, minutes }: { orderId: string; kind: MessageKind; minutes: number },
): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from messages
    where order_id = ${orderId} and kind = ${kind}
      and created_at > now() - ${minutes} * interval '1 minute'`;
  return row?.count ?? 0;
};

/** What is known of an order when a letter is written. Both null before its workflow has spoken. */
export type Known = { skippedMs: number; state: Backorder | null; view: View | null };

/** Throws for an unknown order. */
export const getKnown = async (sql: Sql, orderId: string): Promise<Known> => {
  const [known] = await sql<Known[]>`
    select o.skipped_ms, v.state, v.body as view
    from orders o left join views v on v.order_id = o.order_id where o.order_id = ${orderId}`;
  if (known === undefined) throw new Error('no such order');
  return known;
};

/** What is known of an address and of mail that its reader may decline. */
export const getWishes = async (
  sql: Sql,
  email: string,
): Promise<{ isSuppressed: boolean; wantsUpdates: boolean }> => {
  const addressKey = addressKeyOf(email);
  const [wishes] = await sql<[{ isSuppressed: boolean; wantsUpdates: boolean }]>`
    select
      exists (select from suppressions where address_key = ${addressKey}) as is_suppressed,
      not exists (
        select from mail_preferences where address_key = ${addressKey} and not updates
      ) as wants_updates`;
  return wishes;
};

/** Stores the rendered mail of a letter before it is first sent. What was stored before stands. */
export const storeLetter = async (
  sql: Sql,
  { orderId, id, mail, pageLink }: { orderId: string; id: string } & Rendered,
): Promise<Message> => {
  const isOwed = and(eq(messages.decision, 'owed'), isNull(messages.mail));
  await builder(sql)
    .update(messages)
    .set({ mail, pageLink, to: mail.to, addressKey: addressKeyOf(mail.to) })
    .where(and(eq(messages.id, id), isOwed));
  const stored = await findMessageById(sql, { orderId, id });
  if (stored === undefined) throw new Error('an owed message has vanished');
  return stored;
};

type Rendered = { mail: StoredMail; pageLink: StoredLink };

/** Ends a letter that nothing was sent of, as far as is known. The first end stands. */
export const giveUpLetter = (
  db: Db,
  end: Pick<Message, 'orderId' | 'id' | 'at'> & {
    decision: 'skipped' | 'unknown';
    reason: string;
  },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    const { orderId, id, decision, reason, at } = end;
    const [row] = await builder(sql)
      .update(messages)
      .set({ decision, reason, at })
      .where(and(eq(messages.id, id), eq(messages.decision, 'owed')))
      .returning({ key: messages.key, kind: messages.kind });
    if (row === undefined) return;
    const { key, kind } = row;
    const type = decision === 'skipped' ? 'MailSkipped' : 'MailDecided';
    const summary = mailLine({ kind, decision, reason, until: null });
    const detail = { messageId: id, kind, reason };
    await appendTimeline(sql, [{ orderId, key: `mail/${key}`, at, type, summary, detail }]);
    await announceSettled(sql, { id, orderId, decision });
    if (decision === 'unknown') await raiseAttention(sql, { orderId, code: 'mail_unknown', at });
  });
