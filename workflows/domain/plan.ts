import type { Backorder } from './backorder/backorder.ts';
import { delayedUntil, never } from './backorder/delays.ts';
import type { Effect } from './backorder/effect.ts';
import { type Intent, isOpen } from './backorder/intent.ts';
import { isTerminal, phaseOf } from './backorder/snapshot.ts';
import { holdWords } from './desk/mail-reasons.ts';
import { messageWords } from './desk/message-words.ts';
import { problemWords } from './desk/payment-words.ts';
import { phaseWords } from './desk/phase-words.ts';
import { nextOfLaw } from './law/steps.ts';
import { nextLawWords } from './law-story.ts';
import { nextMail, nextSentMail } from './mail/steps.ts';
import { nextJoin } from './payment/dunning/joining.ts';
import { askEndsAt, graceEndsAt, nextTry, payBy, problemOf } from './payment/dunning/trouble.ts';
import { nextLastLook } from './payment/look-before-release.ts';
import { nextHoldChange } from './payment/sums/holds.ts';
import { uncollected } from './payment/sums/value.ts';
import { type Steps, stepsOf } from './steps.ts';
import { earliest, type Instant } from './time.ts';

export type Plan = {
  /** At most one effect for each lane. A busy lane finishes its own first. */
  start: Effect[];
  /** When to plan again, even if nothing happens until then. */
  wakeAt: Instant | undefined;
  /** What the backorder waits for, in words of the domain. */
  why: string;
  /** Set at the end: the phase is terminal and nothing is owed any more. */
  done: Outcome | undefined;
};

export type Outcome = 'shipped' | 'cancelled';

/** What to start now, and when to wake next. */
export const plan = (state: Backorder, at: Instant): Plan => {
  const steps = stepsOf(state, at);
  const lanes: Effect[][] = [steps.stock, moneyLane(steps), steps.mail, steps.law];
  const start = lanes.flatMap(
    (lane) => lane.find((step) => delayedUntil(state, step, at) === undefined) ?? [],
  );
  const wakeAt = earliest(
    nextMail(state, at),
    nextHoldChange(state, at),
    nextTry(state, at),
    nextLastLook(state, at),
    nextJoin(state, at),
    nextForfeit(state, at),
    nextOfLaw(state, at),
    nextRetry(state, lanes, at),
  );
  return { start, wakeAt, why: reason(state, at), done: outcome(state, lanes) };
};

/** When units next go to others, or the order ends, if payment, card or consent do not come. */
const nextForfeit = (state: Backorder, at: Instant): Instant | undefined => {
  const ends = state.stock.leases.map((lease) => payBy(state, lease));
  const all = [...ends, graceEndsAt(state), askEndsAt(state)];
  return earliest(...all.filter((end) => end !== null && end > at));
};

/** When a delayed effect is next tried again. A dead end has no such time. */
const nextRetry = (state: Backorder, lanes: Effect[][], at: Instant): Instant | undefined => {
  if (state.delays.length === 0) return undefined;
  const delays = lanes.flat().map((step) => delayedUntil(state, step, at));
  return earliest(...delays.filter((until) => until !== never));
};

/** We look at the card before we authorise, so that we know a replacement in time. */
const moneyLane = ({ money, card, search }: Steps): Effect[] => {
  if (search.length > 0) return search;
  if (card.length === 0) return money;
  const first = money.findIndex(({ type }) => type === 'authorizePayment');
  return first < 0
    ? [...money, ...card]
    : [...money.slice(0, first), ...card, ...money.slice(first)];
};

const outcome = (state: Backorder, lanes: Effect[][]): Outcome | undefined => {
  const phase = phaseOf(state.stock);
  if (!isTerminal(phase) || lanes.some((steps) => steps.length > 0)) return undefined;
  const isLeftOpen = (intent: Intent) => isOpen(intent) && intent.state !== 'unverified';
  const owesMoney = uncollected(state) !== 0 || state.intents.some(isLeftOpen);
  if (owesMoney || state.mail.owed.length > 0) return undefined;
  return phase === 'shipped' ? 'shipped' : 'cancelled';
};

const reason = (state: Backorder, at: Instant): string => {
  const phase = phaseOf(state.stock);
  const mail = nextSentMail(state, at);
  const mailWords = mail
    ? `; next mail: “${messageWords[mail.kind]}” at ${mail.at}${heldWords(state, mail)}`
    : '';
  const lawWords = nextLawWords(state, at);
  const next = `${mailWords}${lawWords === undefined ? '' : `; ${lawWords}`}`;
  switch (phase) {
    case 'awaiting_stock':
      return `waits for ${awaited(state)}${next}`;
    case 'awaiting_payment':
      return `units are set aside, ${paymentOf(state, at)}${next}`;
    case 'ready_to_ship':
      return `ready to ship, waits for the carrier${next}`;
    case 'shipped':
    case 'cancelled':
      return `${phaseWords[phase].toLowerCase()}, does what is owed`;
  }
};

const heldWords = (state: Backorder, { key }: { key: string }): string => {
  const held = state.mail.held.find((mail) => mail.key === key);
  return held ? `, because ${holdWords[held.reason]}` : '';
};

const awaited = ({ ask, stock }: Backorder): string => {
  if (ask) return "the customer's card and consent";
  return stock.barred === 'payment' ? 'another card' : 'stock';
};

const paymentOf = (state: Backorder, at: Instant): string => {
  const problem = problemOf(state, at);
  if (problem === null) return 'the payment is being made ready';
  const { reason, retryAt } = problem;
  return `${problemWords[reason]}: ${retryAt ? `it is asked again at ${retryAt}` : 'the customer is asked'}`;
};
