import { closeAttention, raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { type DeclineKind, isInTrouble } from '../backorder/card.ts';
import { clearDelays } from '../backorder/delays.ts';
import type { Fact, MoneyFact } from '../backorder/fact.ts';
import { type Intent, newIntent, shippedLeaseId } from '../backorder/intent.ts';
import { wantAnother } from '../backorder/look-counter.ts';
import { owe } from '../backorder/owe.ts';
import { isTerminal, phaseOf } from '../backorder/snapshot.ts';
import { withIntent } from '../backorder/with-intent.ts';

import { chargeStep } from '../currency.ts';
import { refundDueAt } from '../law/refund-deadline.ts';
import { addMs, dayMs, type Instant, msBetween } from '../time.ts';
import { worsen } from './dunning/rules.ts';
import { tellProblem } from './dunning/tell.ts';
import { evolveLook } from './evolve-look.ts';
import { failRefund, takeRefund } from './evolve-refund.ts';
import { adoptIntents } from './revival.ts';
import { isOnIntent } from './steps.ts';
import { chargeable, debtOf, uncollected } from './sums/value.ts';

type Money = Extract<Fact, MoneyFact>;

export const evolveMoney = (state: Backorder, fact: Money): Backorder => {
  if (fact.type === 'IntentsFound') return adoptIntents(state, fact);
  const { intentId } = fact;
  switch (fact.type) {
    case 'AuthorizationStarted':
      return startAuthorization(state, fact);
    case 'CaptureStarted':
      return withIntent(state, intentId, { capturing: fact.amount });
    case 'RefundStarted':
      return withIntent(state, intentId, ({ refundBy }) => ({
        refundingUpTo: fact.upTo,
        refundBy: refundBy ?? refundDueAt(state, fact.at),
      }));
    case 'IntentHinted':
    case 'IntentSeen':
    case 'SumsSeen':
      return evolveLook(state, fact);
    default:
      return applyAnswer(clearBegun(state, intentId), fact);
  }
};

/** An answer about an intent also ends the capture or refund under way on it, and its delays. */
const clearBegun = (state: Backorder, intentId: string): Backorder =>
  clearDelays(withIntent(state, intentId, { capturing: null, refundingUpTo: null }), (delay) =>
    isOnIntent(delay, intentId),
  );

type Begun = 'AuthorizationStarted' | 'CaptureStarted' | 'RefundStarted';

type Answer = Exclude<
  Money,
  { type: Begun | 'IntentsFound' | 'IntentHinted' | 'IntentSeen' | 'SumsSeen' }
>;

const applyAnswer = (state: Backorder, fact: Answer): Backorder => {
  const { intentId, at } = fact;
  switch (fact.type) {
    case 'AuthorizationApproved':
      return approveHold(state, fact);
    case 'AuthenticationRequired':
      return failAuthorization(state, fact, 'authentication');
    case 'AuthorizationDeclined':
      return failAuthorization(state, fact, fact.kind);
    case 'AuthorizationRefused': {
      if (fact.code === tooSmall) return learnLeast(state, { intentId, state: 'closed' });
      // A refusal of the card before says nothing about the one that pays now.
      if (!isByCard(state, intentId)) return withIntent(state, intentId, { state: 'closed' });
      const code = isForShipped(state, intentId) ? 'shipped_unpaid' : 'payment_refused';
      const next = withIntent(state, intentId, { state: 'refused' });
      const card = { ...next.card, looks: wantAnother(next.card.looks) };
      return raise({ ...next, card }, code, at);
    }
    case 'PaymentCaptured':
      return takeCapture(state, fact);
    // The hold is of no use any more: another one carries the sum together with the next.
    case 'CaptureTooSmall':
      return learnLeast(state, { intentId, state: 'declined', amount: fact.amount });
    case 'HoldVoided': {
      const next = voidIntent(state, intentId);
      return debtOf(next) > 0 ? raise(next, 'shipped_unpaid', at) : next;
    }
    case 'PaymentRefunded':
      return takeRefund(state, fact);
    case 'RefundFailed':
      return failRefund(state, fact);
  }
};

/** The provider's word for a sum that it does not charge because it is too little. */
const tooSmall = 'amount_too_small';

/** The provider takes no such sum, whatever our table says. We ask for no less than a bit more. */
const learnLeast = (
  state: Backorder,
  { intentId, ...refused }: Pick<Intent, 'intentId' | 'state'> & { amount?: number },
): Backorder => {
  const intent = state.intents.find((each) => each.intentId === intentId);
  const amount = refused.amount ?? intent?.amount ?? 0;
  const next = withIntent(state, intentId, { state: refused.state });
  return { ...next, leastCharge: Math.max(state.leastCharge, amount + chargeStep(state.currency)) };
};

const startAuthorization = (
  state: Backorder,
  { intentId, leaseId, amount, methodId }: Extract<Money, { type: 'AuthorizationStarted' }>,
): Backorder =>
  state.intents.some((intent) => intent.intentId === intentId)
    ? state
    : {
        ...state,
        intentsMade: state.intentsMade + 1,
        intents: [...state.intents, newIntent({ intentId, leaseId, amount, methodId })],
      };

const noHold = { holdUntil: null, renewAt: null };

/** We renew a hold in its last day, or halfway if it lasts less than two days. */
const approveHold = (
  state: Backorder,
  { intentId, holdUntil, at }: Extract<Money, { type: 'AuthorizationApproved' }>,
): Backorder => {
  const lastsMs = msBetween(at, holdUntil);
  const renewAt: Instant = addMs(holdUntil, -Math.min(dayMs, lastsMs / 2));
  const next = withIntent(state, intentId, { state: 'held', holdUntil, renewAt });
  const intent = next.intents.find((each) => each.intentId === intentId);
  return intent && isByCard(next, intentId) ? tellRecovery(next, intent, at) : next;
};

/**
 * The card pays again. We owe the news to a customer who was told of trouble, for units still set
 * aside.
 */
const tellRecovery = (state: Backorder, intent: Intent, at: Instant): Backorder => {
  const next = closeAttention(
    closeRefused(clearTrouble(state)),
    'payment_failed',
    'payment_refused',
  );
  const isKept = state.stock.leases.some(({ leaseId }) => leaseId === intent.leaseId);
  if (!isInTrouble(state.card) || !isKept) return next;
  const key = `payment-recovered:${intent.intentId}`;
  const about = { outcome: 'held', amount: intent.amount } as const;
  return owe(next, { key, kind: 'payment-recovered', dueAt: at, about });
};

/** Closes refused intents, so that we ask for their sums anew. */
export const closeRefused = (state: Backorder): Backorder => ({
  ...state,
  intents: state.intents.map((intent) =>
    intent.state === 'refused' ? { ...intent, state: 'closed' } : intent,
  ),
});

const clearTrouble = (state: Backorder): Backorder => ({
  ...state,
  card: { ...state.card, trouble: null, isProblemTold: false },
  graceFrom: null,
});

/** Whether it was tried with the card that pays now: it may have begun with another one. */
const isByCard = ({ intents, card }: Backorder, intentId: string): boolean =>
  intents.some((each) => each.intentId === intentId && each.methodId === card.methodId);

/** We ask the customer for a payment that goods wait for, and a person if the goods have left. */
const failAuthorization = (
  state: Backorder,
  { intentId, at }: { intentId: string; at: Instant },
  kind: DeclineKind | 'authentication',
): Backorder => {
  const isCurrent = isByCard(state, intentId);
  const waits = kind === 'authentication' && isCurrent;
  const next = withIntent(state, intentId, { state: waits ? 'action_required' : 'declined' });
  if (!isCurrent) return next;
  const trouble = worsen(next.card.trouble, kind, at);
  const blocked = { ...next, card: { ...next.card, trouble } };
  if (isForShipped(state, intentId)) return raise(blocked, 'shipped_unpaid', at);
  const leaseId = next.intents.find((each) => each.intentId === intentId)?.leaseId;
  const lease = next.stock.leases.find((each) => each.leaseId === leaseId) ?? null;
  return tellProblem(blocked, lease, at);
};

const takeCapture = (
  state: Backorder,
  { intentId, captured: sum }: Extract<Money, { type: 'PaymentCaptured' }>,
): Backorder => {
  const before = state.intents.find((each) => each.intentId === intentId);
  const next = withIntent(state, intentId, { state: 'captured', captured: sum, ...noHold });
  const isPaidAnew = before?.state !== 'held' && isByCard(next, intentId);
  const paid = isPaidAnew ? closeAttention(clearTrouble(next), 'payment_failed') : next;
  return chargeable(paid) > 0 ? paid : closeAttention(paid, 'shipped_unpaid');
};

/**
 * Only a hold voided at the order's end keeps its sum, to be told to the customer. One that was
 * never approved held nothing, and one that was lost earlier is followed by another.
 */
const voidIntent = (state: Backorder, intentId: string): Backorder => {
  const isReleased = isTerminal(phaseOf(state.stock)) && uncollected(state) <= 0;
  return withIntent(state, intentId, (intent) => {
    if (intent.state !== 'held') return { state: 'closed', ...noHold };
    return { state: 'voided', ...noHold, ...(isReleased ? {} : { amount: 0 }) };
  });
};

const isForShipped = ({ intents }: Backorder, intentId: string): boolean =>
  intents.some((each) => each.intentId === intentId && each.leaseId === shippedLeaseId);
