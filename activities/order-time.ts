import { addMs, type Instant, msBetween } from '../workflows/domain/time.ts';

/** How far an order's own time is ahead of the wall, in milliseconds; 0 unless it was forwarded. */
export const aheadOf = (at: Instant): number => {
  const ahead = msBetween(new Date().toISOString(), at);
  return ahead > toleranceMs ? ahead : 0;
};

/** A wall instant, such as a provider's, in order time. */
export const toOrderTime = (wall: Instant, aheadMs: number): Instant => addMs(wall, aheadMs);

/** Clocks of servers and workers differ by this much without anyone having skipped time. */
const toleranceMs = 60_000;
