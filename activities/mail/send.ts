import type { Db } from '../../db/client.ts';
import { decideMessage } from '../../db/mail/decisions.ts';
import type { MailFacts } from '../../db/mail/facts.ts';
import { findMessage, type Message, noteMailCall } from '../../db/mail/messages.ts';
import { getRevival } from '../../db/mail/restored.ts';
import { noteToken } from '../../db/mail/unsubscribe.ts';
import { findUnsubscribeToken, mailOf } from '../../db/page/page-link.ts';
import { signerOf } from '../../db/page/page-token.ts';
import type { Covered, StoredLink, StoredMail } from '../../db/schema/mail/messages.ts';
import type { Lexicon } from '../../emails/words/lexicon.ts';
import { never } from '../../workflows/domain/backorder/delays.ts';
import type { MailDecision, Outcome } from '../../workflows/domain/backorder/fact.ts';
import type { OutgoingMail } from '../../workflows/domain/backorder/mail.ts';
import type { HoldReason } from '../../workflows/domain/backorder/mail-reason.ts';
import { isPerhapsSent } from '../../workflows/domain/mail/sent-before.ts';
import type { OnlyTo } from '../../workflows/domain/mail/trial.ts';
import { type Urgency, urgencyOfMail } from '../../workflows/domain/mail/urgency.ts';
import { orderToWall } from '../../workflows/domain/order-time.ts';
import { type Instant, msBetween } from '../../workflows/domain/time.ts';
import type { Activities } from '../call.ts';
import { notYet } from '../failure.ts';
import { skippedMsAt } from '../order-time.ts';
import type { Shop } from './content.ts';
import { decideSending } from './decide.ts';
import { handOver } from './hand-over.ts';
import type { Links } from './links.ts';
import type { Pace } from './pace.ts';
import { makeTimetable } from './plan.ts';
import type { Mail, MailProvider } from './provider.ts';
import { renderMessage } from './render.ts';
import { unsubscribeFor } from './unsubscribe.ts';

export type Sender = {
  db: Db;
  provider: MailProvider;
  shop: Shop;
  lexicon: Lexicon;
  links: Links;
  from: string;
  /** Who is written to in a trial; left out, everybody. */
  onlyTo?: OnlyTo | undefined;
  /** Without it nobody waits for a turn. */
  pace?: Pace;
};

type SendCall = Parameters<Activities['sendMail']>[0];

/**
 * Sends one mail, once, if the gate lets it go out now. It is rendered and stored before the first
 * call. Every call sends the same bytes under the message's own key, and a lost outcome is pursued
 * while the key lives. As long as nothing may have gone out, the gate decides again before each try.
 */
export const sendMail =
  (sender: Sender): Activities['sendMail'] =>
  async (call) => {
    const { orderId, at, effect } = call;
    const outcome = await send(sender, call);
    const isOut = outcome.type === 'MessageDecided' && outcome.decision === 'sent';
    if (!isOut || effect.next === null) return [outcome];
    const question = { ...effect.next, confirmedAt: at };
    return [outcome, await makeTimetable(sender.db, { orderId, at, question })];
  };

const send = async (sender: Sender, call: SendCall): Promise<Outcome> => {
  const { orderId, at, effect } = call;
  const { key } = effect.message;
  const known = await findMessage(sender.db.sql, { orderId, key });
  const message = known && !isUndecided(known) ? known : await decideNow(sender, call, known);
  if (message.decision === 'held') return heldOf(message, call);
  if (message.decision !== 'sending') return decisionOf(message, message.decision);
  const isDoubtful =
    isKeyDead(message, sender.provider) || (await wasPerhapsSent(sender, call, message));
  if (isDoubtful) return decide(sender.db, message, { decision: 'unknown', at });
  return deliver(sender, message, { at, urgency: urgencyOfMail(effect, at) });
};

/** Nothing of it can have gone out yet. */
const isUndecided = ({ decision, firstAttemptAt }: Message): boolean =>
  decision === 'held' || decision === 'owed' || (decision === 'sending' && firstAttemptAt === null);

const decideNow = (sender: Sender, call: SendCall, known: Message | undefined): Promise<Message> =>
  decideSending(
    {
      db: sender.db,
      onlyTo: sender.onlyTo,
      render: (facts, covers) =>
        compose(sender, { facts, covers, message: call.effect.message, at: call.at }),
    },
    call,
    known,
  );

