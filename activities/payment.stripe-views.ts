import { z } from 'zod';
import type { Instant } from '../workflows/domain/time.ts';
import { asksForCustomer, kindOfDecline } from './payment.stripe-declines.ts';
import type { IntentView, RefundView } from './payment.ts';

/**
 * A payment intent as Stripe sends it, with or without its latest charge; undefined when the
 * object is not one, or has a status that nobody here has heard of.
 */
export const findIntentView = (object: unknown): IntentView | undefined => {
  const parsed = intentSchema.safeParse(object);
  return parsed.success ? viewOfIntent(parsed.data) : undefined;
};

/** A refund as Stripe sends it; undefined when the object is not one. */
export const findRefundView = (object: unknown): RefundView | undefined => {
  const parsed = refundSchema.safeParse(object);
  if (!parsed.success) return undefined;
  const { id, amount, currency, metadata, status } = parsed.data;
  return {
    refundId: id,
    attemptId: metadata?.attempt ?? null,
    status: refundStatus[status],
    amount: { amount, currency: currency.toUpperCase() },
  };
};

/** A page of a list, its objects not yet looked at; undefined when it is not a list. */
export const findPage = (object: unknown): { data: unknown[]; hasMore: boolean } | undefined => {
  const parsed = pageSchema.safeParse(object);
  return parsed.success ? { data: parsed.data.data, hasMore: parsed.data.has_more } : undefined;
};

const metadataSchema = z.record(z.string(), z.string()).nullish();

const chargeSchema = z.object({
  amount: z.int(),
  amount_captured: z.int(),
  amount_refunded: z.int(),
  payment_method_details: z
    .object({ card: z.object({ capture_before: z.int().nullish() }).nullish() })
    .nullish(),
});

const intentSchema = z.object({
  id: z.string().min(1),
  object: z.literal('payment_intent'),
  amount: z.int(),
  amount_capturable: z.int(),
  amount_received: z.int(),
  client_secret: z.string().nullish(),
  currency: z.string(),
  last_payment_error: z
    .object({
      code: z.string().nullish(),
      decline_code: z.string().nullish(),
      advice_code: z.string().nullish(),
    })
    .nullish(),
  latest_charge: z.union([z.string(), chargeSchema]).nullish(),
  metadata: metadataSchema,
  status: z.enum([
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'processing',
    'requires_capture',
    'canceled',
    'succeeded',
  ]),
});

const refundSchema = z.object({
  id: z.string().min(1),
  object: z.literal('refund'),
  amount: z.int(),
  currency: z.string(),
  metadata: metadataSchema,
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']),
});

const pageSchema = z.object({
  object: z.literal('list'),
  data: z.array(z.unknown()),
  has_more: z.boolean(),
});

type Intent = z.output<typeof intentSchema>;

const viewOfIntent = (intent: Intent): IntentView => {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const status = statusOf(intent);
  return {
    intentId: intent.id,
    attemptId: intent.metadata?.attempt ?? null,
    status,
    amount: { amount: intent.amount, currency: intent.currency.toUpperCase() },
    capturable: intent.amount_capturable,
    captured: intent.amount_received,
    refunded: charge ? givenBack(charge) : 0,
    captureBefore: status === 'held' ? captureBeforeOf(charge) : null,
    decline: status === 'declined' ? declineOf(intent) : null,
    clientSecret: intent.client_secret ?? null,
  };
};

/** An off-session intent whose bank asked for the customer goes back to `requires_payment_method`. */
const statusOf = (intent: Intent): IntentView['status'] => {
  switch (intent.status) {
    case 'requires_capture':
      return 'held';
    case 'requires_action':
      return 'action_required';
    case 'succeeded':
      return 'captured';
    case 'canceled':
      return 'voided';
    case 'requires_payment_method':
      if (!intent.last_payment_error) return 'pending';
      return asksForCustomer(codeOf(intent)) ? 'action_required' : 'declined';
    case 'requires_confirmation':
    case 'processing':
      return 'pending';
  }
};

const codeOf = ({ last_payment_error: error }: Intent): string =>
  error?.decline_code || error?.code || 'card_declined';

const declineOf = (intent: Intent): IntentView['decline'] => {
  const code = codeOf(intent);
  const advice = intent.last_payment_error?.advice_code ?? undefined;
  return { code, kind: kindOfDecline(code, advice) };
};

/** Stripe also counts what a partial capture or a cancellation released as refunded. */
const givenBack = (charge: z.output<typeof chargeSchema>): number =>
  Math.max(0, charge.amount_refunded - (charge.amount - charge.amount_captured));

const captureBeforeOf = (charge: z.output<typeof chargeSchema> | null): Instant | null => {
  const seconds = charge?.payment_method_details?.card?.capture_before;
  return seconds == null ? null : new Date(seconds * 1000).toISOString();
};

const refundStatus: Record<z.output<typeof refundSchema>['status'], RefundView['status']> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
};
