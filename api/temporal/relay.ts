import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { Logger } from 'pino';
import { getOpening } from '../../db/backorder/opening.ts';
import { setStarted } from '../../db/backorder/place.ts';
import type { Db } from '../../db/client.ts';
import { listReconsidered } from '../../db/mail/reconsider.ts';
import { dropPromiseMoves, listMoved } from '../../db/promise/changes.ts';
import { claimNews, finishNews, type News, postponeNews } from '../../db/record/news.ts';
import { readSnapshot, readSnapshots } from '../../db/stock/ledger/snapshot.ts';
import type { LawRules } from '../../workflows/calendar/law-clock.ts';
import { open } from '../../workflows/domain/backorder/backorder.ts';
import type { Snapshot } from '../../workflows/domain/backorder/snapshot.ts';
import {
  mailReconsidered,
  openingAttributes,
  type Start,
  stockChanged,
  workflowIdOf,
  workflowType,
} from '../../workflows/messages.ts';
import type { Temporal } from './client.ts';
import { findEnd, isGone } from './gone.ts';
import { createLoop, type Loop } from './loop.ts';
import { Unavailable } from './port.ts';
import { tellOfMoves } from './tell-promises.ts';

/** Tells workflows of changes in the ledger. It starts the new ones, and signals the others. */
export type Relay = Loop & {
  /** Starts the order's workflow if it has not been started. Safe to repeat. */
  start(orderId: string): Promise<void>;
};

type Deps = {
  db: Db;
  temporal: Temporal;
  taskQueue: string;
  /** How long new leases of an order wait for others, in milliseconds. */
  joinLeasesMs: number;
  law?: LawRules;
  logger: Logger;
};

const batch = 64;
const claimMs = 30_000;
/** Well within the claim. */
const deadlineMs = 10_000;
const pollMs = 200;
const pauseMs = 1_000;

/** Runs until it is closed. Several relays may run: each claims its own news. */
export const createRelay = (deps: Deps): Relay => {
  let isDoubtful = false;
  const loop = createLoop(async () => {
    try {
      if (isDoubtful && !(await deps.temporal.isReachable())) throw new Unavailable();
      const { claimed, failed } = await deliverBatch(deps);
      isDoubtful = failed > 0;
      return claimed < batch ? pollMs : 0;
    } catch (error) {
      deps.logger.warn({ err: error }, 'the relay could not deliver news');
      // Checkouts go on kicking. Without a pause, an outage would become a storm of attempts.
      await sleep(pauseMs);
      return 0;
    }
  });
  return {
    ...loop,
    start: async (orderId) => startWorkflow(deps, await deps.temporal.client(), orderId),
  };
};

/** Connects before it claims, so that an outage of Temporal puts nothing off. */
const deliverBatch = async (deps: Deps): Promise<{ claimed: number; failed: number }> => {
  const client = await deps.temporal.client();
  const news = await claimNews(deps.db.sql, { limit: batch, leaseMs: claimMs });
  if (news.length === 0) return { claimed: 0, failed: 0 };
  const running = news.filter(({ started }) => started).map(({ orderId }) => orderId);
  const snapshots = running.length > 0 ? await readSnapshots(deps.db.sql, running) : undefined;
  // Read after the snapshots, so that no workflow hears of a change without the promise it broke.
  const orderIds = news.map(({ orderId }) => orderId);
  const moved = await listMoved(deps.db.sql, orderIds);
  const reconsidered = await listReconsidered(deps.db.sql, orderIds);
  const delivered = await Promise.all(
    news.map((item) => {
      const { orderId } = item;
      const told = {
        snapshot: snapshots?.get(orderId),
        moved: moved.has(orderId),
        reconsidered: reconsidered.has(orderId),
      };
      return deliver(deps, client, { ...item, ...told });
    }),
  );
  const done = news.filter((_, index) => delivered[index]);
  await finishNews(deps.db.sql, ...done);
  return { claimed: news.length, failed: news.length - done.length };
};

/**
 * False when it has to be tried again. News is deleted once it is delivered, and only if nothing
 * newer has come meanwhile.
 */
const deliver = async (deps: Deps, client: Client, news: News & Told): Promise<boolean> => {
  const { db, logger } = deps;
  const { orderId, attempts } = news;
  try {
    await client.withDeadline(Date.now() + deadlineMs, async () => {
      if (!news.started) await startWorkflow(deps, client, orderId);
      if (news.started || news.moved) await signal(deps, client, news);
    });
    return true;
  } catch (error) {
    const delayMs = Math.min(1_000 * 2 ** attempts, 60_000);
    logger.warn({ err: error, orderId }, 'news is delivered later');
    await postponeNews(db.sql, { ...news, delayMs });
    return false;
  }
};

const startWorkflow = async (deps: Deps, client: Client, orderId: string): Promise<void> => {
  const { db, taskQueue } = deps;
  const { opening, skus } = await getOpening(db.sql, orderId, deps);
  const start: Start = { opening };
  try {
    await client.workflow.start(workflowType, {
      workflowId: workflowIdOf(orderId),
      taskQueue,
      args: [start],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      typedSearchAttributes: new TypedSearchAttributes(openingAttributes(open(opening), skus)),
      staticSummary: `Backorder ${orderId}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await signal(deps, client, { orderId, moved: false, reconsidered: false });
  }
  await setStarted(db.sql, orderId);
};

/** Without a snapshot, the order's newest is read. */
type Told = {
  orderId: string;
  moved: boolean;
  /** What the customer wants to hear has changed while mail was held. */
  reconsidered: boolean;
  snapshot?: Snapshot | undefined;
};

const signal = async (
  deps: Deps,
  client: Client,
  { orderId, moved, reconsidered, snapshot: known }: Told,
): Promise<void> => {
  const { db } = deps;
  const snapshot = known ?? (await readSnapshot(db.sql, orderId));
  const handle = client.workflow.getHandle(workflowIdOf(orderId));
  try {
    if (moved) await tellOfMoves(db, handle, { orderId, snapshot });
    else await handle.signal(stockChanged, snapshot);
    if (reconsidered) await handle.signal(mailReconsidered);
  } catch (error) {
    if (!isGone(error)) throw error;
    if (await findEnd(deps, orderId)) await dropPromiseMoves(db, orderId);
  }
};
