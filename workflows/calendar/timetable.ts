import {
  addDays,
  addMs,
  type CivilDate,
  daysBetween,
  type Instant,
  later,
} from '../domain/time.ts';
import { excitementDays } from './excitement-days.ts';
import { localDay } from './send-window.ts';
import { civilDateIn, startOfDay } from './zone.ts';

/**
 * A mail due `at`. From `until` on we no longer send it: a day before the next entry, so that a
 * late mail never crowds that out, at the start of the promised day, or 3 days after an excitement
 * was due, whichever comes first.
 */
type TimetableEntry = {
  kind: 'excitement' | 'countdown' | 'check-in';
  /** The same key is the same mail, even after the timetable is made anew. */
  key: string;
  at: Instant;
  until: Instant;
};

/** What the timetable depends on; `last…At` and `confirmedAt` are when those mails really went out. */
type TimetableFacts = {
  placedAt: Instant;
  promise: { on: CivilDate | null };
  /** The customer's own zone, for the hour; and that of ship-to, where days are counted. */
  timeZone: string;
  shipToZone: string;
  /** By how much all mail to this address is due after 10:00, always the same. */
  jitterMs: number;
  now: Instant;
  lastRelationshipAt: Instant | null;
  lastExcitementAt: Instant | null;
  confirmedAt: Instant | null;
};

const countdownDays = [14, 7, 3, 1];
const checkInEveryDays = 30;
const checkInsAhead = 12;
const excitementKeepsDays = 3;

/**
 * Relationship mails still due after `now`, in order, each at 10:00 local and a day from any other,
 * and no more than three in seven days.
 * With a promise: the countdown and up to 30 excitements. Without one: the next 12 check-ins (ask
 * again when they run out). The same promise always gives the same mails.
 */
export const timetable = (facts: TimetableFacts): TimetableEntry[] =>
  facts.promise.on === null ? checkIns(facts) : towards(facts.promise.on, facts);

/** A place in the timetable before it has a zone. */
type Slot = { kind: TimetableEntry['kind']; key: string; on: CivilDate };

const towards = (promisedOn: CivilDate, facts: TimetableFacts): TimetableEntry[] => {
  const from = freeFrom(facts);
  const slots = [...countdown(promisedOn, facts), ...excitement(promisedOn, facts)]
    .filter(({ on }) => on >= from)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const entries = slots.map((slot, index) => {
    const next = slots[index + 1];
    const closesAt = next
      ? dueAt(addDays(next.on, -1), facts)
      : startOfDay(promisedOn, facts.shipToZone);
    return entry(slot, closesAt, facts);
  });
  // Where the clocks of ship-to change, two days of a countdown may be neighbours for the customer.
  // The earlier mail leaves the later one its day.
  return entries.filter(({ at, until }) => at < until);
};

const checkIns = (facts: TimetableFacts): TimetableEntry[] => {
  const placedOn = civilDateIn(facts.placedAt, facts.timeZone);
  const waitedDays = daysBetween(placedOn, freeFrom(facts));
  const first = Math.ceil(waitedDays / checkInEveryDays);
  return Array.from({ length: checkInsAhead }, (_, index) => {
    const on = addDays(placedOn, (first + index) * checkInEveryDays);
    const closesAt = dueAt(addDays(on, checkInEveryDays - 1), facts);
    return entry({ kind: 'check-in', key: `check-in:${on}`, on }, closesAt, facts);
  });
};

const countdown = (promisedOn: CivilDate, facts: TimetableFacts): Slot[] =>
  countdownDays.map((days) => ({
    kind: 'countdown',
    key: `countdown:${promisedOn}:${days}`,
    on: dayOfMail(addDays(promisedOn, -days), facts),
  }));

/** The customer's day whose time for mail falls on that day at ship-to, by any jitter. */
const dayOfMail = (shipToOn: CivilDate, { timeZone, shipToZone }: TimetableFacts): CivilDate =>
  [0, 1, -1]
    .map((shift) => addDays(shipToOn, shift))
    .find((on) => civilDateIn(dueAt(on, { timeZone, jitterMs: 0 }), shipToZone) === shipToOn) ??
  shipToOn;

// Laid out from the placing and the promise alone. Mail sent since strikes days out, but moves
// none.
const excitement = (promisedOn: CivilDate, facts: TimetableFacts): Slot[] => {
  const { lastExcitementAt, timeZone } = facts;
  const placedOn = civilDateIn(facts.placedAt, timeZone);
  const waitDays = daysBetween(placedOn, promisedOn);
  const taken = countdown(promisedOn, facts).map(({ on }) => daysBetween(placedOn, on));
  const from = lastExcitementAt ? addDays(firstDueOn(lastExcitementAt, facts), 7) : placedOn;
  return excitementDays(waitDays, taken)
    .map((day) => addDays(placedOn, day))
    .filter((on) => on >= from)
    .map((on) => ({ kind: 'excitement', key: `excitement:${on}`, on }));
};

/**
 * The first day whose 10:00 lies after now, and a day or more after the customer last heard from
 * us. The placing stands in for a confirmation to come. A day ends at the same clock time on the
 * next date: 23 or 25 hours later when the clocks change.
 */
const freeFrom = (facts: TimetableFacts): CivilDate => {
  const { lastRelationshipAt } = facts;
  const heard = [facts.confirmedAt ?? facts.placedAt, lastRelationshipAt].filter(
    (at) => at !== null,
  );
  const days = heard.map((at) => addDays(firstDueOn(at, facts), 1));
  return days.reduce(later, firstDueOn(addMs(facts.now, 1), facts));
};

type Zone = Pick<TimetableFacts, 'timeZone' | 'jitterMs'>;

/** The first day whose time for mail is not before that instant. */
const firstDueOn = (at: Instant, zone: Zone): CivilDate => {
  const on = civilDateIn(at, zone.timeZone);
  return Date.parse(at) <= Date.parse(dueAt(on, zone)) ? on : addDays(on, 1);
};

const dueAt = (on: CivilDate, zone: Zone): Instant => localDay(on, zone).dueAt;

const entry = ({ kind, key, on }: Slot, closesAt: Instant, zone: Zone): TimetableEntry => {
  const lapsesAt = dueAt(addDays(on, excitementKeepsDays), zone);
  const until = kind === 'excitement' && lapsesAt < closesAt ? lapsesAt : closesAt;
  return { kind, key, at: dueAt(on, zone), until };
};
