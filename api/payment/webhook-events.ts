import { z } from 'zod';
import type { About, NewWebhook } from '../../db/http/webhooks.ts';

/**
 * The part of a Stripe event that is kept: ids, and how an intent stood. Undefined for a type that
 * is not wanted, or that is about nothing of ours. Events may come late, twice and in any order
 * (docs.stripe.com/webhooks), so their word is never taken for the truth.
 */
export const findWebhook = (event: unknown): NewWebhook | undefined => {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success || !wanted.has(parsed.data.type)) return undefined;
  const { id: eventId, type, data } = parsed.data;
  const about = aboutOf(data.object);
  const { intentId, methodId, setupId } = about;
  if ((intentId ?? methodId ?? setupId) === undefined) return undefined;
  return { sender: 'stripe', eventId, type, about };
};

/** `charge.captured` and its like are left out: the intent's own events tell the same. */
const wanted = new Set([
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
  'charge.refund.updated',
  'charge.refunded',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'payment_method.automatically_updated',
  'payment_method.detached',
  'payment_method.updated',
  'radar.early_fraud_warning.created',
  'radar.early_fraud_warning.updated',
  'refund.failed',
  'refund.updated',
  'setup_intent.setup_failed',
  'setup_intent.succeeded',
]);

/** Text that PostgreSQL can keep: a NUL would end the request with a 500, and Stripe would repeat it. */
const idText = z.string().regex(/^[\x21-\x7e]{1,255}$/);

/** Another object, by its id or whole. */
const reference = z
  .union([idText, z.object({ id: idText }).transform(({ id }) => id)])
  .nullish()
  .transform((id) => id ?? undefined);

const objectSchema = z.object({
  id: idText,
  object: z.string(),
  charge: reference,
  customer: reference,
  payment_intent: reference,
  status: z
    .string()
    .regex(/^\w{1,64}$/)
    .nullish(),
  amount_received: z.int().nullish(),
  metadata: z
    .object({
      order: idText.optional().catch(undefined),
      attempt: z.uuid().optional().catch(undefined),
    })
    .nullish(),
});

const eventSchema = z.object({
  id: idText,
  type: z.string(),
  data: z.object({ object: objectSchema }),
});

const aboutOf = (object: z.output<typeof objectSchema>): About => {
  const { id, charge, payment_intent, customer, metadata } = object;
  const standing = {
    status: object.status ?? undefined,
    captured: object.amount_received ?? undefined,
  };
  const own = { customerId: customer, orderId: metadata?.order };
  switch (object.object) {
    case 'payment_intent':
      return present({ intentId: id, ...own, ...standing });
    case 'charge':
      return present({ chargeId: id, intentId: payment_intent, ...own });
    case 'dispute':
      return present({ disputeId: id, chargeId: charge, intentId: payment_intent });
    case 'refund':
      return present({
        ...{ refundId: id, chargeId: charge, intentId: payment_intent },
        attemptId: metadata?.attempt,
      });
    case 'radar.early_fraud_warning':
      return present({ chargeId: charge, intentId: payment_intent });
    case 'payment_method':
      return present({ methodId: id, customerId: customer });
    case 'setup_intent':
      return present({ setupId: id, ...own });
    default:
      return {};
  }
};

const present = (about: { [K in keyof About]: About[K] | undefined }): About =>
  Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
