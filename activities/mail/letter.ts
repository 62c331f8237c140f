import { appendEvidence } from '../../db/law/evidence.ts';
import { getMailFacts, type MailFacts } from '../../db/mail/facts.ts';
import {
  getKnown,
  getWishes,
  giveUpLetter,
  type Known,
  storeLetter,
} from '../../db/mail/letters.ts';
import { findMessageById, type Message } from '../../db/mail/messages.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { OutgoingMail } from '../../workflows/domain/backorder/mail.ts';
import { isLegalMail } from '../../workflows/domain/law/evidence.ts';
import { noticeOf } from '../../workflows/domain/law/record.ts';
import { reasonNotToWrite } from '../../workflows/domain/mail/gate/consent.ts';
import { isInTrial } from '../../workflows/domain/mail/trial.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Letter, LetterEnd } from '../../workflows/messages.ts';
import { notYet } from '../failure.ts';
import { compose, decide, deliver, isKeyDead, type Sender } from './send.ts';
import { standingOf } from './standing.ts';

type Deps = Sender;

/**
 * Sends a mail that is owed beside, or after, the order's own workflow. It goes out once, like any
 * other: rendered from what is known at that moment, stored, and sent under a key of its own. A mail
 * that is given up asks for a person in PostgreSQL. Repeating it is safe.
 */
export const sendLetter =
  (deps: Deps) =>
  async (letter: Letter): Promise<LetterEnd> => {
    const { sql } = deps.db;
    const { orderId, messageId } = letter;
    const known = await getKnown(sql, orderId);
    const at = wallToOrder(new Date().toISOString(), known.skippedMs);
    const message = await findMessageById(sql, { orderId, id: messageId });
    // An order that was placed anew, in a database that was restored, owes nothing of the old one.
    if (message === undefined) return 'skipped';
    const end = await endOf(deps, { message, known, at });
    if (end === 'sent') await noteSent(deps, message, at);
    const code = end === 'failed' ? 'mail_failed' : 'mail_unknown';
    if (end === 'failed' || end === 'unknown') await raiseAttention(sql, { orderId, code, at });
    return end;
  };

type Writing = { message: Message; known: Known; at: Instant };

const endOf = async (deps: Deps, { message, known, at }: Writing): Promise<LetterEnd> => {
  if (message.decision !== 'owed') return message.decision as LetterEnd;
  const facts = await getMailFacts(deps.db.sql, message.orderId);
  const to = message.to ?? facts.email;
  const reason = await reasonToSkip(deps, { message, facts, to });
  if (reason !== undefined) return skip(deps, { message, reason, at });
  const stored =
    message.mail === null ? await write(deps, { message, known, at }, { facts, to }) : message;
  if (isKeyDead(stored, deps.provider)) {
    await decide(deps.db, stored, { decision: 'unknown', at });
    return 'unknown';
  }
  const outcome = await deliver(deps, stored, {
    at,
    urgency: stored.class === 'service' ? 'at_once' : 'can_wait',
  });
  if (outcome.type !== 'MessageDecided') throw notYet('outcome_unknown');
  return outcome.decision as LetterEnd;
};

/** No backorder tells of it, as it does of its own mails. Said again, it changes nothing. */
const noteSent = async (
  { db }: Deps,
  { orderId, key, kind }: Message,
  at: Instant,
): Promise<void> => {
  if (!isLegalMail(kind)) return;
  await inTransaction(db, (sql) => appendEvidence(sql, orderId, [noticeOf(key, at)]));
};

const reasonToSkip = async (
  { db, onlyTo }: Deps,
  { message, facts, to }: { message: Message; facts: MailFacts; to: string },
): Promise<string | undefined> => {
  return reasonNotToWrite(message.kind, {
    ...(await getWishes(db.sql, to)),
    hasAddress: to !== '',
    isErased: facts.erasedAt !== null,
    isOutsideTrial: !isInTrial(to, onlyTo),
    isControl: facts.excitementGroup === 'control',
    pausedUntil: null,
  });
};

const skip = async (
  { db }: Deps,
  { message, reason, at }: { message: Message; reason: string; at: Instant },
): Promise<LetterEnd> => {
  const { orderId, id } = message;
  await giveUpLetter(db, { orderId, id, at, decision: 'skipped', reason });
  return 'skipped';
};

const write = async (
  deps: Deps,
  { message, known, at }: Writing,
  { facts, to }: { facts: MailFacts; to: string },
): Promise<Message> => {
  const { id, orderId, key, dueAt, about } = message;
  if (about === null) throw new Error('an owed message is about nothing');
  const outgoing = { ...about, key, dueAt: dueAt ?? at, ...standingOf(known) } as OutgoingMail;
  const composed = await compose(deps, { facts, message: outgoing, at, to });
  return storeLetter(deps.db.sql, { orderId, id, ...composed });
};
