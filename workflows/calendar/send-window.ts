import type { LocalDay } from '../domain/mail/gate/window.ts';
import { addDays, addMs, type CivilDate, type Instant, later } from '../domain/time.ts';
import { civilDateIn, instantAt, startOfDay } from './zone.ts';

const opensHour = 8;
const closesHour = 20;
export const dueHour = 10;

type Zone = {
  timeZone: string;
  /** By how much mail of this address comes after the hour. */
  jitterMs: number;
};

/**
 * The days around an instant in the customer's zone, in order. A day that the zone left out, when
 * it moved over the date line, is none.
 */
export const localDays = (
  at: Instant,
  { back, ahead, ...zone }: Zone & { back: number; ahead: number },
): LocalDay[] => {
  const today = civilDateIn(at, zone.timeZone);
  return Array.from({ length: back + 1 + ahead }, (_, index) =>
    localDay(addDays(today, index - back), zone),
  ).filter(({ startsAt, endsAt }) => startsAt < endsAt);
};

/** One day in the customer's zone. An hour that the clocks jump over is the first one after it. */
export const localDay = (on: CivilDate, { timeZone, jitterMs }: Zone): LocalDay => {
  const startsAt = startOfDay(on, timeZone);
  const endsAt = startOfDay(addDays(on, 1), timeZone);
  const atHour = (hour: number): Instant => clamp(instantAt({ on, hour, timeZone }));
  const clamp = (at: Instant): Instant => (at < endsAt ? later(at, startsAt) : endsAt);
  const opensAt = atHour(opensHour);
  return {
    ...{ startsAt, endsAt, opensAt },
    closesAt: atHour(closesHour),
    resumesAt: addMs(opensAt, jitterMs),
    dueAt: addMs(atHour(dueHour), jitterMs),
  };
};
