import { z } from 'zod';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { IntentView } from '../provider.ts';
import { fromStripe } from './amounts.ts';
import { asksForCustomer, kindOfDecline } from './declines.ts';
import { idOf, metadataSchema, moneyOf, referenceSchema } from './objects.ts';

/**
 * A payment intent as Stripe sends it, with or without its latest charge. Undefined when the object
 * is not one, or has an unknown status.
 */
export const findIntentView = (object: unknown): IntentView | undefined => {
  const parsed = intentSchema.safeParse(object);
  return parsed.success ? viewOfIntent(parsed.data) : undefined;
};

const chargeSchema = z.object({
  amount: z.int(),
  amount_captured: z.int(),
  amount_refunded: z.int(),
  disputed: z.boolean().nullish(),
  outcome: z.object({ type: z.string(), reason: z.string().nullish() }).nullish(),
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
  created: z.int(),
  currency: z.string(),
  customer: referenceSchema,
  last_payment_error: z
    .object({
      code: z.string().nullish(),
      decline_code: z.string().nullish(),
      advice_code: z.string().nullish(),
      payment_method: referenceSchema,
    })
    .nullish(),
  latest_charge: z.union([z.string(), chargeSchema]).nullish(),
  metadata: metadataSchema,
  payment_method: referenceSchema,
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

type Charge = z.output<typeof chargeSchema>;
type Intent = z.output<typeof intentSchema>;

const viewOfIntent = (intent: Intent): IntentView => {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const status = statusOf(intent);
  return {
    intentId: intent.id,
    attemptId: intent.metadata?.attempt ?? null,
    orderId: intent.metadata?.order ?? null,
    customerId: idOf(intent.customer),
    paymentMethodId: idOf(intent.payment_method) ?? idOf(intent.last_payment_error?.payment_method),
    createdAt: instantOf(intent.created),
    status,
    amount: moneyOf(intent),
    capturable: fromStripe(intent.amount_capturable, intent.currency),
    captured: fromStripe(intent.amount_received, intent.currency),
    refunded: fromStripe(charge ? givenBack(charge) : 0, intent.currency),
    captureBefore: status === 'held' ? captureBeforeOf(charge) : null,
    decline: status === 'declined' ? declineOf(intent, charge) : null,
    isDisputed: charge?.disputed ?? false,
    clientSecret: intent.client_secret ?? null,
  };
};

/**
 * An intent goes back to `requires_payment_method` also when its bank asked for a customer who was
 * away or did not identify themselves. They can confirm it once more.
 */
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

/** Why Stripe itself blocked a charge is told only by the charge; the code may be any. */
const declineOf = (intent: Intent, charge: Charge | null): IntentView['decline'] => {
  const code = codeOf(intent);
  const advice = intent.last_payment_error?.advice_code ?? undefined;
  const outcome = charge?.outcome;
  const blockedFor = outcome?.type === 'blocked' ? (outcome.reason ?? 'unknown') : undefined;
  return { code, kind: kindOfDecline(code, { advice, blockedFor }) };
};

/** Stripe counts as refunded, too, what a partial capture or a cancellation released. */
const givenBack = (charge: Charge): number =>
  Math.max(0, charge.amount_refunded - (charge.amount - charge.amount_captured));

const captureBeforeOf = (charge: Charge | null): Instant | null => {
  const seconds = charge?.payment_method_details?.card?.capture_before;
  return seconds == null ? null : instantOf(seconds);
};

const instantOf = (seconds: number): Instant => new Date(seconds * 1000).toISOString();
