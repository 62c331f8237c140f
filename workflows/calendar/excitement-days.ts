const shortestWaitDays = 10;
const usualGapDays = 20;
const mostMails = 30;
const clearDays = 2;

/**
 * The days of a wait, counted from its first, on which a mail keeps the anticipation alive: spread
 * evenly, at least 8 days apart and in order. None for a wait under 10 days, one for two weeks, six
 * for four months, never more than 30. Each lies at least two days from the start, from the end and
 * from the `taken` days; it moves to the nearest such day, the earlier of two, or is dropped.
 */
export const excitementDays = (waitDays: number, taken: readonly number[]): number[] => {
  if (waitDays < shortestWaitDays) return [];
  const count = Math.min(mostMails, Math.max(1, Math.floor(waitDays / usualGapDays)));
  const kept = [0, waitDays, ...taken];
  return Array.from({ length: count }, (_, index) =>
    nearestClearDay(Math.round(((index + 1) * waitDays) / (count + 1)), kept),
  ).filter((day) => day !== undefined);
};

const nearestClearDay = (ideal: number, kept: readonly number[]): number | undefined =>
  [0, -1, 1, -2, 2]
    .map((shift) => ideal + shift)
    .find((day) => kept.every((other) => Math.abs(other - day) >= clearDays));
