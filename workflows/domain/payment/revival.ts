import type { Backorder } from '../backorder/backorder.ts';
import { clearDelays } from '../backorder/delays.ts';
import type { SearchEffect } from '../backorder/effect.ts';
import type { Fact, FoundIntent } from '../backorder/fact.ts';
import { isHeldByShop, newIntent, shippedLeaseId } from '../backorder/intent.ts';
import type { Snapshot } from '../backorder/snapshot.ts';
import type { Instant } from '../time.ts';
import { holdNeeds, isHoldWanted } from './sums/holds.ts';
import { debtOf } from './sums/value.ts';

/** In place of a lease id, on an intent that nothing of the order is known to need. */
export const foundLeaseId = 'found';

/**
 * The state from which a lost run begins anew. `shown`: the revision of the last view that stands,
 * so that the next one is newer. Nothing is asked of the provider before it was read.
 */
export const revive = (state: Backorder, { shown }: { shown: number }): Backorder => ({
  ...state,
  isRevived: true,
  revision: Math.max(state.revision, shown),
});

/**
 * After a lost run, the only step about money is to read all that the provider has. It knows nothing
 * of what the shop holds itself.
 */
export const searchSteps = ({ isRevived, intents }: Backorder): SearchEffect[] => {
  if (!isRevived) return [];
  const known = intents
    .filter((intent) => !isHeldByShop(intent))
    .map(({ intentId, state, refundedByUs }) => ({
      ...{ intentId, refundedByUs },
      isAnswered: state !== 'authorizing',
    }));
  return [{ lane: 'money', type: 'findIntents', subject: '', turn: '', known }];
};

/**
 * Takes in intents of ours that the state does not know, as begun: their answers follow. Each is
 * for the first lease that needs as much, else for goods that left unpaid, else for nothing: then
 * it is given up.
 */
export const adoptIntents = (
  state: Backorder,
  { intents, at }: Extract<Fact, { type: 'IntentsFound' }>,
): Backorder => {
  const known = new Set(state.intents.map(({ intentId }) => intentId));
  const next = intents
    .filter(({ intentId }) => !known.has(intentId))
    .reduce((before, found) => adopt(before, found, at), state);
  const made = Math.max(next.intentsMade, ...intents.map(({ intentId }) => numberOf(intentId)));
  return clearDelays(
    { ...next, isRevived: false, intentsMade: made },
    ({ type }) => type === 'findIntents',
  );
};

const adopt = (state: Backorder, found: FoundIntent, at: Instant): Backorder => {
  const leaseId = leaseFor(state, found, at);
  return { ...state, intents: [...state.intents, newIntent({ ...found, leaseId })] };
};

const leaseFor = (state: Backorder, { amount }: FoundIntent, at: Instant): string => {
  const lease = holdNeeds(state, at).find(
    (each) =>
      isHoldWanted(state, each, at) &&
      each.need <= amount &&
      !state.intents.some((intent) => isBegunFor(intent, each.lease)),
  );
  if (lease) return lease.lease.leaseId;
  return debtOf(state) > 0 ? shippedLeaseId : foundLeaseId;
};

const isBegunFor = (
  { leaseId, state }: Backorder['intents'][number],
  lease: Snapshot['leases'][number],
): boolean => leaseId === lease.leaseId && (state === 'authorizing' || state === 'action_required');

/** `i7` is the seventh. */
const numberOf = (intentId: string): number => Number(/^i(\d+)$/.exec(intentId)?.[1] ?? 0);
