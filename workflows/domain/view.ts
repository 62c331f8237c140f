import type { Attention } from './backorder/attention.ts';
import type { Backorder } from './backorder/backorder.ts';
import { type Intent, isUnmatched, upfrontId } from './backorder/intent.ts';
import type { MessageKind } from './backorder/message-kind.ts';
import { isTerminal, type Phase, phaseOf } from './backorder/snapshot.ts';
import { nextSentMail } from './mail/steps.ts';
import { isExpiring } from './payment/dunning/expiry.ts';
import { type Problem, problemOf, unpaid } from './payment/dunning/trouble.ts';
import type { BooksView } from './payment/sums/books-view.ts';
import { chargedBackOf, givenBack, uncollected } from './payment/sums/value.ts';
import type { Outcome, Plan } from './plan.ts';
import type { CivilDate, Instant } from './time.ts';

/** What others see of a backorder; amounts in minor units of its currency. */
export type View = {
  phase: Phase;
  promiseId: string | null;
  promisedOn: CivilDate | null;
  payment: {
    state: PaymentState;
    authorized: number;
    captured: number;
    givenBack: number;
    /** What of it the customer's bank gave back past us, by a dispute that was lost. */
    chargedBack?: number;
    holdUntil: Instant | null;
    problem: Problem | null;
    /** The last day of a card that expires before the promise. */
    expiringOn: CivilDate | null;
    books?: BooksView;
    /** A payment that was named at checkout took money that does not count for the order. */
    isUnmatched?: boolean;
  };
  next: { kind: MessageKind | 'lease-end'; at: Instant } | null;
  nextWakeAt: Instant | null;
  attention: Attention[];
  isSuspended: boolean;
  outcome: Outcome | null;
};

export const paymentStates = [
  'vaulted',
  'authorizing',
  'action_required',
  'authorized',
  'captured',
  'failed',
  'released',
  'refunded',
] as const;

export type PaymentState = (typeof paymentStates)[number];

/** The backorder as others see it. */
export const viewOf = (state: Backorder, plan: Plan, at: Instant): View => {
  const held = state.intents.filter((intent) => intent.state === 'held');
  return {
    phase: phaseOf(state.stock),
    promiseId: state.promise?.promiseId ?? null,
    promisedOn: state.promise?.on ?? null,
    payment: {
      state: paymentState(state),
      authorized: held.reduce((sum, { amount }) => sum + amount, 0),
      captured: state.intents.reduce((sum, { captured }) => sum + captured, 0),
      givenBack: state.intents.reduce((sum, intent) => sum + givenBack(intent), 0),
      holdUntil: held.flatMap(({ holdUntil }) => holdUntil ?? []).sort()[0] ?? null,
      problem: isOver(state) ? null : problemOf(state, at),
      expiringOn: isExpiring(state) ? state.card.expiresOn : null,
      ...besides(state),
    },
    next: nextEvent(state, at),
    nextWakeAt: plan.wakeAt ?? null,
    attention: state.attention,
    isSuspended: state.isSuspended,
    outcome: plan.done ?? null,
  };
};

/** Only what there is of it, which is seldom anything. */
const besides = ({ waived, intents }: Backorder): Partial<View['payment']> => {
  const foreign = intents.reduce((sum, intent) => sum + intent.foreign, 0);
  const chargedBack = intents.reduce((sum, intent) => sum + chargedBackOf(intent), 0);
  return {
    ...(chargedBack > 0 && { chargedBack }),
    ...(waived + foreign > 0 && { books: { waived, foreign } }),
    ...(intents.some(isUnmatched) && { isUnmatched: true }),
  };
};

/** Nothing is left to pay: everything has ended, and what left is paid for. */
const isOver = (state: Backorder): boolean =>
  isTerminal(phaseOf(state.stock)) && uncollected(state) <= 0;

/**
 * Of the newest intent that came to anything; a deposit counts only once it went back. Until a
 * card that said no is approved, or another one takes its place, it reads `failed`.
 */
export const paymentState = (state: Backorder): PaymentState => {
  const { intents, card } = state;
  const telling = intents.filter(
    (intent) =>
      intent.state !== 'closed' &&
      (intent.intentId !== upfrontId ||
        card.methodId === null ||
        unpaid(state) <= 0 ||
        isGivenBack(intent)),
  );
  const newest = telling.at(-1);
  if (newest?.state === 'action_required') return 'action_required';
  if (card.trouble !== null && newest?.state !== 'held' && newest?.state !== 'captured') {
    return 'failed';
  }
  if (newest === undefined) return 'vaulted';
  if (newest.state === 'unverified' && newest.looks.done > 0) return 'failed';
  return isGivenBack(newest) ? 'refunded' : stateOf[newest.state];
};

const isGivenBack = (intent: Intent): boolean =>
  givenBack(intent) > 0 && givenBack(intent) >= intent.captured;

const stateOf: Record<Intent['state'], PaymentState> = {
  unverified: 'captured',
  authorizing: 'authorizing',
  action_required: 'action_required',
  held: 'authorized',
  declined: 'failed',
  refused: 'failed',
  captured: 'captured',
  voided: 'released',
  closed: 'vaulted',
};

const nextEvent = (state: Backorder, at: Instant): View['next'] => {
  const mail = nextSentMail(state, at);
  const [lease] = state.stock.leases
    .filter((each) => each.state === 'leased')
    .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1));
  if (lease && (!mail || lease.endsAt < mail.at)) return { kind: 'lease-end', at: lease.endsAt };
  return mail ? { kind: mail.kind, at: mail.at } : null;
};
