import { expect, it } from 'vitest';
import { digestDayAt } from '../../../workflows/calendar/digest-day.ts';

it.each([
  ['2026-11-23T07:59:59.999Z', 'UTC', null],
  ['2026-11-23T08:00:00.000Z', 'UTC', '2026-11-23'],
  ['2026-11-23T23:59:59.999Z', 'UTC', '2026-11-23'],
  ['2026-11-23T12:59:00.000Z', 'America/New_York', null],
  ['2026-11-23T13:00:00.000Z', 'America/New_York', '2026-11-23'],
  ['2026-11-24T04:00:00.000Z', 'America/New_York', '2026-11-23'],
  // The night in which clocks go back has an hour more.
  ['2026-11-01T12:59:00.000Z', 'America/New_York', null],
  ['2026-11-01T13:00:00.000Z', 'America/New_York', '2026-11-01'],
  ['2026-03-08T12:00:00.000Z', 'America/New_York', '2026-03-08'],
])('at %s in %s the digest of %s may go out', (now, timeZone, on) => {
  expect(digestDayAt(now, timeZone)).toBe(on);
});
