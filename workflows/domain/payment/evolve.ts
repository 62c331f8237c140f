import { raise, settle } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { type DeclineKind, isInTrouble } from '../backorder/card.ts';
import { forget } from '../backorder/delays.ts';
import type { Fact, MoneyFact } from '../backorder/fact.ts';
import { type Intent, newIntent, shippedLeaseId } from '../backorder/intent.ts';
import { wanting } from '../backorder/look-counter.ts';
import { owe } from '../backorder/owe.ts';
import { isTerminal, phaseOf } from '../backorder/snapshot.ts';
import { changed } from '../backorder/with-intent.ts';

import { addMs, dayMs, type Instant, msBetween } from '../time.ts';
import { worsen } from './dunning/rules.ts';
import { tellProblem } from './dunning/tell.ts';
import { evolveSeen } from './evolve-look.ts';
import { refunded, refundFailed } from './evolve-refund.ts';
import { isMoneyKey } from './steps.ts';
import { debtOf, uncollected } from './sums/value.ts';

type Money = Extract<Fact, MoneyFact>;

export const evolveMoney = (state: Backorder, fact: Money): Backorder => {
  const { intentId } = fact;
  switch (fact.type) {
    case 'AuthorizationStarted':
      return started(state, fact);
    case 'CaptureStarted':
      return changed(state, intentId, { capturing: fact.amount });
    case 'RefundStarted':
      return changed(state, intentId, ({ refundFrom }) => ({
        refundingUpTo: fact.upTo,
        refundFrom: refundFrom ?? fact.at,
      }));
    case 'IntentHinted':
    case 'IntentSeen':
      return evolveSeen(state, fact, evolveMoney);
    default:
      return answered(withoutBegun(state, intentId), fact);
  }
};

/** An answer about an intent settles whatever was still open about it. */
const withoutBegun = (state: Backorder, intentId: string): Backorder =>
  forget(changed(state, intentId, { capturing: null, refundingUpTo: null }), (key) =>
    isMoneyKey(key, intentId),
  );

type Begun = 'AuthorizationStarted' | 'CaptureStarted' | 'RefundStarted';

type Answer = Exclude<Money, { type: Begun | 'IntentHinted' | 'IntentSeen' }>;

const answered = (state: Backorder, fact: Answer): Backorder => {
  const { intentId, at } = fact;
  switch (fact.type) {
    case 'AuthorizationApproved':
      return approved(state, fact);
    case 'AuthenticationRequired':
      return failed(state, fact, 'authentication');
    case 'AuthorizationDeclined':
      return failed(state, fact, fact.kind);
    case 'AuthorizationRefused': {
      // What the card before was refused is no word about the one that pays now.
      if (!isByCard(state, intentId)) return changed(state, intentId, { state: 'closed' });
      const code = isForShipped(state, intentId) ? 'shipped_unpaid' : 'payment_refused';
      const next = changed(state, intentId, { state: 'refused' });
      const card = { ...next.card, looks: wanting(next.card.looks) };
      return raise({ ...next, card }, code, at);
    }
    case 'PaymentCaptured':
      return captured(state, fact);
    case 'HoldVoided': {
      const next = voided(state, intentId);
      return debtOf(next) > 0 ? raise(next, 'shipped_unpaid', at) : next;
    }
    case 'PaymentRefunded':
      return refunded(state, fact);
    case 'RefundFailed':
      return refundFailed(state, fact);
  }
};

const started = (
  state: Backorder,
  { intentId, leaseId, amount, methodId }: Extract<Money, { type: 'AuthorizationStarted' }>,
): Backorder =>
  state.intents.some((intent) => intent.intentId === intentId)
    ? state
    : { ...state, intents: [...state.intents, newIntent({ intentId, leaseId, amount, methodId })] };

const noHold = { holdUntil: null, renewAt: null };

