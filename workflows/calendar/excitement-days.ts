const shortestWaitDays = 10;
const usualGapDays = 20;
const mostMails = 30;
const clearDays = 2;

/**
 * The days of a wait, counted from its first, on which to send excitement: in order, evenly spread,
 * at least 8 days apart, 30 at most. None under 10 days; two weeks get one, four months six. Each
 * is 2 days from start, end and `taken`: else the nearest such day (the earlier of two), or none.
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
