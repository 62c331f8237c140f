import { and, eq, inArray, isNull, or, sql as raw } from 'drizzle-orm';
import type { OutgoingMail } from '../../workflows/domain/backorder/mail.ts';
import { mailLine } from '../../workflows/domain/desk/mail-reasons.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Db, Sql } from '../client.ts';
import { appendTimeline } from '../record/timeline.ts';
import {
  type Covered,
  messages,
  type StoredLink,
  type StoredMail,
} from '../schema/mail/messages.ts';
import { inTransaction } from '../transaction.ts';
import { findMessage, type Message, type NewMessage } from './messages.ts';
import { announceSettled } from './settled.ts';

/** A message that is decided now. `addressKey`: null where nobody is known to write to. */
export type Deciding = NewMessage & { about: OutgoingMail; addressKey: string | null };

/**
 * Stores a rendered mail before it is first sent, as decided to be sent. What was sent, or may have
 * been, stands as it was stored.
 */
export const storeMail = async (
  sql: Sql,
  message: Deciding & { covers: Covered[]; mail: StoredMail; pageLink: StoredLink },
): Promise<Message> => {
  const sending = { decision: 'sending', reason: null, to: message.mail.to } as const;
  return store(sql, message, { ...message, ...sending, heldUntil: null });
};

/** Records that a message waits, and for what; `until`: null as long as nobody knows. */
export const storeHeld = async (
  sql: Sql,
  message: Deciding & { until: Instant | null; reason: string },
): Promise<Message> => {
  const { until, reason, ...rest } = message;
  const held = { decision: 'held', reason, heldUntil: until } as const;
  const stored = await store(sql, message, { ...rest, ...held, ...unsent });
  if (stored.decision === 'held') await tell(sql, stored, { key: `held/${until ?? reason}` });
  return stored;
};

/** Records that another message has said it, or why nobody is written to. */
export const storeEnd = async (
  sql: Sql,
  message: Deciding & { decision: 'merged' | 'skipped'; reason: string; mergedInto: string | null },
): Promise<Message> => {
  const stored = await store(sql, message, { ...message, ...unsent, heldUntil: null });
  if (stored.decision === message.decision) await tell(sql, stored);
  return stored;
};

/** What was rendered and not sent is rendered anew when its time comes again. */
const unsent = { to: null, mail: null, pageLink: null, covers: [] };

/** Only what waits, or was never handed to the provider, may be decided again. */
const isUndecided = or(
  eq(messages.decision, 'held'),
  eq(messages.decision, 'owed'),
  and(eq(messages.decision, 'sending'), isNull(messages.firstAttemptAt)),
);

type Values = Omit<typeof messages.$inferInsert, 'id'>;

const store = async (sql: Sql, { orderId, key }: NewMessage, values: Values): Promise<Message> => {
  const { orderId: _, key: __, kind: ___, class: ____, ...changes } = values;
  await builder(sql)
    .insert(messages)
    .values({ ...values, id: idOf({ orderId, key }) })
    .onConflictDoUpdate({
      target: [messages.orderId, messages.key],
      set: changes,
      ...(isUndecided && { setWhere: isUndecided }),
    });
  const stored = await findMessage(sql, { orderId, key });
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

/** Ends a message that was being sent; the first end stands. */
export const decideMessage = (
  db: Db,
  {
    message,
    ...end
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
      .set({ ...end, status: end.decision === 'sent' ? 'accepted' : null })
      .where(and(eq(messages.id, message.id), inArray(messages.decision, ['sending', 'owed'])));
    if (decided.count > 0) await tell(sql, { ...message, ...end });
  });

/** Records why customers did not hear from us. */
export const recordSkipped = (
  db: Db,
  skipped: readonly (NewMessage & { reason: string })[],
): Promise<void> =>
  inTransaction(db, async (sql) => {
    for (const message of skipped) {
      const end = { decision: 'skipped', ...unsent, heldUntil: null } as const;
      const stored = await store(sql, message, { ...message, ...end });
      if (stored.decision === 'skipped') await tell(sql, stored);
    }
  });

/** The timeline's words of a decision. The same decision is told once. */
const tell = async (sql: Sql, message: Message, { key }: { key?: string } = {}): Promise<void> => {
  const { orderId, kind, decision, reason, heldUntil, mergedInto, at } = message;
  const summary = mailLine({ kind, decision, reason, until: heldUntil });
  const detail = {
    kind,
    ...(decision === 'skipped' ? {} : { messageId: message.id, decision }),
    ...(decision in typesUnsent && { reason }),
    ...(heldUntil && { until: heldUntil }),
    ...(mergedInto && { into: mergedInto }),
  };
  const type = typesUnsent[decision] ?? 'MailDecided';
  const name = `mail/${message.key}${key ? `/${key}` : ''}`;
  await appendTimeline(sql, [{ orderId, key: name, at, type, summary, detail }]);
  if (decision !== 'held') await announceSettled(sql, message);
};

/** The types of the entries of what did not go out. */
const typesUnsent: Partial<Record<Message['decision'], string>> = {
  held: 'MailHeld',
  merged: 'MailMerged',
  skipped: 'MailSkipped',
};
