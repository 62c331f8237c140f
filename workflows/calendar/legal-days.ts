import { addWorkingDays } from '../domain/law/policy/holidays.ts';
import { policyOf } from '../domain/law/policy/jurisdiction.ts';
import { refundDueOn, vestsOn } from '../domain/law/refund-deadline.ts';
import { addDays, type CivilDate, type Instant } from '../domain/time.ts';
import { dayAtShipTo, type ShipTo, zoneAtShipTo } from './ship-to-day.ts';
import { startOfDay } from './zone.ts';

/** The first instant that is no longer of that day in the zone: what comes then comes too late. */
export const endOfDay = (on: CivilDate, timeZone: string): Instant =>
  startOfDay(addDays(on, 1), timeZone);

/**
 * By when the refund of a cancellation must be sent: the end, at ship-to, of the last day for it.
 * `endedOn`: the last day of a deadline that ended the order by law.
 */
export const refundByAt = (
  shipTo: ShipTo,
  { at, endedOn }: { at: Instant; endedOn?: CivilDate | undefined },
): Instant => {
  const vestedOn = vestsOn({ on: dayAtShipTo(shipTo, at), endedOn });
  return endOfDay(refundDueOn(vestedOn, policyOf(shipTo.country)), zoneAtShipTo(shipTo));
};

/**
 * The day at ship-to that "within so many days" of an instant means: its last one. `isBusiness`: only
 * working days count.
 */
export const dayWithin = (
  shipTo: ShipTo,
  { from, days, isBusiness }: { from: Instant; days: number; isBusiness: boolean },
): CivilDate => {
  const on = dayAtShipTo(shipTo, from);
  return isBusiness ? addWorkingDays(on, days, policyOf(shipTo.country)) : addDays(on, days);
};
