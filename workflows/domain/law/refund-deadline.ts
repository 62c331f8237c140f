import type { Backorder } from '../backorder/backorder.ts';
import type { PolicyName } from '../backorder/law.ts';
import { addDays, type CivilDate, type Instant } from '../time.ts';
import { addWorkingDays } from './policy/holidays.ts';

/** The working days within which a refund is sent. 16 CFR 435.1(b)(1) */
const workingDays = 7;

/** The days at most where it is owed without undue delay. 2011/83/EU art. 13(1); CCR 2013 reg. 34 */
const mostDays = 14;

/** What vested the right to a refund: `on`, the day of the cancellation, or a deadline's last day. */
type Cancelled = { on: CivilDate; endedOn?: CivilDate | undefined };

/** The day on which the right to a refund vests: of what the law ends, the day after its last one. */
export const vestsOn = ({ on, endedOn }: Cancelled): CivilDate =>
  endedOn === undefined ? on : addDays(endedOn, 1);

/** The last day on which a refund may be sent whose right vested that day. */
export const refundDueOn = (vestedOn: CivilDate, policy: PolicyName): CivilDate =>
  policy === 'eu' || policy === 'uk'
    ? addDays(vestedOn, mostDays)
    : addWorkingDays(vestedOn, workingDays, policy);

/**
 * By when the law wants money sent that is owed since `from`: as the last cancellation has it, which
 * knew where the order goes. Money that goes back without one counts from the day in UTC.
 */
export const refundDueAt = ({ law }: Backorder, from: Instant): Instant =>
  law.refundBy ?? `${addDays(refundDueOn(from.slice(0, 10), law.clock.policy), 1)}T00:00:00.000Z`;
