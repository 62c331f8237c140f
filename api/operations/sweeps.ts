import type { Logger } from 'pino';
import { eraseOldOrders } from '../../db/backorder/retention.ts';
import type { Db } from '../../db/client.ts';
import { deleteOldShopDeliveries } from '../../db/connector/deliveries.ts';
import { deleteOldAudit } from '../../db/desk/people/audit.ts';
import { forgetEndedSessions } from '../../db/desk/people/sessions.ts';
import { deleteOldIdempotencyKeys } from '../../db/http/idempotency.ts';
import { deleteOldWebhooks } from '../../db/http/webhooks.ts';
import { deleteOldImports } from '../../db/import/uploads.ts';
import { deleteOldDeliveries } from '../../db/outbound/deliveries.ts';
import { runUnfinishedSupplyChanges } from '../../db/promise/supply-changes.ts';
import { goOnWithLate } from '../../db/stock/give-up/end.ts';
import { endExpiredLeases } from '../../db/stock/lease/end-expired.ts';
import { openWalksForAccumulating } from '../../db/stock/queue/begin-accumulating.ts';
import { giveOutAfter, runUnfinishedWalks } from '../../db/stock/queue/walks.ts';
import { deleteOldUpdates } from '../../db/updates/published.ts';
import { hourMs } from '../../workflows/domain/time.ts';
import { sessionEnds } from '../access/session-ends.ts';
import type { Temporal } from '../temporal/client.ts';
import { createLoop } from '../temporal/loop.ts';
import type { BackorderActs } from '../temporal/port.ts';
import { cancelGivenUp } from './give-up-orders.ts';
import { giveKeptWords } from './give-words.ts';
import { watch } from './watch.ts';

type Deps = {
  db: Db;
  temporal: Temporal;
  acts: BackorderActs;
  logger: Logger;
  /** Days after its end for which an order keeps its personal data; undefined: for ever. */
  retainDays: number | undefined;
  /** Orders may have news. */
  onFilled: () => void;
};

const fillEveryMs = 1_000;
const fillBudgetMs = 5_000;
const wordsEveryMs = 2_000;
/** How soon one that another process has begun, or that has to be asked again, is seen. */
const giveUpEveryMs = 2_000;
const giveUpBudgetMs = 5_000;
const watchEveryMs = 60_000;
const ageEveryMs = 60_000;
/** A workflow that runs ends its leases itself, within seconds. */
const leaseOverdueMs = 5 * 60_000;
const eraseEveryMs = 10 * 60_000;
const eraseBatch = 50;
const eraseAgainMs = 1_000;
const keysKeptHours = 48;
/** Stripe repeats an event for three days, and lists it for thirty. */
const webhooksKeptDays = 35;
/** A file comes within minutes, or not at all. */
const importsKept = { endedDays: 30, abandonedHours: 1 };
const deliveriesKeptDays = 30;
/** Nobody asks for the news of another year. */
const updatesKeptDays = 400;
const auditKeptDays = 365;

/** Work that must go on although nobody asks for it. Several processes may do it at once. */
export const createSweeps = (deps: Deps) => {
  const { db, temporal, acts, logger, retainDays, onFilled } = deps;
  const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.warn({ err: error, sweep: name }, 'a sweep is made up for later');
    }
  };
  /** Goes on with filling that a budget, a crash or a checkout left undone. */
  const filling = createLoop(async () => {
    await attempt('walks', async () => {
      if ((await runUnfinishedWalks(db, { budgetMs: fillBudgetMs })) > 0) onFilled();
    });
    await attempt('supplies', async () => {
      const now = new Date().toISOString();
      const walked = await runUnfinishedSupplyChanges(db, { budgetMs: fillBudgetMs, now });
      if (walked > 0) onFilled();
    });
    return fillEveryMs;
  });
  const forgetting = createLoop(async () => {
    await attempt('keys', () =>
      deleteOldIdempotencyKeys(db.sql, { olderThanHours: keysKeptHours }),
    );
    await attempt('webhooks', () => deleteOldWebhooks(db.sql, { olderThanDays: webhooksKeptDays }));
    await attempt('shop deliveries', () =>
      deleteOldShopDeliveries(db.sql, { olderThanDays: webhooksKeptDays }),
    );
    await attempt('imports', () => deleteOldImports(db.sql, importsKept));
    await attempt('deliveries', () =>
      deleteOldDeliveries(db.sql, { olderThanDays: deliveriesKeptDays }),
    );
    await attempt('updates', () => deleteOldUpdates(db.sql, { olderThanDays: updatesKeptDays }));
    await attempt('sessions', () => forgetEndedSessions(db.sql, sessionEnds));
    await attempt('audit', () => deleteOldAudit(db.sql, { olderThanDays: auditKeptDays }));
    return hourMs;
  });
  /** A batch at a time, so that others get their turn. It pauses once nothing is old enough. */
  const erasing = createLoop(async () => {
    let erased = 0;
    await attempt('retention', async () => {
      if (retainDays === undefined) return;
      erased = await eraseOldOrders(db, { afterDays: retainDays, limit: eraseBatch });
    });
    return erased === eraseBatch ? eraseAgainMs : eraseEveryMs;
  });
  const giving = createLoop(async () => {
    await attempt('words', () => giveKeptWords({ db, temporal, acts, logger }));
    return wordsEveryMs;
  });
  const givingUp = createLoop(async () => {
    let cancelled = 0;
    await attempt('give-ups', async () => {
      const given = { db, temporal, acts, logger };
      cancelled = await cancelGivenUp(given, { budgetMs: giveUpBudgetMs });
    });
    if (cancelled > 0) onFilled();
    return cancelled > 0 ? 0 : giveUpEveryMs;
  });
  const watching = createLoop(async () => {
    await attempt('watch', () => watch({ db, temporal, logger }));
    return watchEveryMs;
  });
  /** Does the work that time brings to the queue, and that parked workflows leave undone. */
  const aging = createLoop(async () => {
    await attempt('leases', async () => {
      const ended = await endExpiredLeases(db, {
        overdueMs: leaseOverdueMs,
        budgetMs: fillBudgetMs,
      });
      if (ended > 0) onFilled();
    });
    await attempt('accumulation', async () => {
      const opened = openWalksForAccumulating(db.sql);
      const { walkIds } = await giveOutAfter(db, opened, { budgetMs: fillBudgetMs });
      if (walkIds.length > 0) onFilled();
    });
    await attempt('late give-ups', () => goOnWithLate(db.sql));
    return ageEveryMs;
  });
  return {
    kick: () => {
      filling.kick();
      givingUp.kick();
    },
    close: async () => {
      const loops = [filling, forgetting, erasing, giving, givingUp, watching, aging];
      await Promise.all(loops.map((loop) => loop.close()));
    },
  };
};
