import type { Backorder } from '../../backorder/backorder.ts';
import { isWaiting, type Lease, leaseMs } from '../../backorder/snapshot.ts';
import { addMs, type Instant } from '../../time.ts';
import { mayAuthorize } from './trouble.ts';

/**
 * Whether the lease still waits for others that may follow within seconds, so that a lorry of ten
 * SKUs is one hold and one mail, not ten.
 */
export const isAwaitingOthers = (state: Backorder, lease: Lease, at: Instant): boolean =>
  nextJoin(state, at) !== undefined && freshLeases(state, at).includes(lease);

/**
 * When the leases that await others go on, counted from the oldest; undefined when none does. None
 * does once everything has come, nor after a shipment was reported.
 */
export const nextJoin = (state: Backorder, at: Instant): Instant | undefined => {
  const { stock, joinMs, joinedAt } = state;
  if (joinMs === 0 || !isWaiting(stock)) return undefined;
  const [oldest] = freshLeases(state, at);
  if (oldest === undefined) return undefined;
  const openedAt = addMs(oldest.endsAt, -leaseMs);
  const until = addMs(openedAt, joinMs);
  return until <= at || (joinedAt ?? '') >= openedAt ? undefined : until;
};

/** The leases to make one of before money is asked for them, oldest first; none if it is one. */
export const leasesToJoin = (state: Backorder, at: Instant): Lease[] => {
  if (state.stock.leases.length < 2 || nextJoin(state, at) !== undefined) return [];
  const fresh = freshLeases(state, at);
  return fresh.length < 2 ? [] : fresh;
};

/**
 * Leases for which money may be asked and never was. A customer whose card was declined may know
 * when a lease ends, so such a one stays as it is.
 */
const freshLeases = (state: Backorder, at: Instant): Lease[] =>
  state.stock.leases.filter(
    ({ state: its, endsAt, leaseId }) =>
      its === 'leased' &&
      endsAt > at &&
      state.intents.every((intent) => intent.leaseId !== leaseId) &&
      mayAuthorize(state, leaseId, at),
  );
