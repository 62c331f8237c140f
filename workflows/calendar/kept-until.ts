import { addDays, type CivilDate, type Instant } from '../domain/time.ts';
import { civilDateIn } from './zone.ts';

/**
 * The day until which a customer is told that units are kept: the last whole one before the lease
 * ends, so that whoever acts on that day is in time wherever they are on it.
 */
export const keptUntil = (leaseEndsAt: Instant, timeZone: string): CivilDate =>
  addDays(civilDateIn(leaseEndsAt, timeZone), -1);