/** Nobody is known to have sent it, but the database may have lost what it knew. */
const wasPerhapsSent = async (
  { db, provider: { keyLifeMs } }: Sender,
  { orderId, at, effect }: SendCall,
  { firstAttemptAt }: Message,
): Promise<boolean> => {
  if (firstAttemptAt !== null) return false;
  const { restoredFrom, revivedAt } = await getRevival(db.sql, orderId);
  const dueAt = orderToWall(effect.message.dueAt, skippedMsAt(at));
  const now = new Date().toISOString();
  return isPerhapsSent({ dueAt, restoredFrom, revivedAt, now, keyLifeMs });
};

/** What a mail is written from. `to`: where it goes, if that is not the order's own address. */
type Written = {
  facts: MailFacts;
  message: OutgoingMail;
  at: Instant;
  covers?: Covered[];
  to?: string;
};

/** The whole mail as it is stored and sent, with placeholders for the tokens of its links. */
export const compose = async (
  sender: Sender,
  { facts, message, at, covers = [], to = facts.email }: Written,
): Promise<{ mail: StoredMail; pageLink: StoredLink }> => {
  const { replyTo } = sender.shop;
  const rendered = await renderMessage(sender, { facts, message, at, covers });
  const { kind } = message;
  const mail: StoredMail = {
    from: sender.from,
    to,
    ...rendered,
    greets: facts.name,
    headers: {
      ...(replyTo && { 'Reply-To': replyTo }),
      ...unsubscribeFor(kind, sender.links).headers,
    },
    tags: [{ name: 'kind', value: kind }, { name: 'order', value: facts.orderId }, namedLater],
  };
  const pageLink = { version: facts.linkVersion, signer: signerOf(sender.links.secrets) };
  return { mail, pageLink };
};

/** Calls the provider once; throws `notYet` while nobody knows the outcome. */
export const deliver = async (
  { db, provider, links, pace }: Sender,
  message: Message,
  { at, urgency }: { at: Instant; urgency: Urgency },
): Promise<Outcome> => {
  const mail = mailOf(message, links.secrets);
  if (mail === null) throw notYet('mail_missing');
  // Before it is out, so that no link is ever one that nobody knows.
  const unsubscribing = findUnsubscribeToken(message, links.secrets);
  if (unsubscribing !== null) await noteToken(db.sql, unsubscribing);
  await pace?.waitForTurn(urgency);
  const noted = await noteMailCall(db.sql, message.id);
  const idempotencyKey = `${message.orderId}/${message.key}/${message.id}`;
  const answer = await handOver({ provider, pace }, named(mail, message), { idempotencyKey });
  switch (answer.outcome) {
    case 'accepted':
      return decide(db, message, { decision: 'sent', at, providerId: answer.providerId });
    case 'refused':
      // Under this key it has taken another mail: the same one in other words, before we lost it.
      if (answer.code === 'idempotency_mismatch') {
        return decide(db, message, { decision: 'unknown', at, reason: answer.code });
      }
      return decide(db, message, { decision: 'failed', at, reason: answer.code });
    case 'later':
      await noted.undo();
      throw notYet('provider_busy', answer.retryAfterMs);
    case 'unknown':
      if (provider.keyLifeMs === 0) return decide(db, message, { decision: 'unknown', at });
      throw notYet('outcome_unknown');
  }
};

/** By it the provider's events find our mail before we know its id there. */
const namedLater = { name: 'message', value: '' };

/** A mail that was stored without the tag goes on without it, so that each try is the same. */
const named = (mail: Mail, { id }: Message): Mail => ({
  ...mail,
  tags: mail.tags.map((tag) => (tag.name === namedLater.name ? { ...tag, value: id } : tag)),
});

/** Once the key is dead a repetition could send a second mail, so a person is asked instead. */
export const isKeyDead = (
  { firstAttemptAt }: Pick<Message, 'firstAttemptAt'>,
  { keyLifeMs }: MailProvider,
): boolean =>
  firstAttemptAt !== null && msBetween(firstAttemptAt, new Date().toISOString()) >= keyLifeMs;

export const decide = async (
  db: Db,
  message: Message,
  end: {
    decision: 'sent' | 'failed' | 'unknown';
    at: Instant;
    reason?: string;
    providerId?: string;
  },
): Promise<Outcome> => {
  const { decision, at, reason = null, providerId = null } = end;
  await decideMessage(db, { message, decision, at, reason, providerId });
  return decisionOf(message, decision);
};

/** Of a suspended order nobody knows until when. */
const heldOf = (
  { key, kind, heldUntil, reason }: Message,
  { at, effect: { message } }: SendCall,
): Outcome => ({
  ...{ type: 'MessageHeld', key, kind, dueAt: message.dueAt, askedAt: at },
  until: heldUntil ?? never,
  reason: reason as HoldReason,
});

const decisionOf = ({ key, kind }: Message, decision: Message['decision']): Outcome => ({
  type: 'MessageDecided',
  key,
  kind,
  decision: decision as MailDecision,
});
