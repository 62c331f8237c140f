import { addWorkingDays, type Instant } from '../time.ts';

/** Working days within which the shop must send a refund. 16 CFR 435.1(d)(1) */
const refundWorkingDays = 7;

/** By when the shop must send back money that it has owed since `from`. */
export const refundDueAt = (from: Instant): Instant => addWorkingDays(from, refundWorkingDays);
