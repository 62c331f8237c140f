import type { WorkflowHandle } from '@temporalio/client';
import type { Logger } from 'pino';
import { findLife } from '../../db/backorder/life.ts';
import type { Db } from '../../db/client.ts';
import type { Webhook } from '../../db/http/webhooks.ts';
import { type Concerned, listConcerned } from '../../db/payment/concerned-orders.ts';
import { noteLostRefund } from '../../db/payment/lost-refund.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import type { AttentionCode } from '../../workflows/domain/backorder/attention.ts';
import type { PaymentHint } from '../../workflows/domain/payment/hint.ts';
import { paymentHinted } from '../../workflows/messages.ts';
import { nowOf } from '../http/order-time.ts';
import type { Temporal } from '../temporal/client.ts';
import type { Loop } from '../temporal/loop.ts';
import { Unavailable } from '../temporal/port.ts';
import type { Relay } from '../temporal/relay.ts';
import { tellWorkflow } from '../temporal/tell-workflow.ts';
import { createWebhookLoop } from '../temporal/webhook-loop.ts';
import { isEcho } from './echo.ts';

type Deps = { db: Db; temporal: Temporal; relay: Pick<Relay, 'start'>; logger: Logger };

/** An intent exists at the provider before its id is written down here. */
const strangeForMs = 10 * 60_000;
/** A call of ours is under way: its answer will tell whether the event is only its echo. */
const busyForMs = 20_000;
const busyDelayMs = 2_000;

/**
 * Tells workflows to look at the payment provider, once for each stored webhook. A workflow may
 * hear the same twice. It connects before it claims, so that an outage of Temporal puts nothing off.
 */
export const createHints = (deps: Deps, options: { everyMs?: number } = {}): Loop =>
  createWebhookLoop(deps, {
    sender: 'stripe',
    firstDelayMs: 1_000,
    ...options,
    prepare: async ({ isDoubtful }) => {
      if (isDoubtful && !(await deps.temporal.isReachable())) throw new Unavailable();
      await deps.temporal.client();
    },
    handle: (webhook) => handle(deps, webhook),
  });

const handle = async (deps: Deps, webhook: Webhook) => {
  const concerned = await listConcerned(deps.db.sql, webhook.about);
  if (concerned.length === 0 && (await mayBecomeKnown(deps.db, webhook))) {
    return { delayMs: undefined };
  }
  if (concerned.some(({ isBusy }) => isBusy) && webhook.ageMs < busyForMs) {
    return { delayMs: busyDelayMs };
  }
  const news = concerned.filter((order) => !isEcho(order, webhook.about));
  await Promise.all(news.map((order) => tell(deps, order, webhook)));
  return 'handled';
};

/** The event names an order of ours, and came only a moment ago. */
const mayBecomeKnown = async (db: Db, { about, ageMs }: Webhook): Promise<boolean> =>
  about.orderId !== undefined &&
  ageMs < strangeForMs &&
  (await findLife(db.sql, about.orderId)) !== undefined;

const tell = async (
  deps: Deps,
  order: Concerned,
  { type, about }: Pick<Webhook, 'type' | 'about'>,
): Promise<void> => {
  const { orderId, hasEnded, intent } = order;
  const hint = (workflow: WorkflowHandle) => workflow.signal(paymentHinted, hintOf(order));
  if (!hasEnded && (await tellWorkflow(deps, order, hint))) return;
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
