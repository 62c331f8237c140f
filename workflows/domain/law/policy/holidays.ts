import type { PolicyName } from '../../backorder/law.ts';
import { addDays, type CivilDate } from '../../time.ts';

/**
 * The legal public holidays of the United States, 5 U.S.C. 6103(a), for the years from 2000 on. The
 * day of the inauguration is one in and around Washington alone (6103(c)), and so is left out.
 */
const fixed = [
  { day: '01-01', since: 1870 },
  { day: '06-19', since: 2021 },
  { day: '07-04', since: 1870 },
  { day: '11-11', since: 1978 },
  { day: '12-25', since: 1870 },
];

const monday = 1;
const thursday = 4;
const friday = 5;

/** `nth` of that weekday in the month, from 1; the last one where `isLast`. */
const floating = [
  { month: 1, weekday: monday, nth: 3 },
  { month: 2, weekday: monday, nth: 3 },
  { month: 5, weekday: monday, isLast: true },
  { month: 9, weekday: monday, nth: 1 },
  { month: 10, weekday: monday, nth: 2 },
  { month: 11, weekday: thursday, nth: 4 },
];

/**
 * The day so many working days later; the day itself for none. Weekends do not count, and neither do
 * federal holidays under `us`, and under `strict`, which takes its working days from there. Of the
 * holidays of other countries we know none, so that under `eu` and `uk` the earlier day counts.
 */
export const addWorkingDays = (on: CivilDate, days: number, policy: PolicyName): CivilDate => {
  const hasHolidays = policy === 'us' || policy === 'strict';
  let until = on;
  for (let left = days; left > 0; ) {
    until = addDays(until, 1);
    const isOff = isWeekend(until) || (hasHolidays && isFederalHoliday(until));
    if (!isOff) left -= 1;
  }
  return until;
};

/**
 * Whether federal offices are closed for a holiday that day. One on a Saturday is kept on the Friday
 * before it (5 U.S.C. 6103(b)(1)), one on a Sunday on the Monday after it (Executive Order 11582).
 */
export const isFederalHoliday = (on: CivilDate): boolean => {
  const weekday = weekdayOf(on);
  return (
    isFixed(on) ||
    floating.some((rule) => isFloating(on, rule)) ||
    (weekday === friday && isFixed(addDays(on, 1))) ||
    (weekday === monday && isFixed(addDays(on, -1)))
  );
};

const isFixed = (on: CivilDate): boolean =>
  fixed.some(({ day, since }) => on.slice(5) === day && Number(on.slice(0, 4)) >= since);

const isFloating = (on: CivilDate, rule: (typeof floating)[number]): boolean => {
  const { month, weekday, nth, isLast } = rule;
  if (Number(on.slice(5, 7)) !== month || weekdayOf(on) !== weekday) return false;
  if (isLast) return addDays(on, 7).slice(5, 7) !== on.slice(5, 7);
  return Math.ceil(Number(on.slice(8)) / 7) === nth;
};

/** 0 is Sunday. */
const weekdayOf = (on: CivilDate): number => new Date(`${on}T00:00:00Z`).getUTCDay();

const isWeekend = (on: CivilDate): boolean => weekdayOf(on) % 6 === 0;
