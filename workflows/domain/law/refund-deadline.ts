import { addWorkingDays, type Instant } from '../time.ts';

/** Within which a refund must be sent. 16 CFR 435.1(d)(1) */
const refundWorkingDays = 7;

/** By when money must have gone back that is owed since then. */
export const refundDueAt = (from: Instant): Instant => addWorkingDays(from, refundWorkingDays);
