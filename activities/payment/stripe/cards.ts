import { z } from 'zod';
import type { CardView, SetupView } from '../provider.ts';
import { idOf, referenceSchema } from './objects.ts';

/** A payment method as Stripe sends it; undefined when the object is not one. */
export const findCardView = (object: unknown): CardView | undefined => {
  const parsed = methodSchema.safeParse(object);
  if (!parsed.success) return undefined;
  const { id, customer, card } = parsed.data;
  return {
    methodId: id,
    customerId: idOf(customer),
    expires: card ? { year: card.exp_year, month: card.exp_month } : null,
    fingerprint: card?.fingerprint ?? null,
  };
};

/** A setup intent as Stripe sends it; undefined when the object is not one. */
export const findSetupView = (object: unknown): SetupView | undefined => {
  const parsed = setupSchema.safeParse(object);
  if (!parsed.success) return undefined;
  const { id, client_secret, payment_method, status } = parsed.data;
  return {
    setupId: id,
    status: status === 'succeeded' || status === 'canceled' ? status : 'open',
    clientSecret: client_secret ?? null,
    paymentMethodId: idOf(payment_method),
  };
};

/** A customer as Stripe sends one; undefined when the object is none. */
export const findCustomer = (object: unknown): { customerId: string } | undefined => {
  const parsed = customerSchema.safeParse(object);
  return parsed.success ? { customerId: parsed.data.id } : undefined;
};

const customerSchema = z.object({ id: z.string().min(1), object: z.literal('customer') });

const methodSchema = z.object({
  id: z.string().min(1),
  object: z.literal('payment_method'),
  customer: referenceSchema,
  card: z
    .object({
      exp_month: z.int().min(1).max(12),
      exp_year: z.int(),
      fingerprint: z.string().nullish(),
    })
    .nullish(),
});

const setupSchema = z.object({
  id: z.string().min(1),
  object: z.literal('setup_intent'),
  client_secret: z.string().nullish(),
  payment_method: referenceSchema,
  status: z.enum([
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'processing',
    'canceled',
    'succeeded',
  ]),
});
