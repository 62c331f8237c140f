// Temporal will be the language's own answer to zones. The polyfill steps aside once Node has it.
import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import type { CivilDate, Instant } from '../domain/time.ts';

/** The day in the zone at that instant. Throws a RangeError on a zone that `isTimeZone` refuses. */
export const civilDateIn = (at: Instant, timeZone: string): CivilDate => {
  const epochMs = Date.parse(at);
  const shown = new Date(epochMs + aheadOf(epochMs, timeZone)).toISOString();
  return shown.slice(0, shown.indexOf('T'));
};

/** Between two changes of its clocks a zone is as far ahead of UTC, all in milliseconds. */
type Stretch = { from: number; until: number; aheadMs: number };

/** The stretch that each zone was last asked about: mostly that of now. */
const stretches = new LRUCache<string, Stretch>({ max: 1_000 });

const aheadOf = (epochMs: number, timeZone: string): number => {
  const known = stretches.get(timeZone);
  if (known && known.from <= epochMs && epochMs < known.until) return known.aheadMs;
  const stretch = stretchAt(epochMs, timeZone);
  stretches.set(timeZone, stretch);
  return stretch.aheadMs;
};

const stretchAt = (epochMs: number, timeZone: string): Stretch => {
  const zoned = zonedAt(epochMs, timeZone);
  // A change at this very instant is the beginning of its stretch, not the end of the one before.
  const before = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = zoned.getTimeZoneTransition('next');
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    aheadMs: zoned.offsetNanoseconds / 1_000_000,
  };
};

/**
 * The instant at which clocks in the zone show that time (minute 0 by default). A time that clocks
 * jump over, an hour of spring or a whole day at the date line, moves to the first valid instant;
 * of a time shown twice the earlier counts. RangeError on an unknown zone, day, hour or minute.
 */
export const instantAt = ({ on, hour, minute = 0, timeZone }: LocalTime): Instant => {
  const time = `${on} ${hour}:${minute} ${timeZone}`;
  const known = instants.get(time);
  if (known !== undefined) return known;
  const found = findInstant({ on, hour, minute, timeZone });
  instants.set(time, found);
  return found;
};

type LocalTime = { on: CivilDate; hour: number; minute?: number; timeZone: string };

/** Most orders ask for the same few: the ends of the coming days where people live. */
const instants = new LRUCache<string, Instant>({ max: 10_000 });

const findInstant = ({ on, hour, minute, timeZone }: Required<LocalTime>): Instant => {
  const asked = Temporal.PlainDate.from(on).toPlainDateTime(clockAt(hour, minute));
  const found = asked.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (found.toPlainDateTime().equals(asked)) return toInstant(found);
  // "compatible" lands as far behind the gap's end as `asked` lies behind its beginning.
  const end = found.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return toInstant(end ?? found);
};

/** The first instant of that day in the zone, which is not everywhere and always 00:00. */
export const startOfDay = (on: CivilDate, timeZone: string): Instant =>
  instantAt({ on, hour: 0, timeZone });

/** That instant as clocks in the zone show it, with their offset: `2027-01-15T00:00:00+01:00`. */
export const offsetTime = (at: Instant, timeZone: string): string =>
  zonedAt(Date.parse(at), timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** Whether this is an IANA zone name, old names included. Offsets such as `+02:00` are not. */
export const isTimeZone = (name: string): boolean =>
  currentNames.has(name) || (/^[A-Za-z]/.test(name) && isKnownToIntl(name));

const currentNames: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

const isKnownToIntl = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    // Intl has no other way to say no than a RangeError.
    return false;
  }
};

const zonedAt = (epochMs: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);

const toInstant = (zoned: Temporal.ZonedDateTime): Instant =>
  new Date(zoned.epochMilliseconds).toISOString();

const clockAt = (hour: number, minute: number): Temporal.PlainTime =>
  Temporal.PlainTime.from({ hour, minute }, { overflow: 'reject' });
