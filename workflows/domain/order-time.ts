import { addMs, type Instant, msBetween } from './time.ts';

/**
 * A backorder has a time of its own. It is the wall's until somebody forwards the order; from then
 * on it is ahead of the wall by `skippedMs`.
 */
export const wallToOrder = (at: Instant, skippedMs: number): Instant => addMs(at, skippedMs);

/** The wall's instant at which the order's own time is `at`. */
export const orderToWall = (at: Instant, skippedMs: number): Instant => addMs(at, -skippedMs);

/** A caller's wall instant in the order's time. One that lies ahead of the order's now is its now. */
export const callerToOrder = (
  at: Instant,
  { wallNow, skippedMs }: { wallNow: Instant; skippedMs: number },
): Instant => wallToOrder(at < wallNow ? at : wallNow, skippedMs);

/** How far the order is ahead, never negative. Up to `driftMs` is only what two clocks differ by. */
export const skippedMsOf = ({
  orderNow,
  wallNow,
  driftMs = 0,
}: {
  orderNow: Instant;
  wallNow: Instant;
  driftMs?: number;
}): number => {
  const aheadMs = msBetween(wallNow, orderNow);
  return aheadMs > driftMs ? aheadMs : 0;
};
