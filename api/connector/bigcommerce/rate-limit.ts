import { minuteMs } from '../../../workflows/domain/time.ts';

/** A window is 30 seconds; whatever says more is not believed. */
const longestWindowMs = 5 * minuteMs;

/**
 * Remembers what the store last said of its window, so that nothing is asked that it would refuse.
 * The last call of a window is left to others that use the same store.
 */
export const createRateLimit = (now: () => number) => {
  let restsUntilMs = 0;
  return {
    /** How long nothing shall be asked; 0 when something may. */
    restMs: (): number => Math.max(0, restsUntilMs - now()),
    heed: (headers: Headers): void => {
      const left = numberOf(headers.get('x-rate-limit-requests-left'));
      const resetMs = numberOf(headers.get('x-rate-limit-time-reset-ms'));
      if (left === undefined || resetMs === undefined || left > 1) return;
      restsUntilMs = now() + Math.min(Math.max(resetMs, 0), longestWindowMs);
    },
  };
};

const numberOf = (text: string | null): number | undefined => {
  const number = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
};
