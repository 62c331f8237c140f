import type { MessageClass, MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db } from '../client.ts';
import { appendTimeline } from '../record/timeline.ts';
import type { Decision } from '../schema/mail/messages.ts';
import { inTransaction } from '../transaction.ts';

/** One decision about a message, with the exact mail if it was rendered. */
export type Message = {
  id: string;
  orderId: string;
  key: string;
  kind: MessageKind;
  class: MessageClass;
  decision: Decision;
  reason: string | null;
  /** Order time, like `at`, when it was decided. */
  dueAt: Instant | null;
  at: Instant;
  mail: StoredMail | null;
  providerId: string | null;
  /** Wall time of the first call whose outcome may have been lost. */
  firstAttemptAt: Instant | null;
  events: unknown[];
};

/** As `activities/mail.ts` sends it. Sent as it is read, so that every try has the same bytes. */
export type StoredMail = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
};

export type NewMessage = Pick<Message, 'orderId' | 'key' | 'kind' | 'class' | 'at'> & {
  dueAt: Instant;
};

export const findMessage = async (
  { sql }: Db,
  { orderId, key }: { orderId: string; key: string },
): Promise<Message | undefined> => {
  const [row] = await sql<Message[]>`
    select * from messages where order_id = ${orderId} and key = ${key}`;
  return row;
};

/** Stores a rendered mail before it is first sent. What was stored before stands. */
export const storeMail = async (
  db: Db,
  message: NewMessage & { mail: StoredMail },
): Promise<Message> => {
  const { orderId, key, kind, at, dueAt, mail } = message;
  await db.sql`
    insert into messages (order_id, key, kind, class, decision, due_at, at, "to", mail)
    values (${orderId}, ${key}, ${kind}, ${message.class}, 'sending', ${dueAt}, ${at}, ${mail.to},
            ${JSON.stringify(mail)}::jsonb)
    on conflict (order_id, key) do nothing`;
  const stored = await findMessage(db, { orderId, key });
  if (stored === undefined) throw new Error('a stored message has vanished');
  return stored;
};

/** Written before each call; `undo` takes it back when the provider says that nothing happened. */
export const noteMailCall = async ({ sql }: Db, id: string): Promise<{ undo(): Promise<void> }> => {
  const rows = await sql`
    update messages set first_attempt_at = now() where id = ${id} and first_attempt_at is null`;
  return {
    undo: async () => {
      if (rows.count === 0) return;
      await sql`update messages set first_attempt_at = null where id = ${id}`;
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
    const settled = await sql`
      update messages
      set decision = ${decision}, reason = ${reason}, provider_id = ${providerId}, at = ${at}
      where id = ${message.id} and decision = 'sending'`;
    if (settled.count === 0) return;
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
    for (const { orderId, key, kind, at, dueAt, reason, class: group } of skipped) {
      await sql`
        insert into messages (order_id, key, kind, class, decision, reason, due_at, at)
        values (${orderId}, ${key}, ${kind}, ${group}, 'skipped', ${reason}, ${dueAt}, ${at})
        on conflict (order_id, key) do nothing`;
    }
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
  { sql }: Db,
  {
    orderId,
    after,
    limit,
  }: {
    orderId: string;
    after: { at: Instant; id: string } | null;
    limit: number;
  },
): Promise<Message[]> => sql<Message[]>`
  select * from messages
  where order_id = ${orderId}
    and ${after ? sql`(at, id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
  order by at desc, id desc limit ${limit}`;

/** How many messages of a kind this order has been sent. */
export const countSent = async (
  { sql }: Db,
  { orderId, kind }: { orderId: string; kind: MessageKind },
): Promise<number> => {
  const [row] = await sql<{ sent: number }[]>`
    select count(*)::int as sent from messages
    where order_id = ${orderId} and kind = ${kind} and decision = 'sent'`;
  return row?.sent ?? 0;
};

/** A message of that order by the id that callers know. */
export const findMessageById = async (
  { sql }: Db,
  { orderId, id }: { orderId: string; id: string },
): Promise<Message | undefined> => {
  const [found] = await sql<Message[]>`
    select * from messages where order_id = ${orderId} and id = ${id}::uuid`;
  return found;
};
