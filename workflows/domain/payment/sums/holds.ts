import type { Backorder } from '../../backorder/backorder.ts';
import { type Intent, isLive } from '../../backorder/intent.ts';
import type { Lease } from '../../backorder/snapshot.ts';
import { earliest, type Instant } from '../../time.ts';
import { chargeable, leaseNeeds, type Need, trifle } from './value.ts';

/**
 * Whether the lease's units may become firm: they are paid for, or a live hold covers what they
 * need. Never before the provider has confirmed the payment that the shop named at checkout, nor
 * while card and consent are still to come.
 */
export const isCovered = (state: Backorder, lease: Lease, at: Instant): boolean => {
  if (state.ask || state.isRevived) return false;
  if (state.intents.some((intent) => intent.state === 'unverified')) return false;
  const need = holdNeeds(state, at).find((each) => each.lease === lease)?.need ?? 0;
  return need === 0 || coveringIntent(state, lease.leaseId, need, at) !== undefined;
};

/**
 * What has to be held for each lease, in minor units. A part that is too little to be charged needs
 * no hold of its own: it is carried to the next lease whose authorisation has not begun.
 */
export const holdNeeds = (state: Backorder, at: Instant): Need[] => {
  if (state.stock.leases.length === 0) return [];
  let carried = trifle(state);
  return leaseNeeds(state).map(({ lease, need }) => {
    if (need === 0) return { lease, need };
    const all = need + carried;
    const whole = Math.min(all, begunSum(state, { lease, need }, at) ?? all);
    const isHeld = whole >= state.leastCharge;
    carried = isHeld ? all - whole : all;
    return { lease, need: isHeld ? whole : 0 };
  });
};

/** The sum of the lease's newest authorisation that has begun and is enough for its own units. */
const begunSum = (
  { intents }: Backorder,
  { lease: { leaseId }, need }: Need,
  at: Instant,
): number | undefined =>
  intents.findLast(
    (intent) =>
      intent.leaseId === leaseId &&
      intent.amount >= need &&
      (intent.state === 'authorizing' || intent.state === 'action_required' || isLive(intent, at)),
  )?.amount;

/** Minor units of firm units that need no hold, because they are too little to be charged alone. */
export const carriedSum = (state: Backorder, at: Instant): number => {
  const needs = leaseNeeds(state);
  return holdNeeds(state, at).reduce(
    (sum, { lease, need }, index) =>
      sum + (lease.state === 'firm' && need === 0 ? (needs[index]?.need ?? 0) : 0),
    0,
  );
};

/** The lease's newest live hold of at least `need` minor units. */
export const coveringIntent = (
  { intents }: Backorder,
  leaseId: string,
  need: number,
  at: Instant,
): Intent | undefined =>
  intents.findLast(
    (intent) => intent.leaseId === leaseId && intent.amount >= need && isLive(intent, at),
  );

/** Whether the lease needs a hold: it has none that is large enough, or a renewal is due. */
export const isHoldWanted = (
  state: Backorder,
  { lease: { leaseId }, need }: Need,
  at: Instant,
): boolean => need > 0 && (coveringIntent(state, leaseId, need, at)?.renewAt ?? at) <= at;

/** The first instant after `at` at which a hold has to be renewed, or ends. */
export const nextHoldChange = ({ intents }: Backorder, at: Instant): Instant | undefined =>
  earliest(
    ...intents
      .flatMap(({ state, renewAt, holdUntil }) => (state === 'held' ? [renewAt, holdUntil] : []))
      .filter((instant) => instant !== null && instant > at),
  );

/**
 * Minor units of live holds that no capture waits for. A partial capture voids the rest of its
 * hold, so a hold that a capture will touch does not count.
 */
export const freeHolds = (state: Backorder, at: Instant): number => {
  let owed = chargeable(state);
  let free = 0;
  for (const intent of heldInOrderOfUse(state)) {
    if (owed > 0) owed -= intent.capturing ?? intent.amount;
    else if (isLive(intent, at)) free += intent.amount;
  }
  return free;
};

/**
 * Holds in the order in which captures use them: those with a capture under way, then those whose
 * goods have all left, then by the age of their leases.
 */
export const heldInOrderOfUse = ({ intents, stock }: Backorder): Intent[] => {
  const place = ({ leaseId, capturing }: Intent) =>
    capturing === null ? stock.leases.findIndex((lease) => lease.leaseId === leaseId) : -2;
  return intents.filter(({ state }) => state === 'held').sort((a, b) => place(a) - place(b));
};
