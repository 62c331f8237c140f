import { asc, eq } from 'drizzle-orm';
import type { Said } from '../../workflows/domain/backorder/mail.ts';
import { messageWords } from '../../workflows/domain/desk/message-words.ts';
import {
  isBound,
  isForCorrected,
  isLegalNotice,
  isUndelivered,
  keyOfCopy,
  keyOfFirst,
  makesSense,
} from '../../workflows/domain/mail/again.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Db, Sql } from '../client.ts';
import { appendTimeline } from '../record/timeline.ts';
import { messages } from '../schema/mail/messages.ts';
import { inTransaction } from '../transaction.ts';
import { getKnown, oweLetter } from './letters.ts';
import type { Message } from './messages.ts';

/**
 * Why a message does not go out again: the customer has it, as far as is known; a newer one went
 * out in its place; it is from a time when nobody kept what a mail was about; or it counts in law,
 * so that only another address gets it, and its workflow sends it.
 */
export type NotAgain = 'delivered' | 'sent_again' | 'unknown_content' | 'legal_notice';

/**
 * Owes an undelivered message once more, as a new one that says how things stand then. Undefined
 * when there is no such message. `at`: order time. The same act owes one only.
 */
export const resendMessage = (
  db: Db,
  { orderId, id, at, actId, by }: { orderId: string; id: string; at: Instant } & Act,
): Promise<Message | NotAgain | undefined> =>
  inTransaction(db, async (sql) => {
    await sql`select from orders where order_id = ${orderId} for update`;
    const all = await listAll(sql, orderId);
    const done = await findDone(sql, { orderId, actId });
    if (done) return all.find((each) => each.id === done);
    const message = all.find((each) => each.id === id);
    if (message === undefined) return undefined;
    if (!isUndelivered(message)) return 'delivered';
    const copies = copiesOf(all, message);
    if (copies.length > 0 && copies.at(-1) !== message) return 'sent_again';
    if (message.about === null) return 'unknown_content';
    if (isLegalNotice(message.about)) return 'legal_notice';
    const owed = await oweCopy(sql, { message, copies: copies.length, at });
    const summary = `Mail “${messageWords[message.kind]}”: to be sent again`;
    const detail = { by, messageId: owed.id };
    await appendTimeline(sql, [
      { orderId, key: `operator/${actId}`, type: 'MailSentAgain', summary, detail },
    ]);
    return owed;
  });

/** An operator's act, under one id however often it is asked. */
type Act = { actId: string; by: string };

/**
 * Owes an order's new address what the old ones did not take, as far as it still makes sense: once,
 * however often it is called. Returns how many mails that are.
 */
export const resendUndelivered = async (
  sql: Sql,
  { orderId, email, at }: { orderId: string; email: string; at: Instant },
): Promise<number> => {
  const all = await listAll(sql, orderId);
  const lost = all.filter((message) => {
    const newest = copiesOf(all, message).at(-1) ?? message;
    return message === newest && isForCorrected(message, email);
  });
  if (lost.length === 0) return 0;
  const { state } = await getKnown(sql, orderId);
  const wanted = lost.filter(
    ({ about, key, dueAt }) =>
      about !== null && makesSense(state, { said: about, key, dueAt: dueAt ?? at }, at),
  );
  for (const message of wanted) {
    await oweCopy(sql, { message, copies: copiesOf(all, message).length, at });
  }
  return wanted.length;
};

/** Oldest first. No order has anywhere near as many as it reads. */
const listAll = (sql: Sql, orderId: string): Promise<Message[]> =>
  builder(sql)
    .select()
    .from(messages)
    .where(eq(messages.orderId, orderId))
    .orderBy(asc(messages.createdAt), asc(messages.key))
    .limit(10_000);

/** What was owed in place of the first one of these messages, oldest first. */
const copiesOf = (all: readonly Message[], { key }: Message): Message[] => {
  const first = keyOfFirst(key);
  return all
    .filter((each) => each.key !== first && keyOfFirst(each.key) === first)
    .sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
};

const oweCopy = (
  sql: Sql,
  { message, copies, at }: { message: Message; copies: number; at: Instant },
): Promise<Message> => {
  const { orderId, kind, about, to } = message;
  const said = { kind, about: about?.about } as Said;
  const own = isBound(kind) && to !== null ? { to } : {};
  return oweLetter(sql, {
    ...{ orderId, key: keyOfCopy(message.key, copies), at },
    ...own,
    ...said,
  });
};

const findDone = async (
  sql: Sql,
  { orderId, actId }: { orderId: string; actId: string },
): Promise<string | undefined> => {
  const [done] = await sql<{ messageId: string }[]>`
    select detail ->> 'messageId' as message_id from timeline
    where order_id = ${orderId} and key = ${`operator/${actId}`}`;
  return done?.messageId;
};
