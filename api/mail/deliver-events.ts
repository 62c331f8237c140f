import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
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
import { findMailOf, recordMailEvent } from '../../db/mail/provider-events.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import { evidenceAdded, mailUndelivered, workflowIdOf } from '../../workflows/messages.ts';
import { nowOf } from '../http/order-time.ts';
import type { Temporal } from '../temporal/client.ts';
import { findEnd, isGone } from '../temporal/gone.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';
import type { Relay } from '../temporal/relay.ts';
import { meaningOf } from './event-meaning.ts';

type Deps = { db: Db; temporal: Temporal; relay: Pick<Relay, 'start'>; logger: Logger };

const sender = 'resend';
const batch = 32;
const claimMs = 30_000;
/** Well within the claim. */
const deadlineMs = 10_000;
const pollMs = 1_000;
const pauseMs = 1_000;
const longestDelayMs = 60_000;
/** A mail is stored before it is sent, so that one unknown for longer is somebody else's. */
const strangeForMs = 10 * 60_000;

/**
 * Writes what the mail provider tells beside the mail it is about, once for each stored webhook,
 * and asks for a person where a service mail came back. It runs until it is closed. Several may
 * run, since each claims its own.
 */
export const createMailEvents = (
  deps: Deps,
  { everyMs = pollMs }: { everyMs?: number } = {},
): Loop =>
  createLoop(async () => {
    const { db, logger } = deps;
    try {
      if (!(await areWebhooksDue(db.sql, sender))) return everyMs;
      const webhooks = await claimWebhooks(db.sql, { sender, limit: batch, leaseMs: claimMs });
      const ends = await Promise.all(webhooks.map((webhook) => deliver(deps, webhook)));
      await finishWebhooks(db.sql, ...webhooks.filter((_, index) => ends[index]));
      return webhooks.length < batch ? everyMs : 0;
    } catch (error) {
      logger.warn({ err: error }, 'what the mail provider told could not be written');
      // Webhooks go on kicking. Without a pause, an outage would become a storm of attempts.
      await sleep(pauseMs);
      return 0;
    }
  });

/** Whether it was handled; otherwise it rests for a while. */
const deliver = async (deps: Deps, webhook: Webhook): Promise<boolean> => {
  const { db, logger } = deps;
  const { eventId, type, attempts } = webhook;
  try {
    if (await handle(deps, webhook)) return true;
  } catch (error) {
    logger.warn({ err: error, eventId, type }, 'an event of a mail is handled later');
  }
  const delayMs = Math.min(500 * 2 ** attempts, longestDelayMs);
  await postponeWebhook(db.sql, { ...webhook, delayMs });
  return false;
};

const handle = async (deps: Deps, webhook: Webhook): Promise<boolean> => {
  const { db } = deps;
  const receivedAt = new Date(Date.now() - webhook.ageMs).toISOString();
  const event = meaningOf(webhook, receivedAt);
  if (event === undefined) return true;
  const { messageId = null } = webhook.about;
  const found = await findMailOf(db.sql, { ...event, messageId });
  if (found === undefined) return webhook.ageMs >= strangeForMs;
  const mail = await recordMailEvent(db, { messageId: found, event });
  // The customer may do without the others.
  if (mail.isReturn && mail.class === 'service') await askForPerson(deps, mail);
  if (mail.isOfNotice) await tellOfReceipt(deps, mail.orderId);
  return true;
};

/** So that the workflow, while there is one, vouches for the receipt of a notice as well. */
const tellOfReceipt = async (deps: Deps, orderId: string): Promise<void> => {
  const life = await findLife(deps.db.sql, orderId);
  if (life === undefined || life.outcome) return;
  await signal(deps, { orderId, ...life }, (workflow) => workflow.signal(evidenceAdded));
};

/** Through the workflow while it looks after the order; it counts each mail once. */
const askForPerson = async (
  deps: Deps,
  { orderId, key }: { orderId: string; key: string },
): Promise<void> => {
  const { db } = deps;
  const life = await findLife(db.sql, orderId);
  if (life === undefined) return;
  const isHeard =
    !life.outcome &&
    (await signal(deps, { orderId, ...life }, (workflow) =>
      workflow.signal(mailUndelivered, { key }),
    ));
  if (isHeard) return;
  await raiseAttention(db.sql, { orderId, code: 'mail_undelivered', at: nowOf(life) });
};

/** False when no workflow is left to be told. */
const signal = async (
  deps: Deps,
  { orderId, isStarted }: { orderId: string; isStarted: boolean },
  say: (workflow: WorkflowHandle) => Promise<void>,
): Promise<boolean> => {
  const client = await deps.temporal.client();
  try {
    if (!isStarted) await deps.relay.start(orderId);
    await client.withDeadline(Date.now() + deadlineMs, () =>
      say(client.workflow.getHandle(workflowIdOf(orderId))),
    );
    return true;
  } catch (error) {
    if (!isGone(error)) throw error;
    await findEnd(deps, orderId);
    return false;
  }
};
