import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import { endExpiredLeases } from '../db/expired-leases.ts';
import { deleteOldIdempotencyKeys } from '../db/idempotency.ts';
import { runPasses, runUnfinishedPasses } from '../db/passes.ts';
import { openPassesForPatient } from '../db/patience.ts';
import { hourMs } from '../workflows/domain/time.ts';
import { createLoop } from './loop.ts';

type Deps = {
  db: Db;
  logger: Logger;
  /** Orders may have news. */
  onFilled: () => void;
};

const fillEveryMs = 1_000;
const fillBudgetMs = 5_000;
const ageEveryMs = 60_000;
/** A workflow that runs ends its leases itself, within seconds. */
const leaseOverdueMs = 5 * 60_000;
const keysKeptHours = 48;

/** What must go on although nobody asks: several processes may do it at once. */
export const createSweeps = ({ db, logger, onFilled }: Deps) => {
  const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.warn({ err: error, sweep: name }, 'a sweep is made up for later');
    }
  };
  /** Goes on with filling that a budget, a crash or a checkout left undone. */
  const filling = createLoop(async () => {
    await attempt('passes', async () => {
      if ((await runUnfinishedPasses(db, { budgetMs: fillBudgetMs })) > 0) onFilled();
    });
    return fillEveryMs;
  });
  const forgetting = createLoop(async () => {
    await attempt('keys', () => deleteOldIdempotencyKeys(db, { olderThanHours: keysKeptHours }));
    return hourMs;
  });
  /** Does what time brings to the queue, and what a parked workflow leaves undone. */
  const aging = createLoop(async () => {
    await attempt('leases', async () => {
      const ended = await endExpiredLeases(db, {
        overdueMs: leaseOverdueMs,
        budgetMs: fillBudgetMs,
      });
      if (ended > 0) onFilled();
    });
    await attempt('accumulation', async () => {
      const passIds = await openPassesForPatient(db);
      await runPasses(db, passIds, { budgetMs: fillBudgetMs });
      if (passIds.length > 0) onFilled();
    });
    return ageEveryMs;
  });
  return {
    kick: filling.kick,
    close: async () => {
      await Promise.all([filling.close(), forgetting.close(), aging.close()]);
    },
  };
};
