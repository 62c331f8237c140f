import { addDays, type CivilDate, daysBetween } from '../time.ts';

/** The Monday of that day's week. */
export const mondayOf = (on: CivilDate): CivilDate => addDays(on, -daysSinceMonday(on));

/** The Mondays of all weeks from that of `from` to that of `to`, the newest `most` of them. */
export const weeksFrom = (from: CivilDate, to: CivilDate, most: number): CivilDate[] => {
  const last = mondayOf(to);
  const count = Math.floor(daysBetween(mondayOf(from), last) / 7) + 1;
  const weeks = Math.min(Math.max(1, count), most);
  return Array.from({ length: weeks }, (_, week) => addDays(last, (week + 1 - weeks) * 7));
};

const daysSinceMonday = (on: CivilDate): number =>
  (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
