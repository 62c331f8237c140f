import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import {
  areWebhooksDue,
  claimWebhooks,
  finishWebhooks,
  postponeWebhook,
  type Webhook,
} from '../../db/http/webhooks.ts';
import { createLoop, type Loop } from './loop.ts';

type Deps = { db: Db; logger: Logger };

type Handling = {
  sender: Webhook['sender'];
  /** What a first failure puts an event off by; doubled for each further one. */
  firstDelayMs: number;
  everyMs?: number;
  /** Before a batch is claimed, so that an outage puts no event off. It throws in one. */
  prepare?: (last: { isDoubtful: boolean }) => Promise<unknown>;
  /** Whether everybody concerned was told; else when to ask again, `undefined` as after a failure. */
  handle: (webhook: Webhook) => Promise<'handled' | { delayMs: number | undefined }>;
};

/** The longest that `handle` may wait for Temporal: well within a claim. */
const deadlineMs = 10_000;
const claimMs = 30_000;
const batch = 32;
const pollMs = 1_000;
const pauseMs = 1_000;
const longestDelayMs = 60_000;

/**
 * Handles each stored event of a sender until it is closed. Several may run, since each claims its
 * own. An event may be handled twice.
 */
export const createWebhookLoop = (deps: Deps, handling: Handling): Loop => {
  const { db, logger } = deps;
  const { sender, everyMs = pollMs, prepare = async () => {} } = handling;
  let isDoubtful = false;
  return createLoop(async () => {
    try {
      if (!(await areWebhooksDue(db.sql, sender))) return everyMs;
      await prepare({ isDoubtful });
      const webhooks = await claimWebhooks(db.sql, { sender, limit: batch, leaseMs: claimMs });
      const ends = await Promise.all(webhooks.map((webhook) => attempt(deps, handling, webhook)));
      await finishWebhooks(db.sql, ...webhooks.filter((_, index) => ends[index] === 'handled'));
      isDoubtful = ends.includes('failed');
      return webhooks.length < batch ? everyMs : 0;
    } catch (error) {
      logger.warn({ err: error, sender }, 'webhooks could not be handled');
      // Webhooks go on kicking. Without a pause, an outage would become a storm of attempts.
      await sleep(pauseMs);
      return 0;
    }
  });
};

/** What is not handled rests for a while. */
const attempt = async (
  { db, logger }: Deps,
  { firstDelayMs, handle }: Handling,
  webhook: Webhook,
): Promise<'handled' | 'postponed' | 'failed'> => {
  const { sender, eventId, type, attempts } = webhook;
  const usual = Math.min(firstDelayMs * 2 ** attempts, longestDelayMs);
  try {
    const end = await handle(webhook);
    if (end === 'handled') return end;
    await postponeWebhook(db.sql, { ...webhook, delayMs: end.delayMs ?? usual });
    return 'postponed';
  } catch (error) {
    logger.warn({ err: error, sender, eventId, type }, 'a webhook is handled later');
    await postponeWebhook(db.sql, { ...webhook, delayMs: usual });
    return 'failed';
  }
};

/** Runs calls to Temporal that together end within the claim of a webhook. */
export const withinClaim = <T>(client: Client, calls: () => Promise<T>): Promise<T> =>
  client.withDeadline(Date.now() + deadlineMs, calls);
