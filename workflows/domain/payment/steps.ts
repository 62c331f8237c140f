import type { Backorder } from '../backorder/backorder.ts';
import type { EffectName, MoneyEffect } from '../backorder/effect.ts';
import { hasRefundFailed, type Intent, isHeldByShop, shippedLeaseId } from '../backorder/intent.ts';
import { isWanted } from '../backorder/look-counter.ts';
import { phaseOf } from '../backorder/snapshot.ts';
import type { Instant } from '../time.ts';
import { isAwaitingOthers, leasesToJoin } from './dunning/joining.ts';
import { mayAuthorize } from './dunning/trouble.ts';
import { isLastLookDue } from './look-before-release.ts';
import { coveringIntent, heldInOrderOfUse, holdNeeds, isHoldWanted } from './sums/holds.ts';
import { chargeable, givenBack, type Need, uncollected } from './sums/value.ts';
import { anew } from './tell-refund.ts';

/**
 * The steps to take at the provider, most urgent first. They steer to two sums, both less what was
 * paid before: captured is the value shipped, and held is the value set aside. Empty once both are
 * right.
 */
export const moneySteps = (state: Backorder, at: Instant): MoneyEffect[] => {
  // The provider may know more than we: we look before we ask.
  if (state.isRevived) return [];
  const sum = uncollected(state);
  const owed = chargeable(state, sum);
  const needs = holdNeeds(state, at);
  return [
    ...(owed > 0 ? captures(state, owed, at) : []),
    ...refunds(state, Math.max(0, -sum)),
    ...looks(state, at),
    ...voids(state, { needs, owed, at }),
    ...authorizations(state, needs, at),
  ];
};

/** Whether it names an effect on this intent. */
export const isOnIntent = ({ type, subject }: EffectName, intentId: string): boolean =>
  subject === intentId && onIntents.has(type);

const onIntents: ReadonlySet<string> = new Set<MoneyEffect['type']>([
  'authorizePayment',
  'capturePayment',
  'voidHold',
  'refundPayment',
  'lookAtIntent',
]);

/** What effects on an intent share. Without a `turn`, there is only one of its type. */
const onIntent = (intentId: string, turn = '') =>
  ({ lane: 'money', intentId, subject: intentId, turn }) as const;

const captures = (state: Backorder, owed: number, at: Instant): MoneyEffect[] => {
  const steps: MoneyEffect[] = [];
  let left = owed;
  for (const { intentId, amount: held, capturing } of heldInOrderOfUse(state)) {
    if (left <= 0) break;
    const amount = capturing ?? Math.min(left, held);
    if (capturing === null && amount < state.leastCharge) continue;
    steps.push({ ...onIntent(intentId), type: 'capturePayment', amount });
    left -= amount;
  }
  if (left >= state.leastCharge && isToAuthorize(state, shippedLeaseId, at)) {
    steps.push(authorize(state, shippedLeaseId, left));
  }
  return steps;
};

/**
 * A failed refund waits until a person resolves its attention, and then for a look: the money may
 * have gone back past us. What the shop holds only the shop sends back.
 */
const refunds = ({ intents, attention }: Backorder, excess: number): MoneyEffect[] => {
  if (attention.some(({ code }) => code === 'refund_failed')) return [];
  const steps: MoneyEffect[] = [];
  let left = excess;
  if (intents.some((intent) => hasRefundFailed(intent) && isWanted(intent.looks))) return [];
  const newestFirst = intents
    .filter((intent) => intent.captured > 0 && !isHeldByShop(intent))
    .reverse();
  newestFirst.sort((a, b) => Number(b.refundingUpTo !== null) - Number(a.refundingUpTo !== null));
  for (const intent of newestFirst) {
    const { intentId, captured, refundedByUs, refundingUpTo } = intent;
    const upTo = refundingUpTo ?? refundedByUs + Math.min(left, captured - givenBack(intent));
    const amount = upTo - refundedByUs;
    if (amount <= 0) continue;
    const turn = `${upTo}${anew(intent)}`;
    steps.push({ ...onIntent(intentId, turn), type: 'refundPayment', amount, upTo });
    left -= amount;
  }
  return steps;
};

