import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import { runUnfinishedPasses } from '../db/passes.ts';
import { createLoop } from './loop.ts';

const everyMs = 1_000;
const budgetMs = 5_000;

/** Goes on with filling that a budget, a crash or a checkout left undone. */
export const createSweeps = ({
  db,
  logger,
  onFilled,
}: {
  db: Db;
  logger: Logger;
  /** Orders may have news. */
  onFilled: () => void;
}) =>
  createLoop(async () => {
    try {
      const finished = await runUnfinishedPasses(db, { budgetMs });
      if (finished > 0) onFilled();
    } catch (error) {
      logger.warn({ err: error }, 'passes are finished later');
    }
    return everyMs;
  });
