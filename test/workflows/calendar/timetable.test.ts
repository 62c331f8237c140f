import { describe, expect, it } from 'vitest';
import { timetable } from '../../../workflows/calendar/timetable.ts';
import { instantAt } from '../../../workflows/calendar/zone.ts';
import {
  addDays,
  addMs,
  type CivilDate,
  dayMs,
  daysBetween,
  hourMs,
  minuteMs,
} from '../../../workflows/domain/time.ts';
import waits from '../../vectors/timetable.json' with { type: 'json' };
import { localTime } from './local-time.ts';

type TimetableFacts = Parameters<typeof timetable>[0];
type TimetableEntry = ReturnType<typeof timetable>[number];

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
];
// A wait from the first crosses the autumn change in New York and Berlin, from the second spring's.
const starts = ['2026-10-01', '2027-03-01'];
const newYork = 'America/New_York';

describe.each(zones)('the timetable in %s', (timeZone) => {
  describe.each(starts)('from %s', (placedOn) => {
    it.each(waits)('of a wait of $waitDays days has its mails on their days', (wait) => {
      const promiseOn = addDays(placedOn, wait.waitDays);
      const entries = timetable(placed({ placedOn, hour: 9, timeZone, promiseOn }));
      expect(daysOf(entries, 'countdown', placedOn, timeZone)).toEqual(wait.countdown);
      expect(daysOf(entries, 'excitement', placedOn, timeZone)).toEqual(wait.excitement);
      expect(entries.every(({ at }) => clock(at, timeZone) === '10:00:00')).toBe(true);
    });

    it.each(waits)('of $waitDays days, placed at 23:30, spares the morning after', (wait) => {
      const promiseOn = addDays(placedOn, wait.waitDays);
      const late = { placedOn, hour: 23, minute: 30, timeZone, promiseOn };
      const entries = timetable(placed(late));
      const countdown = wait.countdown.filter((day) => day > 1);
      expect(daysOf(entries, 'countdown', placedOn, timeZone)).toEqual(countdown);
      expect(daysOf(entries, 'excitement', placedOn, timeZone)).toEqual(wait.excitement);
    });
  });
});

describe('the timetable to a promise', () => {
  const facts = placed({ placedOn: '2026-10-25', promiseOn: '2026-11-08' });

  it('keeps 10:00 local when clocks change, and says until when each mail makes sense', () => {
    expect(timetable(facts)).toEqual([
      // A day before countdown 7, sooner than three days on.
      row('excitement', 'excitement:2026-10-30', '2026-10-30T14:00', '2026-10-31T14:00'),
      row('countdown', 'countdown:2026-11-08:7', '2026-11-01T15:00', '2026-11-04T15:00'),
      row('countdown', 'countdown:2026-11-08:3', '2026-11-05T15:00', '2026-11-06T15:00'),
      // Midnight in New York, when the promised day begins.
      row('countdown', 'countdown:2026-11-08:1', '2026-11-07T15:00', '2026-11-08T05:00'),
    ]);
  });

  it('lets an excitement lapse after three days when nothing follows soon', () => {
    const [first] = timetable(placed({ placedOn: '2026-06-01', promiseOn: '2026-09-29' }));
    expect(first?.at).toBe('2026-06-18T14:00:00.000Z');
    expect(first?.until).toBe('2026-06-21T14:00:00.000Z');
  });

  it('has only what is strictly after now', () => {
    const now = '2026-11-01T15:00:00.000Z';
    expect(keys({ ...facts, now })).toEqual(['countdown:2026-11-08:3', 'countdown:2026-11-08:1']);
    expect(keys({ ...facts, now: addMs(now, -1) })).toContain('countdown:2026-11-08:7');
  });

  it.each(['2026-11-07T15:00:00Z', '2026-11-08T05:00:00Z', '2026-11-20T12:00:00Z'])(
    'has nothing more at %s, after the last countdown',
    (now) => {
      expect(timetable({ ...facts, now })).toEqual([]);
    },
  );

  it('counts the day after the confirmation from when it really went out', () => {
    const late = placed({ placedOn: '2026-10-25', promiseOn: '2026-10-29' });
    expect(keys(late)).toEqual(['countdown:2026-10-29:3', 'countdown:2026-10-29:1']);
    const confirmedAt = '2026-10-25T14:00:00.001Z';
    expect(keys({ ...late, confirmedAt })).toEqual(['countdown:2026-10-29:1']);
  });

  it('counts it from the placing while no confirmation went out', () => {
    const late = placed({ placedOn: '2026-10-25', hour: 11, promiseOn: '2026-10-27' });
    expect(timetable({ ...late, confirmedAt: null })).toEqual([]);
  });

  it('keeps a day from the last relationship mail', () => {
    const lastRelationshipAt = '2026-11-04T15:00:00.001Z';
    const now = addMs(lastRelationshipAt, 1);
    expect(keys({ ...facts, now, lastRelationshipAt })).toEqual(['countdown:2026-11-08:1']);
    expect(keys({ ...facts, now, lastRelationshipAt: '2026-11-04T15:00:00.000Z' })).toEqual([
      'countdown:2026-11-08:3',
      'countdown:2026-11-08:1',
    ]);
  });

  it('takes 10:00 to 10:00 for a day also where it has 23 hours', () => {
    const spring = placed({ placedOn: '2027-03-13', hour: 10, promiseOn: '2027-03-15' });
    expect(timetable({ ...spring, confirmedAt: null })).toEqual([
      row('countdown', 'countdown:2027-03-15:1', '2027-03-14T14:00', '2027-03-15T04:00'),
    ]);
  });

  it('keeps a week from the last excitement when a new promise moves them', () => {
    const moved = placed({ placedOn: '2026-06-01', promiseOn: '2026-09-29' });
    const now = '2026-06-18T00:00:00.000Z';
    expect(keys({ ...moved, now })[0]).toBe('excitement:2026-06-18');
    const within = { ...moved, now, lastExcitementAt: '2026-06-11T14:00:00.001Z' };
    expect(keys(within)[0]).toBe('excitement:2026-07-05');
    const week = { ...moved, now, lastExcitementAt: '2026-06-11T14:00:00.000Z' };
    expect(keys(week)[0]).toBe('excitement:2026-06-18');
  });

  it('plans anew for a new promise, from the day the order was placed', () => {
    const now = '2026-11-06T12:00:00.000Z';
    expect(keys({ ...facts, now, promise: { on: '2026-12-04' } })).toEqual([
      'excitement:2026-11-07',
      'countdown:2026-12-04:14',
      'excitement:2026-11-22',
      'countdown:2026-12-04:7',
      'countdown:2026-12-04:3',
      'countdown:2026-12-04:1',
    ]);
  });

  it('never has more than thirty excitements, however far the promise', () => {
    const far = timetable(placed({ placedOn: '2026-10-25', promiseOn: '2036-10-25' }));
    expect(far.filter(({ kind }) => kind === 'excitement')).toHaveLength(30);
    expect(far).toHaveLength(34);
  });

  it('has nothing to a promise that lay before the order', () => {
    expect(timetable(placed({ placedOn: '2026-10-25', promiseOn: '2026-10-20' }))).toEqual([]);
  });
});

