const shortestWaitDays = 10;
const usualGapDays = 20;
const mostMails = 30;
const clearDays = 2;
const weekDays = 7;
const mostInAWeek = 3;

/**
 * The days of a wait, counted from its first, on which to send excitement: in order, evenly spread,
 * at least 8 days apart, 30 at most. Two weeks get one, four months six; a wait under 10 days, or
 * one whose `taken` days are a mail every few days, gets none. Each is 2 days from start, end and
 * `taken`, and none is the fourth mail in seven days: else the nearest such day (the earlier of
 * two), or none.
 */
export const excitementDays = (waitDays: number, taken: readonly number[]): number[] => {
  if (waitDays < shortestWaitDays) return [];
  const count = Math.min(mostMails, Math.max(1, Math.floor(waitDays / usualGapDays)));
  return Array.from({ length: count }, (_, index) =>
    nearestClearDay(Math.round(((index + 1) * waitDays) / (count + 1)), { waitDays, taken }),
  ).filter((day) => day !== undefined);
};

type Wait = { waitDays: number; taken: readonly number[] };

const nearestClearDay = (ideal: number, { waitDays, taken }: Wait): number | undefined => {
  const sent = taken.filter((day) => day > 0);
  const kept = [0, waitDays, ...taken];
  return [0, -1, 1, -2, 2]
    .map((shift) => ideal + shift)
    .find(
      (day) =>
        kept.every((other) => Math.abs(other - day) >= clearDays) && leavesAWeekFree(day, sent),
    );
};

/** Whether no seven days with this one hold more mail than a customer should get. */
const leavesAWeekFree = (day: number, sent: readonly number[]): boolean =>
  Array.from({ length: weekDays }, (_, back) => day - back).every(
    (first) =>
      sent.filter((other) => other >= first && other < first + weekDays).length < mostInAWeek,
  );
