import Stripe from 'stripe';

export const secret = 'whsec_for_tests';

let count = 0;

/** An event as Stripe sends it, with more in it than anybody here may keep. */
export const eventOf = (type: string, object: Record<string, unknown>, id = `evt_${++count}`) => ({
  id,
  object: 'event',
  api_version: '2026-10-28.endive',
  created: 1_795_428_000,
  livemode: false,
  pending_webhooks: 1,
  type,
  data: { object: { livemode: false, description: 'for Ada', ...object } },
});

export const intentOf = (id: string, metadata: Record<string, string> = {}) => ({
  id,
  object: 'payment_intent',
  amount: 13_800,
  client_secret: `${id}_secret_1`,
  customer: 'cus_1',
  metadata,
  receipt_email: 'ada@example.org',
  status: 'requires_capture',
});

/** The body and the header that prove an event; `signedAt` in seconds. */
export const sign = (
  event: unknown,
  { with: signer = secret, signedAt = Math.floor(Date.now() / 1000) } = {},
): { body: string; headers: Record<string, string> } => {
  const body = typeof event === 'string' ? event : JSON.stringify(event, null, 2);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload: body,
    secret: signer,
    timestamp: signedAt,
  });
  return { body, headers: { 'Stripe-Signature': signature, 'Content-Type': 'application/json' } };
};
