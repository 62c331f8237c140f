import { raise, settle } from './attention.ts';
import type { Backorder, Intent } from './backorder.ts';
import { forget } from './delay.ts';
import { owe } from './evolve-mail.ts';
import type { Fact, MoneyFact } from './fact.ts';
import { isTerminal, phaseOf } from './ledger.ts';
import { isMoneyKey, needsCustomer, shippedLeaseId } from './payment.ts';
import { addMs, dayMs, type Instant, msBetween } from './time.ts';
import { uncollected } from './value.ts';

type Money = Extract<Fact, MoneyFact>;

export const evolveMoney = (state: Backorder, fact: Money): Backorder => {
  const { intentId } = fact;
  switch (fact.type) {
    case 'AuthorizationStarted':
      return started(state, fact);
    case 'CaptureStarted':
      return changed(state, intentId, { capturing: fact.amount });
    case 'RefundStarted':
      return changed(state, intentId, { refundingUpTo: fact.upTo });
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

type Answer = Exclude<Money, { type: Begun }>;

const answered = (state: Backorder, fact: Answer): Backorder => {
  const { intentId, at } = fact;
  switch (fact.type) {
    case 'AuthorizationApproved':
      return approved(state, fact);
    case 'AuthenticationRequired':
      return failed(changed(state, intentId, { state: 'action_required' }), fact, 'authentication');
    case 'AuthorizationDeclined':
      return failed(
        changed(state, intentId, { state: 'declined' }),
        fact,
        fact.expired ? 'expired' : 'declined',
      );
    case 'AuthorizationRefused': {
      const code = isForShipped(state, intentId) ? 'shipped_unpaid' : 'payment_refused';
      return raise(changed(state, intentId, { state: 'refused' }), code, at);
    }
    case 'PaymentCaptured': {
      const { captured } = fact;
      const next = changed(state, intentId, { state: 'captured', captured, ...noHold });
      return uncollected(next) > 0 ? next : settle(next, 'shipped_unpaid');
    }
    case 'HoldVoided': {
      const next = voided(state, intentId);
      return uncollected(next) > heldSum(next) ? raise(next, 'shipped_unpaid', at) : next;
    }
    case 'PaymentRefunded':
      return refunded(state, fact);
    case 'RefundFailed':
      return raise(state, 'refund_failed', at);
  }
};

const started = (
  state: Backorder,
  { intentId, leaseId, amount }: Extract<Money, { type: 'AuthorizationStarted' }>,
): Backorder => {
  if (state.intents.some((intent) => intent.intentId === intentId)) return state;
  const intent: Intent = {
    intentId,
    leaseId,
    amount,
    state: 'authorizing',
    ...noHold,
    captured: 0,
    refunded: 0,
    capturing: null,
    refundingUpTo: null,
  };
  return { ...state, intents: [...state.intents, intent] };
};

const changed = (state: Backorder, intentId: string, change: Partial<Intent>): Backorder => ({
  ...state,
  intents: state.intents.map((intent) =>
    intent.intentId === intentId ? { ...intent, ...change } : intent,
  ),
});

const noHold = { holdUntil: null, renewAt: null };

/** A hold is renewed in its last day, or halfway if it lasts less than two. */
const approved = (
  state: Backorder,
  { intentId, holdUntil, at }: Extract<Money, { type: 'AuthorizationApproved' }>,
): Backorder => {
  const lastsMs = msBetween(at, holdUntil);
  const renewAt: Instant = addMs(holdUntil, -Math.min(dayMs, lastsMs / 2));
  const next = changed(state, intentId, { state: 'held', holdUntil, renewAt });
  return next.intents.some(needsCustomer)
    ? next
    : settle(next, 'payment_failed', 'payment_refused');
};

/**
 * Only a hold that the order's end gave back counts as released to the customer: one that was never
 * approved held nothing, and one that was lost too early is followed by another.
 */
const voided = (state: Backorder, intentId: string): Backorder => {
  const wasHeld = state.intents.some((each) => each.intentId === intentId && each.state === 'held');
  const isReleased = wasHeld && isTerminal(phaseOf(state.stock)) && uncollected(state) <= 0;
  const nothing = isReleased ? {} : { amount: 0 };
  return changed(state, intentId, { state: 'voided', ...noHold, ...nothing });
};

const heldSum = ({ intents }: Backorder): number =>
  intents.reduce((sum, { state, amount }) => sum + (state === 'held' ? amount : 0), 0);

const isForShipped = ({ intents }: Backorder, intentId: string): boolean =>
  intents.some((each) => each.intentId === intentId && each.leaseId === shippedLeaseId);

/** The customer is asked for a payment that goods wait for; goods that left are for a person. */
const failed = (
  state: Backorder,
  { intentId, at }: { intentId: string; at: Instant },
  reason: 'declined' | 'authentication' | 'expired',
): Backorder => {
  if (isForShipped(state, intentId)) return raise(state, 'shipped_unpaid', at);
  const intent = state.intents.find((each) => each.intentId === intentId);
  const lease = state.stock.leases.find((each) => each.leaseId === intent?.leaseId);
  const told = owe(state, {
    key: `payment-problem:${intentId}`,
    kind: 'payment-problem',
    dueAt: at,
    about: {
      intentId,
      reason,
      ...(intent ? { amount: intent.amount } : {}),
      ...(lease?.state === 'leased' ? { payBy: lease.endsAt } : {}),
    },
  });
  return raise(told, 'payment_failed', at);
};

const refunded = (
  state: Backorder,
  { intentId, refunded: sum, amount, at }: Extract<Money, { type: 'PaymentRefunded' }>,
): Backorder => {
  const next = settle(changed(state, intentId, { refunded: sum }), 'refund_failed');
  return owe(next, {
    key: `refunded:${intentId}:${sum}`,
    kind: 'refunded',
    dueAt: at,
    about: { intentId, amount },
  });
};
