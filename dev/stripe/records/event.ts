/** What happened, with the resource as it was then (docs.stripe.com/api/events). */
export type StripeEvent = {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: object; previous_attributes?: object };
  livemode: false;
  pending_webhooks: number;
  request: Cause;
  type: string;
};

/** The request that changed something, as its events name it. */
export type Cause = { id: string | null; idempotency_key: string | null };

/** An event that its receiver has not taken yet; `id` is the event's. */
export type Delivery = { id: string; tries: number; dueAtMs: number };
