import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { findLife } from '../../db/backorder/life.ts';
import type { Db } from '../../db/client.ts';
import {
  areWebhooksDue,
  claimWebhooks,
  finishWebhooks,
  postponeWebhook,
  type Webhook,
} from '../../db/http/webhooks.ts';
import { type Concerned, listConcerned } from '../../db/payment/concerned-orders.ts';
import { noteLostRefund } from '../../db/payment/lost-refund.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import type { AttentionCode } from '../../workflows/domain/backorder/attention.ts';
import type { PaymentHint } from '../../workflows/domain/payment/hint.ts';
import { paymentHinted, workflowIdOf } from '../../workflows/messages.ts';
import { nowOf } from '../http/order-time.ts';
import type { Temporal } from '../temporal/client.ts';
import { findEnd, isGone } from '../temporal/gone.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';
import { Unavailable } from '../temporal/port.ts';
import type { Relay } from '../temporal/relay.ts';
import { isEcho } from './echo.ts';

type Deps = { db: Db; temporal: Temporal; relay: Pick<Relay, 'start'>; logger: Logger };

const sender = 'stripe';
const batch = 32;
const claimMs = 30_000;
/** Well within the claim. */
const deadlineMs = 10_000;
const pollMs = 1_000;
const pauseMs = 1_000;
const longestDelayMs = 60_000;
/** An intent exists at the provider before its id is written down here. */
const strangeForMs = 10 * 60_000;
/** A call of ours is under way: its answer will tell whether the event is only its echo. */
const busyForMs = 20_000;
const busyDelayMs = 2_000;

/**
 * Tells workflows to look at the payment provider, once for each stored webhook. It runs until it
 * is closed. Several may run, since each claims its own. A workflow may hear the same twice.
 */
export const createHints = (deps: Deps, { everyMs = pollMs }: { everyMs?: number } = {}): Loop => {
  let isDoubtful = false;
  return createLoop(async () => {
    try {
      if (!(await areWebhooksDue(deps.db.sql, sender))) return everyMs;
      if (isDoubtful && !(await deps.temporal.isReachable())) throw new Unavailable();
      const { claimed, failed } = await deliverBatch(deps);
      isDoubtful = failed > 0;
      return claimed < batch ? everyMs : 0;
    } catch (error) {
      deps.logger.warn({ err: error }, 'webhooks could not be delivered');
      // Webhooks go on kicking. Without a pause, an outage would become a storm of attempts.
      await sleep(pauseMs);
      return 0;
    }
  });
};

/** Connects before it claims, so that an outage of Temporal puts nothing off. */
const deliverBatch = async (deps: Deps): Promise<{ claimed: number; failed: number }> => {
  const client = await deps.temporal.client();
  const webhooks = await claimWebhooks(deps.db.sql, { sender, limit: batch, leaseMs: claimMs });
  const ends = await Promise.all(webhooks.map((webhook) => deliver(deps, client, webhook)));
  await finishWebhooks(deps.db.sql, ...webhooks.filter((_, index) => ends[index] === 'handled'));
  return { claimed: webhooks.length, failed: ends.filter((end) => end === 'failed').length };
};

const deliver = async (
  deps: Deps,
  client: Client,
  webhook: Webhook,
): Promise<'handled' | 'strange' | 'failed'> => {
  const { db, logger } = deps;
  const { eventId, type, attempts } = webhook;
  const postponed = { ...webhook, delayMs: Math.min(1_000 * 2 ** attempts, longestDelayMs) };
  try {
    const concerned = await listConcerned(db.sql, webhook.about);
    if (concerned.length === 0 && (await mayBecomeKnown(db, webhook))) {
      await postponeWebhook(db.sql, postponed);
      return 'strange';
    }
    if (concerned.some(({ isBusy }) => isBusy) && webhook.ageMs < busyForMs) {
      await postponeWebhook(db.sql, { ...webhook, delayMs: busyDelayMs });
      return 'strange';
    }
    const news = concerned.filter((order) => !isEcho(order, webhook.about));
    await client.withDeadline(Date.now() + deadlineMs, () =>
      Promise.all(news.map((order) => tell(deps, client, { order, webhook }))),
    );
    return 'handled';
  } catch (error) {
    logger.warn({ err: error, eventId, type }, 'a webhook is delivered later');
    await postponeWebhook(db.sql, postponed);
    return 'failed';
  }
};

/** The event names an order of ours, and came only a moment ago. */
const mayBecomeKnown = async (db: Db, { about, ageMs }: Webhook): Promise<boolean> =>
  about.orderId !== undefined &&
  ageMs < strangeForMs &&
  (await findLife(db.sql, about.orderId)) !== undefined;

const tell = async (
  deps: Deps,
  client: Client,
  { order, webhook: { type, about } }: { order: Concerned; webhook: Webhook },
): Promise<void> => {
  const { orderId, hasEnded, intent } = order;
  if (!hasEnded && (await signal(deps, client, order))) return;
  const code = afterTheEnd[type];
  if (code) await raise(deps.db, orderId, code);
  if (type !== 'refund.failed') return;
  const { attemptId = null } = about;
  await noteLostRefund(deps.db, {
    orderId,
    intent,
    attemptId,
    ...(await timeOf(deps.db, orderId)),
  });
};

/** False when no workflow is left to be told. */
const signal = async (deps: Deps, client: Client, order: Concerned): Promise<boolean> => {
  const { orderId, isStarted } = order;
  try {
    if (!isStarted) await deps.relay.start(orderId);
    await client.workflow.getHandle(workflowIdOf(orderId)).signal(paymentHinted, hintOf(order));
    return true;
  } catch (error) {
    if (!isGone(error)) throw error;
    await findEnd(deps, orderId);
    return false;
  }
};

const hintOf = ({ by, intent }: Concerned): PaymentHint =>
  by === 'intent' ? { about: by, intentId: intent ?? 'upfront' } : { about: by };

const raise = async (db: Db, orderId: string, code: AttentionCode): Promise<void> => {
  const { at } = await timeOf(db, orderId);
  await raiseAttention(db.sql, { orderId, code, at });
};

/** The order's own time of this moment. */
const timeOf = async (db: Db, orderId: string) => {
  const { skippedMs = 0 } = (await findLife(db.sql, orderId)) ?? {};
  return { at: nowOf({ skippedMs }), skippedMs };
};

/**
 * Events that must reach a person although no workflow looks after the order any more. A refund
 * that came back is raised with its own deadline.
 */
const afterTheEnd: Record<string, AttentionCode | undefined> = {
  'charge.dispute.created': 'disputed',
  'radar.early_fraud_warning.created': 'fraud_warning',
};
