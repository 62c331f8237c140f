import { Hono } from 'hono';
import { Resend } from 'resend';
import { storeWebhook } from '../../db/http/webhooks.ts';
import { unsubscribeByMail } from '../../db/mail/unsubscribe.ts';
import { refuseSignature } from '../access/failed-signatures.ts';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { findMailWebhook, findSubject } from './webhook-events.ts';

/**
 * `POST /webhooks/resend` takes an event of Resend, proven by the signature over its very body. It
 * is stored once and answered at once, and told to those concerned afterwards. A mail that came in
 * is an unsubscription if its subject is the token of one; that is done before it is answered, so
 * that the token is kept nowhere.
 */
export const resendWebhookRoutes = ({ db, config, access, kickHints }: AppDeps) =>
  new Hono<AppEnv>().post('/webhooks/resend', async (c) => {
    const { webhookSecrets: secrets } = config.resend;
    if (secrets.length === 0) throw problem('unavailable', { detail: noSecret });
    const payload = await c.req.text();
    const headers = {
      id: c.req.header('svix-id') ?? '',
      timestamp: c.req.header('svix-timestamp') ?? '',
      signature: c.req.header('svix-signature') ?? '',
    };
    const signed = eventIdPattern.test(headers.id) && findEvent(payload, { headers, secrets });
    if (!signed) throw refuseSignature(c, { limit: config.strangers, counts: access.counts });
    const subject = findSubject(signed.event);
    if (subject !== undefined) await unsubscribeByMail(db, subject);
    const webhook = findMailWebhook(headers.id, signed.event);
    if (webhook && (await storeWebhook(db.sql, webhook))) kickHints();
    return c.json({ received: true });
  });

const noSecret = 'No webhook is taken without RESEND_WEBHOOK_SECRET. Nothing was changed.';

const eventIdPattern = /^[\x21-\x7e]{1,255}$/;

/** The SDK checks signatures in an instance only, and no call is made with this one. */
const { webhooks } = new Resend('re_none');

/** The event; undefined if none of the secrets signed it, or it is more than five minutes old. */
const findEvent = (
  payload: string,
  { headers, secrets }: { headers: Headers; secrets: readonly string[] },
): { event: unknown } | undefined => {
  for (const webhookSecret of secrets) {
    try {
      return { event: webhooks.verify({ payload, headers, webhookSecret }) };
    } catch {
      // Another secret may have signed it.
    }
  }
  return undefined;
};

type Headers = { id: string; timestamp: string; signature: string };
