import { z } from 'zod';
import type { Call } from '../http/endpoint.ts';
import { ApiFailure, missing, refused } from '../http/errors.ts';
import { common, ignored, mergeMetadata, metadata, readParams, text } from '../http/params.ts';
import type { PaymentMethod } from '../records/payment-method.ts';
import type { Store } from '../store.ts';
import { fingerprintOf } from './cards-in-use.ts';

const wholeNumber = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

const updateParams = z.strictObject({
  ...common,
  ...ignored('allow_redisplay'),
  billing_details: z
    .strictObject({
      address: z.record(z.string(), z.string()).optional(),
      email: text.optional(),
      name: text.optional(),
      phone: text.optional(),
    })
    .optional(),
  card: z
    .strictObject({
      ...ignored('networks'),
      exp_month: wholeNumber.optional(),
      exp_year: wholeNumber.optional(),
    })
    .optional(),
  metadata: metadata.optional(),
});

/** Changes what its owner may change. The number never does: another card is another method. */
export const updatePaymentMethod = (store: Store, { id, form, nowMs }: Call): PaymentMethod => {
  const params = readParams(updateParams, form);
  const method = getMethod(store, id);
  if (method.customer === null)
    throw refused('You must save this PaymentMethod to a customer before you can update it.');
  const { exp_month = method.card.exp_month, exp_year = method.card.exp_year } = params.card ?? {};
  if (exp_month < 1 || exp_month > 12) throw invalidExpiry('month');
  const thisYear = new Date(nowMs).getUTCFullYear();
  if (params.card?.exp_year !== undefined && (exp_year < thisYear || exp_year > thisYear + 50))
    throw invalidExpiry('year');
  return put(store, {
    ...method,
    billing_details: {
      ...method.billing_details,
      ...Object.fromEntries(
        Object.entries(params.billing_details ?? {}).filter(([, value]) => value !== undefined),
      ),
    },
    card: { ...method.card, exp_month, exp_year },
    metadata: mergeMetadata(method.metadata, params.metadata),
  });
};

/** What a card network's updater tells: the same method has a new date, perhaps a new number. */
export const renewCard = (
  store: Store,
  id: string,
  { expMonth, expYear, last4 }: { expMonth: number; expYear: number; last4?: string | undefined },
): PaymentMethod => {
  const method = getMethod(store, id);
  const card = {
    ...method.card,
    exp_month: expMonth,
    exp_year: expYear,
    last4: last4 ?? method.card.last4,
  };
  const renewed = { ...method, card: { ...card, fingerprint: fingerprintOf(card) } };
  return put(store, renewed, 'payment_method.automatically_updated');
};

const getMethod = (store: Store, id: string): PaymentMethod => {
  const method = store.find('payment_method', id);
  if (!method) throw missing('PaymentMethod', id);
  return method;
};

const invalidExpiry = (part: 'month' | 'year'): ApiFailure =>
  new ApiFailure(402, {
    type: 'card_error',
    code: `invalid_expiry_${part}`,
    message: `Your card's expiration ${part} is invalid.`,
    param: `exp_${part}`,
  });

const put = (store: Store, method: PaymentMethod, as?: string): PaymentMethod => {
  store.put('payment_method', method, as);
  return method;
};
