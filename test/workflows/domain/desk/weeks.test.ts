import { describe, expect, it } from 'vitest';
import { mondayOf, weeksFrom } from '../../../../workflows/domain/desk/weeks.ts';

describe('the weeks of a period', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-27', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('begin on a Monday: that of %s is %s', (on, monday) => {
    expect(mondayOf(on)).toBe(monday);
  });

  it('are whole, from that of the first day to that of the last', () => {
    expect(weeksFrom('2026-11-15', '2026-11-23', 9)).toEqual([
      ...['2026-11-09', '2026-11-16', '2026-11-23'],
    ]);
    expect(weeksFrom('2026-11-24', '2026-11-29', 9)).toEqual(['2026-11-23']);
  });

  it('are the newest ones where there are too many, and that of the end where none is right', () => {
    expect(weeksFrom('2000-01-01', '2026-11-27', 2)).toEqual(['2026-11-16', '2026-11-23']);
    expect(weeksFrom('2027-05-05', '2026-11-27', 2)).toEqual(['2026-11-23']);
  });
});
