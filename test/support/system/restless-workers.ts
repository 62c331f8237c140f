import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../bench/soak/random.ts';
import { type Child, startWorkerProcess } from './child.ts';
import type { System } from './system.ts';

/** Two workers that share the work, of which one may be killed at any moment. */
export type RestlessWorkers = {
  /** Kills one of them every now and then, and starts it again, for as long as `work` takes. */
  during<T>(work: () => Promise<T>): Promise<T>;
  kills(): number;
  stop(): Promise<void>;
};

/** One dies early, so that no work is too short for it. */
const firstMs = 1_000;
const usualMs = 4_000;

export const startRestlessWorkers = async (
  system: System,
  random: Random,
): Promise<RestlessWorkers> => {
  const workers: Child[] = await Promise.all([
    startWorkerProcess(system),
    startWorkerProcess(system),
  ]);
  let kills = 0;
  const killOne = async (): Promise<void> => {
    const nth = random.below(workers.length);
    await workers[nth]?.kill();
    kills += 1;
    workers[nth] = await startWorkerProcess(system);
  };
  return {
    during: async (work) => {
      const over = new AbortController();
      const { signal } = over;
      const killing = (async () => {
        for (let longest = firstMs; ; longest = usualMs) {
          await sleep(random.below(longest), undefined, { signal }).catch(() => undefined);
          if (signal.aborted) return;
          await killOne();
        }
      })();
      try {
        return await work();
      } finally {
        over.abort();
        await killing;
      }
    },
    kills: () => kills,
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
};
