import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMs,
  dayMs,
  daysBetween,
  earliest,
  hourMs,
  msBetween,
} from '../../../workflows/domain/time.ts';
import { dayZero } from '../../support/cast.ts';

describe('instants', () => {
  test('move by milliseconds in both directions and stay comparable as text', () => {
    expect(addMs(dayZero, dayMs)).toBe('2026-11-24T10:00:00.000Z');
    expect(addMs(dayZero, -hourMs)).toBe('2026-11-23T09:00:00.000Z');
    expect(addMs('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(addMs(dayZero, 1) > dayZero).toBe(true);
  });

  test('lie apart by what was added', () => {
    expect(msBetween(dayZero, addMs(dayZero, 1234))).toBe(1234);
    expect(msBetween(addMs(dayZero, 1234), dayZero)).toBe(-1234);
  });

  test.each([
    { instants: [], first: undefined },
    { instants: [undefined, null], first: undefined },
    { instants: [addMs(dayZero, 1), null, dayZero], first: dayZero },
  ])('have an earliest only if there is one: $instants', ({ instants, first }) => {
    expect(earliest(...instants)).toBe(first);
  });
});

describe('civil dates', () => {
  test.each([
    { from: '2026-11-23', days: 0, to: '2026-11-23' },
    { from: '2026-11-23', days: 53, to: '2027-01-15' },
    { from: '2028-02-28', days: 1, to: '2028-02-29' },
    { from: '2027-02-28', days: 1, to: '2027-03-01' },
    { from: '2027-03-01', days: -1, to: '2027-02-28' },
    { from: '2026-03-28', days: 2, to: '2026-03-30' },
  ])('$days days from $from is $to', ({ from, days, to }) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });
});