describe('the timetable without a date', () => {
  const facts = placed({ placedOn: '2026-10-25', promiseOn: null });

  it('checks in every 30 days from placing, a year ahead', () => {
    const entries = timetable(facts);
    expect(entries).toHaveLength(12);
    expect(entries.slice(0, 2)).toEqual([
      row('check-in', 'check-in:2026-11-24', '2026-11-24T15:00', '2026-12-23T15:00'),
      row('check-in', 'check-in:2026-12-24', '2026-12-24T15:00', '2027-01-22T15:00'),
    ]);
    expect(entries.at(-1)?.key).toBe('check-in:2027-10-20');
  });

  it('keeps the rhythm of the placing when a promise is taken back, and runs on for years', () => {
    const now = '2028-10-20T00:00:00.000Z';
    const days = keys({ ...facts, now }).map((key) => key.replace('check-in:', ''));
    expect(days).toHaveLength(12);
    expect(days.every((on) => daysBetween('2026-10-25', on) % 30 === 0)).toBe(true);
    expect(days[0]).toBe('2028-11-13');
  });

  it('counts the days from the customer’s own date, late at night as well', () => {
    const late = placed({ placedOn: '2026-10-25', hour: 23, minute: 30, promiseOn: null });
    expect(keys(late)[0]).toBe('check-in:2026-11-24');
  });

  it('leaves out a check-in within a day of the last mail', () => {
    const lastRelationshipAt = '2026-11-23T15:00:00.001Z';
    const now = addMs(lastRelationshipAt, hourMs);
    expect(keys({ ...facts, now, lastRelationshipAt })[0]).toBe('check-in:2026-12-24');
    expect(keys({ ...facts, now: addMs(now, -dayMs) })[0]).toBe('check-in:2026-11-24');
  });
});

/** The facts a few minutes after placing, the confirmation sent. */
function placed(order: {
  placedOn: CivilDate;
  promiseOn: CivilDate | null;
  hour?: number;
  minute?: number;
  timeZone?: string;
}): TimetableFacts {
  const { placedOn, promiseOn, hour = 9, minute = 0, timeZone = newYork } = order;
  const placedAt = instantAt({ on: placedOn, hour, minute, timeZone });
  const confirmedAt = addMs(placedAt, 5 * minuteMs);
  const silent = { lastRelationshipAt: null, lastExcitementAt: null };
  return {
    placedAt,
    promise: { on: promiseOn },
    timeZone,
    shipToZone: timeZone,
    jitterMs: 0,
    now: confirmedAt,
    confirmedAt,
    ...silent,
  };
}

function row(kind: TimetableEntry['kind'], key: string, at: string, until: string): TimetableEntry {
  return { kind, key, at: `${at}:00.000Z`, until: `${until}:00.000Z` };
}

const keys = (facts: TimetableFacts): string[] => timetable(facts).map(({ key }) => key);

const clock = (at: string, timeZone: string): string => localTime(at, timeZone).slice(11);

const daysOf = (
  entries: TimetableEntry[],
  kind: TimetableEntry['kind'],
  placedOn: CivilDate,
  timeZone: string,
): number[] =>
  entries
    .filter((entry) => entry.kind === kind)
    .map(({ at }) => daysBetween(placedOn, localTime(at, timeZone).slice(0, 10)));
