import type { Logger } from 'pino';
import { findLife } from '../../db/backorder/life.ts';
import type { Db } from '../../db/client.ts';
import type { Webhook } from '../../db/http/webhooks.ts';
import { findMailOf, recordMailEvent } from '../../db/mail/provider-events.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import { evidenceAdded, mailUndelivered } from '../../workflows/messages.ts';
import { nowOf } from '../http/order-time.ts';
import type { Temporal } from '../temporal/client.ts';
import type { Loop } from '../temporal/loop.ts';
import type { Relay } from '../temporal/relay.ts';
import { tellWorkflow } from '../temporal/tell-workflow.ts';
import { createWebhookLoop } from '../temporal/webhook-loop.ts';
import { meaningOf } from './event-meaning.ts';

type Deps = { db: Db; temporal: Temporal; relay: Pick<Relay, 'start'>; logger: Logger };

/** A mail is stored before it is sent, so that one unknown for longer is somebody else's. */
const strangeForMs = 10 * 60_000;

/**
 * Writes what the mail provider tells beside the mail it is about, once for each stored webhook,
 * and asks for a person where a service mail came back.
 */
export const createMailEvents = (deps: Deps, options: { everyMs?: number } = {}): Loop =>
  createWebhookLoop(deps, {
    sender: 'resend',
    firstDelayMs: 500,
    ...options,
    handle: async (webhook) => ((await handle(deps, webhook)) ? 'handled' : { delayMs: undefined }),
  });

/** Whether there is no more to be done about it. */
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
  await tellWorkflow(deps, { orderId, ...life }, (workflow) => workflow.signal(evidenceAdded));
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
    (await tellWorkflow(deps, { orderId, ...life }, (workflow) =>
      workflow.signal(mailUndelivered, { key }),
    ));
  if (isHeard) return;
  await raiseAttention(db.sql, { orderId, code: 'mail_undelivered', at: nowOf(life) });
};
