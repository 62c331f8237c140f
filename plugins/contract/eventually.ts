import { setTimeout as sleep } from 'node:timers/promises';

/** Only what fails waits so long. */
const patienceMs = 60_000;

/** Until the check passes; throws what it threw last. */
export const eventually = async (check: () => Promise<void>): Promise<void> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(100);
    }
  }
};
