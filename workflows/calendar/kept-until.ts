import { addDays, type CivilDate, daysBetween, type Instant } from '../domain/time.ts';
import { civilDateIn } from './zone.ts';

/**
 * The day until which we tell a customer that units, or their place in line, are kept: the last
 * whole day before the end, so that acting at any hour of it is in time. Never a day that is over:
 * if it all ends today, the answer is today.
 */
export const lastDayBefore = (endsAt: Instant, timeZone: string, now: Instant): CivilDate => {
  const lastOn = addDays(civilDateIn(endsAt, timeZone), -1);
  const today = civilDateIn(now, timeZone);
  return daysBetween(lastOn, today) > 0 ? today : lastOn;
};
