import type { Backorder } from '../../backorder/backorder.ts';
import { isFinal, type ProblemReason } from '../../backorder/card.ts';
import { isTerminal, type Lease, phaseOf } from '../../backorder/snapshot.ts';
import { earliest, type Instant } from '../../time.ts';
import { coveringIntent, isHoldWanted } from '../sums/holds.ts';
import { collected, leaseNeeds, type Need, remainingValue, uncollected } from '../sums/value.ts';
import { dunning, firmUntil, graceEnd, retryAt } from './rules.ts';

/** What stands between an order and its payment, as its customer may know it. */
export type Problem = {
  reason: ProblemReason;
  /** Minor units that are still to be held. */
  amount: number;
  /** The intent that the customer can finish, if that is what it takes. */
  intentId: string | null;
  /** Until when units are kept for the payment; null when they have gone on. */
  payBy: Instant | null;
  /** When what waits is cancelled, if nothing happens. */
  cancelsAt: Instant | null;
  /** When the same card is asked again by itself. */
  retryAt: Instant | null;
};

/** Whether nothing comes of the payment unless somebody does something. */
export const isBlocked = ({ card, intents }: Backorder): boolean =>
  card.trouble !== null ||
  intents.some(({ state }) => state === 'refused' || state === 'unverified');

/**
 * Whether the card may be asked for this lease. While one intent waits for the customer no other
 * is made, and what a bank said no to is closed before it is asked again.
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
  return isClear && (opensAt === 'open' || (opensAt !== null && opensAt <= at));
};

/** When a card that said no is asked again, if anything is to be held or collected by then. */
export const nextTry = (state: Backorder, at: Instant): Instant | undefined => {
  const opensAt = gateOf(state);
  if (opensAt === 'open' || opensAt === null || opensAt <= at) return undefined;
  const isWanted = leaseNeeds(state).some((each) => isHoldWanted(state, each, at));
  return uncollected(state) > 0 || isWanted ? opensAt : undefined;
};

/** When units are given up if their payment does not come: for firm ones, once their hold died. */
export const payBy = ({ card, intents }: Backorder, lease: Lease): Instant | null => {
  if (lease.state === 'leased') return lease.endsAt;
  if (card.trouble === null) return null;
  const held = intents.findLast(
    ({ leaseId, state }) => leaseId === lease.leaseId && state === 'held',
  );
  return firmUntil(card.trouble, held?.holdUntil ?? null);
};

/** Firm units whose hold has died, and whose trouble has outlasted the patience with it. */
export const isForfeit = (state: Backorder, lease: Lease, at: Instant): boolean => {
  if (lease.state !== 'firm' || !uncovered(state, at).some((each) => each.lease === lease)) {
    return false;
  }
  const until = payBy(state, lease);
  return until !== null && until <= at;
};

/** When the grace ends of an order that is passed over for its payment. */
export const graceEndsAt = ({ stock, graceFrom, card }: Backorder): Instant | null =>
  stock.barred === 'payment' &&
  card.trouble !== null &&
  graceFrom !== null &&
  !isTerminal(phaseOf(stock))
    ? graceEnd(graceFrom)
    : null;

/** What the customer has to know of the payment; null when all is well. */
export const problemOf = (state: Backorder, at: Instant): Problem | null => {
  const { trouble } = state.card;
  if (trouble === null) return null;
  const open = leaseNeeds(state).filter((each) => isHoldWanted(state, each, at));
  const keptUntil = earliest(...open.map(({ lease }) => payBy(state, lease))) ?? null;
  const waiting = state.intents.find((intent) => intent.state === 'action_required');
  // Whatever their bank says of a card, the customer can confirm with another.
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
  const needs = open.reduce((sum, { need }) => sum + need, Math.max(0, uncollected(state)));
  return needs > 0 ? needs : Math.max(0, unpaid(state));
};

/** Minor units that are still to be charged before everything has left. */
export const unpaid = (state: Backorder): number =>
  remainingValue(state) - state.waived - collected(state);

/** Whether something has left, waits or is set aside that is neither paid nor held. */
export const isAnythingUnpaid = (state: Backorder, at: Instant): boolean =>
  uncollected(state) > 0 ||
  uncovered(state, at).length > 0 ||
  (unpaid(state) > 0 && state.stock.lines.some(({ waiting, kept }) => waiting + kept > 0));

const uncovered = (state: Backorder, at: Instant): Need[] =>
  leaseNeeds(state).filter(
    ({ lease, need }) => need > 0 && coveringIntent(state, lease.leaseId, need, at) === undefined,
  );

/** A bank that wants its customer is asked again as soon as no intent waits for them. */
const gateOf = ({ card: { trouble } }: Backorder): Instant | 'open' | null =>
  trouble === null || trouble.kind === 'authentication' ? 'open' : retryAt(trouble);
