import { Hono } from 'hono';
import Stripe from 'stripe';
import { storeWebhook } from '../../db/http/webhooks.ts';
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
export const stripeWebhookRoutes = ({ db, config, kickHints }: AppDeps) =>
  new Hono<AppEnv>().post('/webhooks/stripe', async (c) => {
    const { webhookSecrets: secrets } = config.stripe;
    if (secrets.length === 0) throw problem('unavailable', { detail: noSecret });
    const payload = new Uint8Array(await c.req.arrayBuffer());
    const signature = c.req.header('Stripe-Signature') ?? '';
    const webhook = findWebhook(await readEvent(payload, { signature, secrets }));
    if (webhook && (await storeWebhook(db, webhook))) kickHints();
    return c.json({ received: true });
  });

const noSecret = 'No webhook is taken without STRIPE_WEBHOOK_SECRET. Nothing was changed.';

/**
 * The event, if any of the secrets signed it: while one is being rolled, Stripe signs with the old
 * and the new. The errors of the SDK quote the body, so none of them leaves here.
 */
const readEvent = async (
  payload: Uint8Array,
  { signature, secrets }: { signature: string; secrets: readonly string[] },
): Promise<unknown> => {
  for (const secret of secrets) {
    try {
      return await Stripe.webhooks.constructEventAsync(
        payload,
        signature,
        secret,
        toleranceSeconds,
      );
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) continue;
      throw problem('malformed_json', { detail: noSnapshot });
    }
  }
  throw problem('invalid_signature');
};

const noSnapshot =
  'The signature is right, but the body is no event with a snapshot of its object.';
