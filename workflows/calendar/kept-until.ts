import { addDays, type CivilDate, daysBetween, type Instant } from '../domain/time.ts';
import { civilDateIn } from './zone.ts';

/**
 * The day until which a customer is told that something is kept, be it units or a place in line:
 * the last whole one before it ends, so that whoever acts on that day is in time wherever they are
 * on it. Never a day that is over: on its last day, what ends during the day is kept until today.
 */
export const lastDayBefore = (endsAt: Instant, timeZone: string, now: Instant): CivilDate => {
  const lastOn = addDays(civilDateIn(endsAt, timeZone), -1);
  const today = civilDateIn(now, timeZone);
  return daysBetween(lastOn, today) > 0 ? today : lastOn;
};
