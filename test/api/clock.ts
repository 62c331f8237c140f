import { vi } from 'vitest';

/** Runs `work` while `Date` shows that moment; timers and the database keep their own time. */
export const withClockAt = async <T>(moment: Date, work: () => Promise<T>): Promise<T> => {
  vi.useFakeTimers({ toFake: ['Date'], now: moment });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
};
