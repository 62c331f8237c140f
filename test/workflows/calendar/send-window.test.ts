import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { localDay, localDays } from '../../../workflows/calendar/send-window.ts';
import { findDay, isOpen, nextOpening } from '../../../workflows/domain/mail/gate/window.ts';
import { addMs, hourMs, msBetween } from '../../../workflows/domain/time.ts';
import { localTime } from './local-time.ts';

const around = { jitterMs: 0, back: 7, ahead: 15 };

describe('the hours in which mail goes out', () => {
  test.each([
    ['New York, clocks go forward', 'America/New_York', '2027-03-14', 23, '12:00', '00:00'],
    ['New York, clocks go back', 'America/New_York', '2027-11-07', 25, '13:00', '01:00'],
    ['Berlin, clocks go forward', 'Europe/Berlin', '2027-03-28', 23, '06:00', '18:00'],
    ['Berlin, clocks go back', 'Europe/Berlin', '2027-10-31', 25, '07:00', '19:00'],
    ['Sydney, clocks go forward', 'Australia/Sydney', '2027-10-03', 23, '21:00', '09:00'],
    ['Sydney, clocks go back', 'Australia/Sydney', '2027-04-04', 25, '22:00', '10:00'],
    ['Lord Howe, by half an hour', 'Australia/Lord_Howe', '2027-10-03', 23.5, '21:00', '09:00'],
    ['Kathmandu', 'Asia/Kathmandu', '2027-06-01', 24, '02:15', '14:15'],
  ])('on the day of %s', (_, timeZone, on, hours, opens, closes) => {
    const day = localDay(on, { timeZone, jitterMs: 0 });
    expect(msBetween(day.startsAt, day.endsAt)).toBe(hours * hourMs);
    expect([day.opensAt.slice(11, 16), day.closesAt.slice(11, 16)]).toEqual([opens, closes]);
    expect(localTime(day.opensAt, timeZone)).toBe(`${on}T08:00:00`);
    expect(localTime(day.closesAt, timeZone)).toBe(`${on}T20:00:00`);
    expect(localTime(day.dueAt, timeZone)).toBe(`${on}T10:00:00`);
  });

  it('has no day that the date line took', () => {
    const days = localDays('2011-12-30T12:00:00.000Z', { ...around, timeZone: 'Pacific/Apia' });
    const on = days.map(({ opensAt }) => localTime(opensAt, 'Pacific/Apia').slice(0, 10));
    expect(on).toContain('2011-12-29');
    expect(on).not.toContain('2011-12-30');
    expect(on).toContain('2011-12-31');
    expect(nextOpening(days, '2011-12-30T09:00:00.000Z')).toBe('2011-12-30T18:00:00.000Z');
  });
});

const moment = fc.record({
  at: fc
    .integer({ min: Date.parse('2025-01-01'), max: Date.parse('2035-01-01') })
    .map((ms) => new Date(ms).toISOString()),
  timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
});

test('mail goes out from 08:00 until 20:00 on the clocks of every zone', () => {
  fc.assert(
    fc.property(moment, ({ at, timeZone }) => {
      const days = localDays(at, { ...around, timeZone });
      const hour = Number(localTime(at, timeZone).slice(11, 13));
      expect(isOpen(days, at)).toBe(hour >= 8 && hour < 20);
      const opensAt = nextOpening(days, at) ?? at;
      expect(localTime(opensAt, timeZone)).toMatch(/T08:00:00$/);
      expect(opensAt > at && msBetween(at, opensAt) <= 25 * hourMs).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the days around an instant follow each other without a gap', () => {
  fc.assert(
    fc.property(moment, ({ at, timeZone }) => {
      const days = localDays(at, { ...around, timeZone });
      for (const [index, { startsAt, endsAt }] of days.entries()) {
        expect(days[index + 1]?.startsAt ?? endsAt).toBe(endsAt);
        expect(findDay(days, addMs(endsAt, -1))?.startsAt).toBe(startsAt);
      }
      expect(findDay(days, at)).toBe(days[7]);
    }),
    { numRuns: 200 },
  );
});
