import { and, count, desc, eq, inArray, isNull, sql as raw } from 'drizzle-orm';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Db, Sql } from '../client.ts';
import { appendTimeline } from '../record/timeline.ts';
import { messages, type StoredLink, type StoredMail } from '../schema/mail/messages.ts';
import { inTransaction } from '../transaction.ts';

/** One decision about a message, with the exact mail if it was rendered. */
export type Message = Omit<typeof messages.$inferSelect, 'createdAt'>;

export type NewMessage = Pick<Message, 'orderId' | 'key' | 'kind' | 'class' | 'at'> & {
  dueAt: Instant;
};

/** A message is decided once, whoever tries it again. */
const once = [messages.orderId, messages.key];

export const findMessage = async (
  sql: Sql,
  { orderId, key }: { orderId: string; key: string },
): Promise<Message | undefined> => {
  const isThis = and(eq(messages.orderId, orderId), eq(messages.key, key));
  const [row] = await builder(sql).select().from(messages).where(isThis);
  return row;
};

/** Stores a rendered mail before it is first sent. What was stored before stands. */
export const storeMail = async (
  sql: Sql,
  message: NewMessage &
    Partial<Pick<Message, 'about'>> & { mail: StoredMail; pageLink: StoredLink },
): Promise<Message> => {
  await builder(sql)
    .insert(messages)
    .values({ ...message, id: idOf(message), decision: 'sending', to: message.mail.to })
    .onConflictDoNothing({ target: once });
  const stored = await findMessage(sql, message);
  if (stored === undefined) throw new Error('a stored message has vanished');
  return stored;
};

/**
 * Part of the provider's key, so it is the same when the row is lost and written again: a database
 * that was restored sends no mail twice. It differs where another order had the same id.
 */
export const idOf = ({ orderId, key }: Pick<Message, 'orderId' | 'key'>) => raw<string>`coalesce((
  select md5(concat_ws('/', order_id, extract(epoch from created_at), ${key}::text))::uuid
  from orders where order_id = ${orderId}), gen_random_uuid())`;

/** Written before each call; `undo` takes it back when the provider says that nothing happened. */
export const noteMailCall = async (sql: Sql, id: string): Promise<{ undo(): Promise<void> }> => {
  const isThis = eq(messages.id, id);
  const first = await builder(sql)
    .update(messages)
    .set({ firstAttemptAt: raw`now()` })
    .where(and(isThis, isNull(messages.firstAttemptAt)));
  return {
    undo: async () => {
      if (first.count === 0) return;
      await builder(sql).update(messages).set({ firstAttemptAt: null }).where(isThis);
    },
  };
};

/** Ends a message that was being sent; the first end stands. */
export const decideMessage = (
  db: Db,
  {
    message,
    decision,
    reason,
    providerId,
    at,
  }: {
    message: Message;
    decision: 'sent' | 'failed' | 'unknown';
    reason: string | null;
    providerId: string | null;
    at: Instant;
  },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    const decided = await builder(sql)
      .update(messages)
      .set({ decision, reason, providerId, at, status: decision === 'sent' ? 'accepted' : null })
      .where(and(eq(messages.id, message.id), inArray(messages.decision, ['sending', 'owed'])));
    if (decided.count === 0) return;
    const { orderId, key, kind } = message;
    const summary = reason ? `Mail ${kind}: ${decision}, ${reason}` : `Mail ${kind}: ${decision}`;
    const detail = { messageId: message.id, kind, decision };
    await appendTimeline(sql, [
      { orderId, key: `mail/${key}`, at, type: 'MailDecided', summary, detail },
    ]);
  });

/** Records why customers did not hear from us. */
export const recordSkipped = (
  db: Db,
  skipped: readonly (NewMessage & { reason: string })[],
): Promise<void> =>
  inTransaction(db, async (sql) => {
    if (skipped.length === 0) return;
    await builder(sql)
      .insert(messages)
      .values(skipped.map((message) => ({ ...message, decision: 'skipped' as const })))
      .onConflictDoNothing({ target: once });
    await appendTimeline(
      sql,
      skipped.map(({ orderId, key, kind, at, reason }) => ({
        orderId,
        key: `mail/${key}`,
        at,
        type: 'MailSkipped',
        summary: `Mail ${kind}: skipped, ${reason}`,
        detail: { kind, reason },
      })),
    );
  });

/** The order's messages, newest first; `after` is the last one of the page before. */
export const listMessages = async (
  sql: Sql,
  {
    orderId,
    after,
    limit,
  }: {
    orderId: string;
    after: { at: Instant; id: string } | null;
    limit: number;
  },
): Promise<Message[]> => {
  const isOlder = after
    ? raw`(${messages.at}, ${messages.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : undefined;
  return builder(sql)
    .select()
    .from(messages)
    .where(and(eq(messages.orderId, orderId), isOlder))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(limit);
};

/** How many messages of a kind this order has been sent. */
export const countSent = async (
  sql: Sql,
  { orderId, kind }: { orderId: string; kind: MessageKind },
): Promise<number> => {
  const isSent = and(eq(messages.kind, kind), eq(messages.decision, 'sent'));
  const [row] = await builder(sql)
    .select({ sent: count() })
    .from(messages)
    .where(and(eq(messages.orderId, orderId), isSent));
  return row?.sent ?? 0;
};

/** A message of that order by the id that callers know. */
export const findMessageById = async (
  sql: Sql,
  { orderId, id }: { orderId: string; id: string },
): Promise<Message | undefined> => {
  const isThis = and(eq(messages.orderId, orderId), eq(messages.id, id));
  const [found] = await builder(sql).select().from(messages).where(isThis);
  return found;
};
