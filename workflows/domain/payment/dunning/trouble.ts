import type { Backorder } from '../../backorder/backorder.ts';
import { isFinal, type ProblemReason } from '../../backorder/card.ts';
import { isTerminal, type Lease, phaseOf } from '../../backorder/snapshot.ts';
import { earliest, type Instant } from '../../time.ts';
import { coveringIntent, holdNeeds, isHoldWanted } from '../sums/holds.ts';
import { chargeable, collected, type Need, remainingValue } from '../sums/value.ts';
import { dunning, firmUntil, graceEnd, retryAt } from './rules.ts';

/** What stands between an order and its payment, as far as the customer may know it. */
export type Problem = {
  reason: ProblemReason;
  /** Minor units still to be held or charged. */
  amount: number;
  /** The intent that the customer can confirm; null when there is none. */
  intentId: string | null;
  /** When the units go to others without the payment; null when none are set aside for it. */
  payBy: Instant | null;
  /** When the waiting units are cancelled, if nothing happens. */
  cancelsAt: Instant | null;
  /** When we try the same card again; null when we do not. */
  retryAt: Instant | null;
};

/**
 * Whether the payment is stuck: card and consent are still to come, the card is in trouble, or an
 * intent is refused or unconfirmed.
 */
export const isBlocked = ({ ask, card, intents }: Backorder): boolean =>
  ask !== undefined ||
  card.trouble !== null ||
  intents.some(({ state }) => state === 'refused' || state === 'unverified');

/**
 * Whether we may try the card for this lease. Not while an intent waits for the customer or for a
 * person of ours, nor before a declined intent of the lease is closed.
 */
export const mayAuthorize = (state: Backorder, leaseId: string, at: Instant): boolean => {
  const isClear = state.intents.every(
    (intent) =>
      intent.state !== 'refused' &&
      intent.state !== 'unverified' &&
      intent.state !== 'action_required' &&
      !(intent.state === 'declined' && intent.leaseId === leaseId),
  );
  const opensAt = gateOf(state);
  return isClear && !state.ask && (opensAt === 'open' || (opensAt !== null && opensAt <= at));
};

/** When we try a declined card again, if anything is to be held or collected. */
export const nextTry = (state: Backorder, at: Instant): Instant | undefined => {
  const opensAt = gateOf(state);
  if (opensAt === 'open' || opensAt === null || opensAt <= at) return undefined;
  const isWanted = holdNeeds(state, at).some((each) => isHoldWanted(state, each, at));
  return chargeable(state) > 0 || isWanted ? opensAt : undefined;
};

/**
 * When the lease's units go to others if the payment does not come. Null for firm units as long as
 * the card is not in trouble.
 */
export const payBy = ({ card, intents }: Backorder, lease: Lease): Instant | null => {
  if (lease.state === 'leased') return lease.endsAt;
  if (card.trouble === null) return null;
  const held = intents.findLast(
    ({ leaseId, state }) => leaseId === lease.leaseId && state === 'held',
  );
  return firmUntil(card.trouble, held?.holdUntil ?? null);
};

/** Whether firm units go to others now: no hold covers them, and their `payBy` has passed. */
export const isForfeit = (state: Backorder, lease: Lease, at: Instant): boolean => {
  if (lease.state !== 'firm' || !uncovered(state, at).some((each) => each.lease === lease)) {
    return false;
  }
  const until = payBy(state, lease);
  return until !== null && until <= at;
};

/** When the grace of an order that is barred for its payment ends; null when none runs. */
export const graceEndsAt = ({ stock, graceFrom, card }: Backorder): Instant | null =>
  stock.barred === 'payment' &&
  card.trouble !== null &&
  graceFrom !== null &&
  !isTerminal(phaseOf(stock))
    ? graceEnd(graceFrom)
    : null;

/** When an order ends whose customer gives no card or no consent; null when neither is missing. */
export const askEndsAt = ({ ask, stock }: Backorder): Instant | null =>
  ask === undefined || isTerminal(phaseOf(stock)) ? null : ask.endsAt;

/** What the customer has to know about the payment; null when the card is not in trouble. */
export const problemOf = (state: Backorder, at: Instant): Problem | null => {
  const { trouble } = state.card;
  if (trouble === null) return null;
  const open = holdNeeds(state, at).filter((each) => isHoldWanted(state, each, at));
  const keptUntil = earliest(...open.map(({ lease }) => payBy(state, lease))) ?? null;
  const waiting = state.intents.find((intent) => intent.state === 'action_required');
  // The bank ruled this card out, but the customer can still confirm with another one.
  const isTheirs = waiting !== undefined && isFinal(trouble.kind);
  return {
    reason: isTheirs ? 'authentication' : dunning[trouble.kind].reason,
    amount: amountOf(state, open),
    intentId: waiting?.intentId ?? null,
    payBy: keptUntil,
    cancelsAt: graceEndsAt(state) ?? (keptUntil && graceEnd(state.graceFrom ?? keptUntil)),
    retryAt: nextTry(state, at) ?? null,
  };
};

const amountOf = (state: Backorder, open: { need: number }[]): number => {
  const needs = open.reduce((sum, { need }) => sum + need, chargeable(state));
  return needs > 0 ? needs : Math.max(0, unpaid(state));
};

/** Minor units still to be charged before all that was not cancelled has left. */
export const unpaid = (state: Backorder): number =>
  remainingValue(state) - state.waived - collected(state);

/** Whether anything that left, is set aside or waits is neither paid nor held. */
export const isAnythingUnpaid = (state: Backorder, at: Instant): boolean =>
  chargeable(state) > 0 ||
  uncovered(state, at).length > 0 ||
  (unpaid(state) > 0 && state.stock.lines.some(({ waiting, kept }) => waiting + kept > 0));

const uncovered = (state: Backorder, at: Instant): Need[] =>
  holdNeeds(state, at).filter(
    ({ lease, need }) => need > 0 && coveringIntent(state, lease.leaseId, need, at) === undefined,
  );

/**
 * When we may try the card again; null: never. After `authentication` only an intent that still
 * waits for the customer stands in the way.
 */
const gateOf = ({ card: { trouble } }: Backorder): Instant | 'open' | null =>
  trouble === null || trouble.kind === 'authentication' ? 'open' : retryAt(trouble);