/** A hold is renewed in its last day, or halfway if it lasts less than two. */
const approved = (
  state: Backorder,
  { intentId, holdUntil, at }: Extract<Money, { type: 'AuthorizationApproved' }>,
): Backorder => {
  const lastsMs = msBetween(at, holdUntil);
  const renewAt: Instant = addMs(holdUntil, -Math.min(dayMs, lastsMs / 2));
  const next = changed(state, intentId, { state: 'held', holdUntil, renewAt });
  const intent = next.intents.find((each) => each.intentId === intentId);
  return intent && isByCard(next, intentId) ? recovered(next, intent, at) : next;
};

/** The card pays again. Who was told otherwise hears of it, if there are units to speak of. */
const recovered = (state: Backorder, intent: Intent, at: Instant): Backorder => {
  const next = settle(closingRefused(withoutTrouble(state)), 'payment_failed', 'payment_refused');
  const isKept = state.stock.leases.some(({ leaseId }) => leaseId === intent.leaseId);
  if (!isInTrouble(state.card) || !isKept) return next;
  const key = `payment-recovered:${intent.intentId}`;
  const about = { isHeld: true, amount: intent.amount };
  return owe(next, { key, kind: 'payment-recovered', dueAt: at, about });
};

/** What was refused is asked for anew. */
export const closingRefused = (state: Backorder): Backorder => ({
  ...state,
  intents: state.intents.map((intent) =>
    intent.state === 'refused' ? { ...intent, state: 'closed' } : intent,
  ),
});

const withoutTrouble = (state: Backorder): Backorder => ({
  ...state,
  card: { ...state.card, trouble: null, isProblemTold: false },
  graceFrom: null,
});

/** An attempt may have begun with another card than the one that is to pay now. */
const isByCard = ({ intents, card }: Backorder, intentId: string): boolean =>
  intents.some((each) => each.intentId === intentId && each.methodId === card.methodId);

/** The customer is asked for a payment that goods wait for; a person hears of goods that left. */
const failed = (
  state: Backorder,
  { intentId, at }: { intentId: string; at: Instant },
  kind: DeclineKind | 'authentication',
): Backorder => {
  const isCurrent = isByCard(state, intentId);
  const waits = kind === 'authentication' && isCurrent;
  const next = changed(state, intentId, { state: waits ? 'action_required' : 'declined' });
  if (!isCurrent) return next;
  const trouble = worsen(next.card.trouble, kind, at);
  const blocked = { ...next, card: { ...next.card, trouble } };
  if (isForShipped(state, intentId)) return raise(blocked, 'shipped_unpaid', at);
  const leaseId = next.intents.find((each) => each.intentId === intentId)?.leaseId;
  const lease = next.stock.leases.find((each) => each.leaseId === leaseId) ?? null;
  return tellProblem(blocked, lease, at);
};

const captured = (
  state: Backorder,
  { intentId, captured: sum }: Extract<Money, { type: 'PaymentCaptured' }>,
): Backorder => {
  const before = state.intents.find((each) => each.intentId === intentId);
  const next = changed(state, intentId, { state: 'captured', captured: sum, ...noHold });
  const isPaidAnew = before?.state !== 'held' && isByCard(next, intentId);
  const paid = isPaidAnew ? settle(withoutTrouble(next), 'payment_failed') : next;
  return uncollected(paid) > 0 ? paid : settle(paid, 'shipped_unpaid');
};

/**
 * Only a hold that the order's end gave back counts as released to the customer: one that was never
 * approved held nothing, and one that was lost too early is followed by another.
 */
const voided = (state: Backorder, intentId: string): Backorder => {
  const isReleased = isTerminal(phaseOf(state.stock)) && uncollected(state) <= 0;
  return changed(state, intentId, (intent) => {
    if (intent.state !== 'held') return { state: 'closed', ...noHold };
    return { state: 'voided', ...noHold, ...(isReleased ? {} : { amount: 0 }) };
  });
};

const isForShipped = ({ intents }: Backorder, intentId: string): boolean =>
  intents.some((each) => each.intentId === intentId && each.leaseId === shippedLeaseId);
