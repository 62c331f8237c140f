import type { Backorder } from '../../backorder/backorder.ts';
import { type Intent, isLive } from '../../backorder/intent.ts';
import type { Lease } from '../../backorder/snapshot.ts';
import { earliest, type Instant } from '../../time.ts';
import { leaseNeeds, type Need, uncollected } from './value.ts';

/**
 * Whether what the lease's units still need is held, or was paid before, so that they may become
 * firm. Nothing is before the provider has confirmed what the shop says was paid at checkout.
 */
export const isCovered = (state: Backorder, lease: Lease, at: Instant): boolean => {
  if (state.intents.some((intent) => intent.state === 'unverified')) return false;
  const need = leaseNeeds(state).find((each) => each.lease === lease)?.need ?? 0;
  return need === 0 || coveringIntent(state, lease.leaseId, need, at) !== undefined;
};

/** The newest live hold that is large enough. */
export const coveringIntent = (
  { intents }: Backorder,
  leaseId: string,
  need: number,
  at: Instant,
): Intent | undefined =>
  intents.findLast(
    (intent) => intent.leaseId === leaseId && intent.amount >= need && isLive(intent, at),
  );

/** Whether the lease needs a hold that it does not have, or whose renewal is due. */
export const isHoldWanted = (
  state: Backorder,
  { lease: { leaseId }, need }: Need,
  at: Instant,
): boolean => need > 0 && (coveringIntent(state, leaseId, need, at)?.renewAt ?? at) <= at;

/** When a live hold must be renewed, and when it ends, at the earliest after `at`. */
export const nextHoldChange = ({ intents }: Backorder, at: Instant): Instant | undefined =>
  earliest(
    ...intents
      .flatMap(({ state, renewAt, holdUntil }) => (state === 'held' ? [renewAt, holdUntil] : []))
      .filter((instant) => instant !== null && instant > at),
  );

/**
 * Minor units of live holds that no capture is waiting for. A partial capture releases the rest
 * of its hold, so a hold that a capture will touch is not counted.
 */
export const freeHolds = (state: Backorder, at: Instant): number => {
  let owed = uncollected(state);
  let free = 0;
  for (const intent of heldInOrderOfUse(state)) {
    if (owed > 0) owed -= intent.capturing ?? intent.amount;
    else if (isLive(intent, at)) free += intent.amount;
  }
  return free;
};

/** Begun captures come first, then holds of goods that all left, then of those that leave first. */
export const heldInOrderOfUse = ({ intents, stock }: Backorder): Intent[] => {
  const place = ({ leaseId, capturing }: Intent) =>
    capturing === null ? stock.leases.findIndex((lease) => lease.leaseId === leaseId) : -2;
  return intents.filter(({ state }) => state === 'held').sort((a, b) => place(a) - place(b));
};
