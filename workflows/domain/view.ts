import type { Attention } from './backorder/attention.ts';
import type { Backorder } from './backorder/backorder.ts';
import { type Intent, isUnmatched, type PaymentState, upfrontId } from './backorder/intent.ts';
import type { CardWants } from './backorder/mail.ts';
import type { MessageKind } from './backorder/message-kind.ts';
import { isTerminal, type Phase, phaseOf } from './backorder/snapshot.ts';
import { type LawView, lawViewOf } from './law/view.ts';
import { wantsOf } from './mail/statement.ts';
import { nextSentMail } from './mail/steps.ts';
import { isExpiring } from './payment/dunning/expiry.ts';
import { askEndsAt, type Problem, problemOf, unpaid } from './payment/dunning/trouble.ts';
import type { BooksView } from './payment/sums/books-view.ts';
import { chargedBackOf, givenBack, isFree, uncollected } from './payment/sums/value.ts';
import type { Outcome, Plan } from './plan.ts';
import type { CivilDate, Instant } from './time.ts';

/** What others see of a backorder; amounts in minor units of its currency. */
export type View = {
  phase: Phase;
  promise: { promiseId: string; on: CivilDate | null } | null;
  payment: {
    state: PaymentState;
    authorized: number;
    captured: number;
    givenBack: number;
    /** The part of `givenBack` that the customer's bank took back in disputes we lost. */
    chargedBack: number;
    holdUntil: Instant | null;
    problem: Problem | null;
    /** The last day of a card that expires before the promise. */
    expiringOn: CivilDate | null;
    books: BooksView;
    /** The shop named a payment at checkout that took money which does not count for the order. */
    isUnmatched: boolean;
    /** Card and consent are still to come; without both of them the order ends at `endsAt`. */
    asked?: { endsAt: Instant; wants: CardWants };
  };
  law: LawView;
  next: { kind: MessageKind | 'lease-end'; at: Instant } | null;
  nextWakeAt: Instant | null;
  attention: Attention[];
  isSuspended: boolean;
  outcome: Outcome | null;
};

/** The backorder as others see it. */
export const viewOf = (state: Backorder, plan: Plan, at: Instant): View => {
  const held = state.intents.filter((intent) => intent.state === 'held');
  return {
    phase: phaseOf(state.stock),
    promise: state.promise && { promiseId: state.promise.promiseId, on: state.promise.on },
    payment: {
      state: paymentState(state),
      authorized: sumOf(held, ({ amount }) => amount),
      captured: sumOf(state.intents, ({ captured }) => captured),
      givenBack: sumOf(state.intents, givenBack),
      holdUntil: held.flatMap(({ holdUntil }) => holdUntil ?? []).sort()[0] ?? null,
      problem: isOver(state) ? null : problemOf(state, at),
      expiringOn: isExpiring(state) ? state.card.expiresOn : null,
      chargedBack: sumOf(state.intents, chargedBackOf),
      books: { waived: state.waived, foreign: sumOf(state.intents, ({ foreign }) => foreign) },
      isUnmatched: state.intents.some(isUnmatched),
      ...askedOf(state),
    },
    law: lawViewOf(state, at),
    next: nextEvent(state, at),
    nextWakeAt: plan.wakeAt ?? null,
    attention: state.attention,
    isSuspended: state.isSuspended,
    outcome: plan.done ?? null,
  };
};

const askedOf = (state: Backorder): Pick<View['payment'], 'asked'> => {
  const endsAt = askEndsAt(state);
  return endsAt === null ? {} : { asked: { endsAt, wants: wantsOf(state) } };
};

const sumOf = (intents: readonly Intent[], amountOf: (intent: Intent) => number): number =>
  intents.reduce((sum, intent) => sum + amountOf(intent), 0);

/** Whether nothing is left to pay: everything has ended, and what left is paid for. */
const isOver = (state: Backorder): boolean =>
  isTerminal(phaseOf(state.stock)) && uncollected(state) <= 0;

/**
 * The state of the newest intent that came to anything. As long as more is to be charged, a deposit
 * counts only once it went back. Reads `failed` until a declined card is approved or replaced, and
 * `asked` until there is a card at all; an order that ends without one has nothing to pay.
 */
export const paymentState = (state: Backorder): PaymentState => {
  if (isFree(state)) return 'none';
  if (state.ask) return isOver(state) ? 'none' : 'asked';
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
