import { describe, expect, test } from 'vitest';
import type { PolicyName } from '../../../../../workflows/domain/backorder/law.ts';
import {
  addWorkingDays,
  isFederalHoliday,
} from '../../../../../workflows/domain/law/policy/holidays.ts';
import { addDays, type CivilDate } from '../../../../../workflows/domain/time.ts';
import vectors from '../../../../vectors/law/holidays.json' with { type: 'json' };

const weekdayOf = (on: CivilDate): number => new Date(on).getUTCDay();

const weekdaysOf = (year: string): CivilDate[] =>
  Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter(
    (on) => on.startsWith(year) && weekdayOf(on) !== 0 && weekdayOf(on) !== 6,
  );

describe('federal holidays', () => {
  test.each(Object.entries(vectors.daysOff))('of %s are those that offices keep', (year, days) => {
    const off = weekdaysOf(year).filter(isFederalHoliday);
    expect(off).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });
});

describe('working days', () => {
  test.each(vectors.workingDays)('$days from $from under $policy: $why', (each) => {
    const { from, days, policy, is } = each;
    expect(addWorkingDays(from, days, policy as PolicyName)).toBe(is);
  });
});
