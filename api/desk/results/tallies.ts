import type { Wait } from '../../../db/desk/results/waits.ts';
import { type Tally, withAtRisk } from '../../../workflows/domain/desk/survival.ts';
import type { Instant } from '../../../workflows/domain/time.ts';

/** The waits of a group as the estimator takes them, by day; of all orders without a group. */
export const talliesOf = (waits: readonly Wait[], group?: Wait['group']): Tally[] =>
  waits
    .filter((wait) => group === undefined || wait.group === group)
    .map(({ days, isCancelled, count }) => ({
      time: days,
      events: isCancelled ? count : 0,
      censored: isCancelled ? 0 : count,
    }));

/** Of the orders that were still open when their week of wait began, how many were cancelled in it. */
export type WeekOfWait = { week: number; open: number; cancelled: number };

/** From the first week on, which is 1, without gaps. */
export const weeksOfWait = (waits: readonly Wait[]): WeekOfWait[] => {
  const byWeek = talliesOf(waits).map((tally) => ({ ...tally, time: Math.floor(tally.time / 7) }));
  const rows = withAtRisk(byWeek);
  const last = rows.at(-1)?.time ?? -1;
  return Array.from({ length: last + 1 }, (_, week) => {
    const row = rows.find(({ time }) => time >= week);
    const cancelled = row?.time === week ? row.events : 0;
    return { week: week + 1, open: row?.atRisk ?? 0, cancelled };
  });
};

/** How many weeks all orders waited together, and how many cancellations that came to. */
export const waitedIn = (waits: readonly Wait[]): { weeks: number; cancelled: number } => ({
  weeks: waits.reduce((sum, { days, count }) => sum + days * count, 0) / 7,
  cancelled: waits.reduce((sum, { isCancelled, count }) => sum + (isCancelled ? count : 0), 0),
});

/** When the first order was placed that was drawn into a group; undefined if none was. */
export const firstDrawn = (waits: readonly Wait[]): Instant | undefined =>
  waits
    .filter(({ group }) => group !== null)
    .map(({ since }) => since)
    .sort()[0];