/** We do not look while an authorisation has no answer: that answer is newer than any look. */
const looks = (state: Backorder, at: Instant): MoneyEffect[] =>
  state.intents
    .filter((intent) => intent.state !== 'authorizing')
    .flatMap((intent) => {
      const { intentId } = intent;
      // The end of the time to pay is one more reason. It counts once its look begins.
      const more = isLastLookDue(state, intent, at) ? 1 : 0;
      if (more === 0 && !isWanted(intent.looks)) return [];
      const look = intent.looks.wanted + more;
      return [{ ...onIntent(intentId, `${look}`), type: 'lookAtIntent', look }];
    });

/**
 * Closes what a bank declined, and voids holds whose lease is gone or paid for, or has a newer
 * hold. No hold goes while goods that left are unpaid, or a shipment is on its way to the ledger:
 * the ledger may take other units for it.
 */
const voids = (
  state: Backorder,
  { needs, owed, at }: { needs: Need[]; owed: number; at: Instant },
): MoneyEffect[] => {
  const isShipping = state.acts.some(({ type }) => type === 'ship');
  return state.intents
    .filter((intent) => {
      if (intent.state === 'declined') return true;
      if (intent.state === 'unverified') return isEndedUnpaid(state, intent);
      const isOpen =
        intent.state === 'held' ||
        intent.state === 'action_required' ||
        intent.state === 'authorizing';
      if (!isOpen || owed > 0 || (intent.state === 'held' && isShipping)) return false;
      const lease = needs.find((each) => each.lease.leaseId === intent.leaseId);
      if (lease === undefined || lease.need === 0) return true;
      if (intent.state === 'authorizing') return false;
      // A renewal may wait for the customer beside the hold that it is to replace.
      if (intent.state === 'action_required' && isHoldWanted(state, lease, at)) return false;
      const covering = coveringIntent(state, intent.leaseId, lease.need, at);
      return covering !== undefined && covering !== intent;
    })
    .map(({ intentId }) => ({ ...onIntent(intentId), type: 'voidHold' }));
};

/** Of unconfirmed payments at checkout we void only a hold, once the order is cancelled. */
const isEndedUnpaid = ({ stock }: Backorder, { holdUntil }: Intent): boolean =>
  holdUntil !== null && phaseOf(stock) === 'cancelled';

/**
 * We authorise nothing while a cancellation or shipment is on its way to the ledger, and nothing
 * for a lease that has ended, awaits others, or is about to be joined with them.
 */
const authorizations = (state: Backorder, needs: Need[], at: Instant): MoneyEffect[] => {
  if (state.acts.length > 0) return [];
  const joining = leasesToJoin(state, at);
  return needs
    .filter(({ lease }) => lease.state === 'firm' || lease.endsAt > at)
    .filter(({ lease }) => !joining.includes(lease) && !isAwaitingOthers(state, lease, at))
    .filter((each) => isHoldWanted(state, each, at))
    .filter(({ lease: { leaseId } }) => isToAuthorize(state, leaseId, at))
    .map(({ lease: { leaseId }, need }) => authorize(state, leaseId, need));
};

const isToAuthorize = (state: Backorder, leaseId: string, at: Instant): boolean =>
  begunFor(state, leaseId) !== undefined || mayAuthorize(state, leaseId, at);

const begunFor = ({ intents }: Backorder, leaseId: string): Intent | undefined =>
  intents.find((intent) => intent.leaseId === leaseId && intent.state === 'authorizing');

/** An attempt that has begun keeps its sum and card: the provider may have its outcome already. */
const authorize = (state: Backorder, leaseId: string, need: number): MoneyEffect => {
  const known = begunFor(state, leaseId);
  const intentId = known?.intentId ?? `i${state.intentsMade + 1}`;
  return {
    ...onIntent(intentId),
    type: 'authorizePayment',
    leaseId,
    amount: known?.amount ?? need,
    methodId: known ? known.methodId : state.card.methodId,
  };
};
