import { Hono } from 'hono';
import Stripe from 'stripe';
import { storeWebhook } from '../../db/http/webhooks.ts';
import { refuseSignature } from '../access/failed-signatures.ts';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { findWebhook } from './webhook-events.ts';

/** Stripe's own libraries allow as much between signing and receiving. */
const toleranceSeconds = 300;

/**
 * `POST /webhooks/stripe` takes an event of Stripe, proven by the signature over its very bytes. It
 * is stored once and answered at once, and the orders concerned hear of it afterwards. Nothing of
 * the body is believed or logged.
 */
export const stripeWebhookRoutes = ({ db, config, access, kickHints }: AppDeps) =>
  new Hono<AppEnv>().post('/webhooks/stripe', async (c) => {
    const { webhookSecrets: secrets } = config.stripe;
    if (secrets.length === 0) throw problem('unavailable', { detail: noSecret });
    const payload = new Uint8Array(await c.req.arrayBuffer());
    const signature = c.req.header('Stripe-Signature') ?? '';
    const signed = await findEvent(payload, { signature, secrets });
    if (!signed) {
      throw refuseSignature(c, { limit: config.strangers, counts: access.counts });
    }
    const webhook = findWebhook(signed.event);
    if (webhook && (await storeWebhook(db.sql, webhook))) kickHints();
    return c.json({ received: true });
  });

const noSecret = 'No webhook is taken without STRIPE_WEBHOOK_SECRET. Nothing was changed.';

/**
 * The event; undefined if none of the secrets signed it: while one is being rolled, Stripe signs
 * with the old and the new. The errors of the SDK quote the body, so none of them leaves here.
 */
const findEvent = async (
  payload: Uint8Array,
  { signature, secrets }: { signature: string; secrets: readonly string[] },
): Promise<{ event: unknown } | undefined> => {
  for (const secret of secrets) {
    try {
      const { webhooks } = Stripe;
      return {
        event: await webhooks.constructEventAsync(payload, signature, secret, toleranceSeconds),
      };
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) continue;
      throw problem('malformed_json', { detail: noSnapshot });
    }
  }
  return undefined;
};

const noSnapshot =
  'The signature is right, but the body is no event with a snapshot of its object.';
