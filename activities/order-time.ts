import { skippedMsOf } from '../workflows/domain/order-time.ts';
import { type Instant, minuteMs } from '../workflows/domain/time.ts';

/** How far the order of a call is ahead of the wall; 0 unless it was forwarded. */
export const skippedMsAt = (at: Instant): number =>
  skippedMsOf({ orderNow: at, wallNow: new Date().toISOString(), driftMs });

/** The clocks of servers and workers may differ by this much although nobody has skipped time. */
const driftMs = minuteMs;
