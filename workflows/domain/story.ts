import type { Attention } from './backorder/attention.ts';
import type { Backorder } from './backorder/backorder.ts';
import { never } from './backorder/delays.ts';
import type { Effect, EffectName } from './backorder/effect.ts';
import type { Fact } from './backorder/fact.ts';
import type { HeldMail } from './backorder/mail.ts';
import { refusalWords } from './backorder/request.ts';
import { phaseOf } from './backorder/snapshot.ts';
import { attentionWords } from './desk/attention-words.ts';
import { cancellerWords } from './desk/law-words.ts';
import { holdWords, skipWords } from './desk/mail-reasons.ts';
import { messageWords } from './desk/message-words.ts';
import { paymentWords, troubleWords } from './desk/payment-words.ts';
import { phaseWords } from './desk/phase-words.ts';
import { lawDetailsOf, lawSummaryOf } from './law-story.ts';
import type { Plan } from './plan.ts';
import type { CivilDate, Instant } from './time.ts';
import { paymentState } from './view.ts';

/** One line of a backorder's timeline. `key` is the same when the same thing is told twice. */
export type TimelineEntry = {
  key: string;
  at: Instant;
  type: string;
  summary: string;
  /** The promise that the backorder stands by from then on. */
  detail?: { promiseId: string; on: CivilDate | null };
};

/**
 * The timeline's entry for a fact that nothing else records. Those who carry out stock acts,
 * payments and mail write their own.
 */
export const entryOf = (fact: Fact, revision: number): TimelineEntry | undefined => {
  const summary = summaryOf(fact);
  if (summary === undefined) return undefined;
  const entry = { key: `fact/${revision}`, at: fact.at, type: fact.type, summary };
  if (fact.type !== 'PromiseChanged') return entry;
  return { ...entry, detail: { promiseId: fact.promiseId, on: fact.on } };
};

/** The backorder at a glance, for people who look at the workflow. Markdown, no personal data. */
export const detailsOf = (state: Backorder, { why, wakeAt }: Plan): string => {
  const law = lawDetailsOf(state);
  return [
    `**${phaseWords[phaseOf(state.stock)]}**: ${why}`,
    `Promise: ${state.promise?.on ?? 'no date yet'}`,
    `Payment: ${paymentWords[paymentState(state)]}${troubleOf(state)}`,
    ...(law === undefined ? [] : [law]),
    ...(state.isSuspended ? ['On hold by an operator'] : []),
    ...state.mail.held.map(wordsOfHeld),
    ...state.attention.map(wordsOfItem),
    ...(wakeAt ? [`Wakes at ${wakeAt}`] : []),
  ].join('\n\n');
};

const troubleOf = ({ card: { trouble } }: Backorder): string =>
  trouble === null ? '' : ` (${troubleWords[trouble.kind]}; tries: ${trouble.tries})`;

const wordsOfItem = ({ code, at, dueAt }: Attention): string =>
  `Attention: ${attentionWords[code].title}, since ${at}${dueAt ? `, due at ${dueAt}` : ''}. ${attentionWords[code].todo}`;

/** A mail that waits, and for what. Of a suspended order an operator decides when it goes on. */
const wordsOfHeld = ({ kind, reason, until }: HeldMail): string =>
  `Mail “${messageWords[kind]}” waits${until === never ? '' : ` until ${until}`}: ${holdWords[reason]}`;

/** Beside an activity or a timer Temporal takes one line, of 400 bytes at the most. */
export const inOneLine = (words: string): string =>
  words.length <= longest ? words : `${words.slice(0, longest - 1)}…`;

const longest = 180;

/** One line about an effect, shown beside its activity. */
export const summaryOfEffect = (effect: Effect): string => {
  switch (effect.type) {
    case 'applyStockAct':
      return `${effect.act.type} ${effect.act.actId}`;
    case 'rejoinQueue':
      return 'the payment method has changed';
    case 'authorizePayment':
    case 'capturePayment':
    case 'refundPayment':
      return `${effect.intentId}: ${effect.amount} minor units`;
    case 'findIntents':
      return 'all that the provider has of this order';
    case 'lookAtCard':
      return 'expiry and owner of the card';
    case 'offerCard':
    case 'lookAtOffers':
      return `another card, form ${effect.offerId}`;
    case 'recordSkippedMail':
      return effect.messages
        .map(({ kind, reason }) => `“${messageWords[kind]}” not sent: ${skipWords[reason]}`)
        .join('; ');
    case 'planMail':
      return `plan ${effect.planNumber}`;
    default:
      return effect.subject;
  }
};

const summaryOf = (fact: Fact): string | undefined => {
  switch (fact.type) {
    case 'CancellationAccepted':
      return cancellationWords(fact.act);
    case 'ShipmentAccepted':
      return `Shipment ${fact.act.actId} accepted`;
    case 'ShipmentRefused':
      return `Shipment ${fact.shipmentId} refused: ${refusalWords[fact.code]}`;
    case 'PromiseChanged':
      return fact.on ? `Promised for ${fact.on}` : 'No date can be promised';
    case 'CustomerChanged':
      return 'Customer details changed';
    case 'BackorderSuspended':
      return 'Put on hold';
    case 'BackorderResumed':
      return 'Hold released';
    case 'AttentionResolved':
      return `Answered: ${attentionWords[fact.code].title}`;
    case 'MailUndelivered':
      return `Mail ${fact.key} came back`;
    case 'PaymentMethodChanged':
      return 'Payment method changed';
    case 'MandateAccepted':
      return 'The customer accepted the mandate';
    case 'OfferSeen':
      return fact.methodId === null ? undefined : 'The customer gave a card';
    case 'CardOfferWanted':
      return 'The customer wants to give a card';
    case 'IntentsFound':
      return 'Its run began anew, and the payments at the provider were read';
    case 'EffectDelayed':
      return `${wordsOf(fact.effect)} did not come through yet, tried again at ${fact.until}`;
    case 'EffectFailed':
      return `${wordsOf(fact.effect)} can never succeed: ${fact.code}`;
    case 'LawPlanned':
    case 'DeadlineWarned':
    case 'DeadlinePassed':
    case 'DelayForeseen':
    case 'CustomerHeard':
    case 'NoticeAnswered':
    case 'ContractWithdrawn':
    case 'FurtherPeriodSet':
    case 'WordCrossed':
      return lawSummaryOf(fact);
    default:
      return undefined;
  }
};

const cancellationWords = ({ by, cause, endedOn }: Cancellation): string => {
  if (by === 'law') return `Cancelled by law: nobody had agreed to a later date than ${endedOn}`;
  if (by !== 'system') return `Cancellation accepted, asked for by ${cancellerWords[by]}`;
  return cause === 'card'
    ? 'Cancelled: card and consent did not come in time'
    : 'Cancelled: the payment did not come in time';
};

type Cancellation = Extract<Fact, { type: 'CancellationAccepted' }>['act'];

const wordsOf = ({ type, subject }: EffectName): string => `${type} ${subject}`.trim();
