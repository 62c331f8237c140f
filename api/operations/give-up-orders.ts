import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import { forgetCancellation, recordCancellation } from '../../db/stock/cancel.ts';
import { endGiveUps } from '../../db/stock/give-up/end.ts';
import {
  claimOrder,
  countCancelled,
  type DueOrder,
  decideOrder,
  findAsked,
  isTakenUp,
  putOrderOff,
} from '../../db/stock/give-up/orders.ts';
import { writeDown } from '../../db/stock/give-up/write-down.ts';
import { cancelIdOf } from '../../workflows/domain/backorder/stock-act.ts';
import { nowOf } from '../http/order-time.ts';
import type { Temporal } from '../temporal/client.ts';
import type { BackorderActs } from '../temporal/port.ts';

type Deps = {
  db: Db;
  temporal: Pick<Temporal, 'isReachable'>;
  acts: Pick<BackorderActs, 'act'>;
  logger: Logger;
};

/** One that does not answer takes one of them for some seconds, and leaves the others. */
const atOnce = 6;
const mostPauseMs = 60_000;
/** A long list is written in turns, so that the first of it are cancelled meanwhile. */
const writingMs = 2_000;

/**
 * Cancels what waits of all that was given up, order by order, each by the act of its own backorder.
 * Several processes may do it at once. Returns how many orders it dealt with. While Temporal is away
 * they are written down, and nothing is claimed.
 */
export const cancelGivenUp = async (
  deps: Deps,
  { budgetMs }: { budgetMs: number },
): Promise<number> => {
  await writeDown(deps.db, { budgetMs: writingMs });
  if (!(await deps.temporal.isReachable())) return 0;
  const endsAt = performance.now() + budgetMs;
  let count = 0;
  const go = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const order = await claimOrder(deps.db.sql);
      if (!order) return;
      count++;
      await cancelOrder(deps, order);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, go));
  await endGiveUps(deps.db);
  return count;
};

/** After a crash it is done once more, under the same name: what was cancelled is found there. */
const cancelOrder = async ({ db, acts, logger }: Deps, order: DueOrder): Promise<void> => {
  const { orderId, giveUpId } = order;
  try {
    const code = await ask({ db, acts }, order);
    if (code !== undefined) return await decideOrder(db, order, { outcome: 'refused', code });
    const units = await countCancelled(db.sql, order);
    if (units === 0 && (await isTakenUp(db.sql, order))) {
      return await decideOrder(db, order, { outcome: 'refused', code: 'taken_up' });
    }
    await decideOrder(db, order, { outcome: units > 0 ? 'cancelled' : 'gone', units });
  } catch (error) {
    logger.warn({ err: error, orderId, giveUpId }, 'what was given up is cancelled later');
    await putOrderOff(db.sql, order, Math.min(mostPauseMs, 1_000 * 2 ** order.tries));
  }
};

/**
 * The code of a refusal; undefined when it was done, before or now, or nothing waits any more. One
 * that was asked already and did not answer may still do it: its words are kept for that.
 */
const ask = async (
  { db, acts }: Pick<Deps, 'db' | 'acts'>,
  order: DueOrder,
): Promise<string | undefined> => {
  const { orderId, giveUpId, reason } = order;
  const { parts, done } = await findAsked(db.sql, order);
  if (done !== null) return undefined;
  if (await isTakenUp(db.sql, order)) return 'taken_up';
  if (parts.length === 0) return undefined;
  const [by, cancelId, at] = ['shop' as const, cancelIdOf(order), nowOf(order)];
  await recordCancellation(db.sql, { orderId, cancelId, by, lines: parts, at, reason, giveUpId });
  const request = { type: 'CancelBackorder' as const, cancelId, by, lines: parts };
  const answer = await acts.act(orderId, request, { id: `cancel/${cancelId}` });
  if (!('refused' in answer)) return undefined;
  await forgetCancellation(db.sql, { orderId, cancelId });
  return answer.refused;
};
