import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  civilDateIn,
  instantAt,
  isTimeZone,
  startOfDay,
} from '../../../workflows/calendar/zone.ts';
import { addDays, addMs, minuteMs } from '../../../workflows/domain/time.ts';
import vectors from '../../vectors/zones.json' with { type: 'json' };
import { localTime } from './local-time.ts';

describe('instantAt', () => {
  it.each(vectors)('finds $local in $zone: $why', ({ zone, local, at }) => {
    const [on = '', clock = ''] = local.split('T');
    const [hour, minute] = clock.split(':').map(Number);
    expect(instantAt({ on, hour: hour ?? 0, minute, timeZone: zone })).toBe(at);
  });

  it('answers the first instant at which clocks show the time or a later one, in every zone', () => {
    fc.assert(
      fc.property(fc.oneof(anyTime, timeNearAChange), ({ local, timeZone }) => {
        const at = instantAt({ ...fieldsOf(local), timeZone });
        expect(localTime(at, timeZone) >= `${local}:00`).toBe(true);
        expect(localTime(addMs(at, -1000), timeZone) < `${local}:00`).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    { on: '2026-02-30', hour: 10, timeZone: 'UTC' },
    { on: '2026-02-01', hour: 24, timeZone: 'UTC' },
    { on: '2026-02-01', hour: 10, minute: 60, timeZone: 'UTC' },
    { on: '2026-02-01', hour: 10, timeZone: 'Mars/Olympus' },
  ])('refuses what is on no calendar: $on $hour:$minute $timeZone', (local) => {
    expect(() => instantAt(local)).toThrow(RangeError);
  });
});

describe('civilDateIn', () => {
  it.each([
    ['2026-11-24T04:59:59.999Z', 'America/New_York', '2026-11-23'],
    ['2026-11-24T05:00:00.000Z', 'America/New_York', '2026-11-24'],
    ['2026-11-23T18:29:59.999Z', 'Asia/Kolkata', '2026-11-23'],
    ['2026-11-23T18:30:00.000Z', 'Asia/Kolkata', '2026-11-24'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31'],
    ['2026-11-23T23:30:00-05:00', 'Europe/Berlin', '2026-11-24'],
  ])('knows that %s in %s is %s', (at, zone, on) => {
    expect(civilDateIn(at, zone)).toBe(on);
  });

  it('knows it before, at and after any change of clocks, in whatever order it is asked', () => {
    const apart = fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 });
    fc.assert(
      fc.property(
        timeNearAChange,
        fc.array(apart, { maxLength: 9 }),
        ({ local, timeZone }, all) => {
          const change = Date.parse(`${local}:00Z`);
          for (const ms of [0, ...all]) {
            const at = new Date(change + ms).toISOString();
            expect(civilDateIn(at, timeZone)).toBe(localTime(at, timeZone).slice(0, 10));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('knows it to the millisecond where clocks change at midnight', () => {
    const change = Date.parse('2018-11-04T03:00:00.000Z');
    const days = [-1, 0, 1, -1].map((ms) =>
      civilDateIn(new Date(change + ms).toISOString(), 'America/Sao_Paulo'),
    );
    expect(days).toEqual(['2018-11-03', '2018-11-04', '2018-11-04', '2018-11-03']);
  });
});

describe('a day in a zone', () => {
  it.each([
    ['2027-03-14', 'America/New_York', '2027-03-14T05:00:00.000Z', '2027-03-15T04:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00:00.000Z', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s runs from %s until %s', (on, zone, from, until) => {
    expect([startOfDay(on, zone), startOfDay(addDays(on, 1), zone)]).toEqual([from, until]);
  });
});

describe('isTimeZone', () => {
  it.each(['America/New_York', 'UTC', 'US/Eastern', 'Asia/Calcutta', 'Etc/GMT+2'])(
    'takes %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each([
    '',
    'Mars/Olympus',
    '+02:00',
    '-0500',
    'GMT+2',
    'UTC ',
    'Europe',
    '2026-01-01T00:00Z[UTC]',
  ])('refuses "%s"', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

const fieldsOf = (local: string): { on: string; hour: number; minute: number } => ({
  on: local.slice(0, 10),
  hour: Number(local.slice(11, 13)),
  minute: Number(local.slice(14, 16)),
});

const anyMinute = fc
  .integer({ min: Date.parse('1990-01-01') / minuteMs, max: Date.parse('2037-12-31') / minuteMs })
  .map((minutes) => new Date(minutes * minuteMs).toISOString().slice(0, 16));

const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

const anyTime = fc.record({ local: anyMinute, timeZone: anyZone });

/** Quarters of an hour around the last change of the clocks before a time, if there was one. */
const timeNearAChange = fc
  .record({ local: anyMinute, timeZone: anyZone, quarters: fc.integer({ min: -8, max: 12 }) })
  .map(({ local, timeZone, quarters }) => {
    const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
    const change = zoned.getTimeZoneTransition('previous') ?? zoned;
    const before = change.subtract({ minutes: 1 }).toPlainDateTime().add({ minutes: 1 });
    const near = before.add({ minutes: 15 * quarters });
    return { local: near.toString({ smallestUnit: 'minute' }), timeZone };
  });
