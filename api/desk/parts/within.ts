import { setTimeout as sleep } from 'node:timers/promises';

/** What `work` comes to; undefined if it takes longer than so many milliseconds. It then goes on. */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T | undefined> => {
  const late = new AbortController();
  const patience = sleep(ms, undefined, { signal: late.signal, ref: false }).catch(() => undefined);
  try {
    return await Promise.race([work, patience]);
  } finally {
    late.abort();
  }
};
