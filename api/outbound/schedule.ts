import { dayMs, hourMs, minuteMs } from '../../workflows/domain/time.ts';

/** How long after each try that failed the next one follows, up to a tenth sooner or later. */
export const retriesAfterMs: readonly number[] = [
  5_000,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

/** An endpoint that nothing has got through to for so long is disabled. */
export const patienceMs = 5 * dayMs;

const longestRestMs = 5 * minuteMs;

/** How long to wait after that many tries; null when there were enough. `random`: from 0 to 1. */
export const retryMs = (tries: number, random: number): number | null => {
  const ms = retriesAfterMs[tries - 1];
  return ms === undefined ? null : jittered(ms, random);
};

/** How long an endpoint is left alone that could not be reached so many times in a row. */
export const restMs = (failures: number, random: number): number =>
  jittered(Math.min(5_000 * 2 ** (failures - 1), longestRestMs), random);

const jittered = (ms: number, random: number): number => Math.round(ms * (0.9 + random * 0.2));
