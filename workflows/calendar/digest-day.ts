import type { CivilDate, Instant } from '../domain/time.ts';
import { civilDateIn, instantAt } from './zone.ts';

const hour = 8;

/** The day whose digest may go out at that instant: today from 08:00 on, before that none. */
export const digestDayAt = (now: Instant, timeZone: string): CivilDate | null => {
  const on = civilDateIn(now, timeZone);
  return instantAt({ on, hour, timeZone }) <= now ? on : null;
};
