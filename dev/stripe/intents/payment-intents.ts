import { Hono } from 'hono';
import type { z } from 'zod';
import { getCustomer } from '../cards/customers.ts';
import { getPaymentMethod } from '../cards/payment-methods.ts';
import { requireClientSecret } from '../http/access.ts';
import type { Call, Endpoint } from '../http/endpoint.ts';
import { invalid } from '../http/errors.ts';
import { createdIn, listPage } from '../http/lists.ts';
import { mergeMetadata, readParams } from '../http/params.ts';
import type { Intent } from '../records/payment-intent.ts';
import type { Store } from '../store.ts';
import { confirmIntent } from './confirmation.ts';
import { cancelIntent, captureIntent } from './holds.ts';
import { expire, getIntent, newIntent, putIntent, requireStatus } from './intent.ts';
import {
  cancelParams,
  captureParams,
  confirmParams,
  createParams,
  listParams,
  updateParams,
} from './intent-params.ts';
import { requireLeast } from './least-charge.ts';

/** `/v1/payment_intents` (docs.stripe.com/api/payment_intents). */
export const paymentIntentRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .post(
      '/',
      endpoint((call) => create(store, call)),
    )
    .get(
      '/',
      endpoint((call) => list(store, call)),
    )
    .get(
      '/:id',
      endpoint((call) => {
        const intent = getIntent(store, call);
        requireClientSecret(call, intent);
        return intent;
      }),
    )
    .post(
      '/:id',
      endpoint((call) => update(store, call)),
    )
    .post(
      '/:id/confirm',
      endpoint((call) => confirm(store, call)),
    )
    .post(
      '/:id/capture',
      endpoint((call) =>
        captureIntent(store, getIntent(store, call), {
          ...readParams(captureParams, call.form),
          decline: call.decline,
          nowMs: call.nowMs,
        }),
      ),
    )
    .post(
      '/:id/cancel',
      endpoint((call) =>
        cancelIntent(store, getIntent(store, call), {
          ...readParams(cancelParams, call.form),
          nowMs: call.nowMs,
        }),
      ),
    );

const create = (store: Store, call: Call): Intent => {
  const params = readParams(createParams, call.form);
  requireLeast(params, 'amount');
  if (params.off_session && !params.confirm)
    throw invalid('off_session can only be set when confirm is true.', { param: 'off_session' });
  if (params.customer !== undefined) getCustomer(store, params.customer, 'customer');
  const intent = newIntent(
    {
      amount: params.amount,
      capture_method: params.capture_method,
      currency: params.currency,
      customer: params.customer ?? null,
      description: params.description ?? null,
      metadata: mergeMetadata({}, params.metadata),
      payment_method: methodOf(store, call, params.payment_method) ?? null,
      receipt_email: params.receipt_email ?? null,
      setup_future_usage: params.setup_future_usage ?? null,
    },
    call.nowMs,
  );
  return params.confirm
    ? confirmIntent(store, intent, confirmationOf(call, params))
    : putIntent(store, intent);
};

const list = (store: Store, { form, path, nowMs }: Call): object => {
  const params = readParams(listParams, form);
  const all = store
    .list('payment_intent')
    .filter(({ customer }) => params.customer === undefined || customer === params.customer)
    .filter(createdIn(params.created));
  const page = listPage(path, all, params);
  return { ...page, data: page.data.map((intent) => expire(store, intent, nowMs)) };
};

const update = (store: Store, call: Call): Intent => {
  const params = readParams(updateParams, call.form);
  const intent = getIntent(store, call);
  const open = ['requires_payment_method', 'requires_confirmation', 'requires_action'] as const;
  const terms = [params.amount, params.currency, params.payment_method, params.customer];
  if (terms.some((term) => term !== undefined) || params.capture_method !== undefined)
    requireStatus(intent, 'update', ...open);
  const { amount = intent.amount, currency = intent.currency } = params;
  requireLeast({ amount, currency }, 'amount');
  if (params.customer !== undefined) getCustomer(store, params.customer, 'customer');
  const payment_method = methodOf(store, call, params.payment_method);
  return putIntent(store, {
    ...intent,
    amount,
    capture_method: params.capture_method ?? intent.capture_method,
    currency,
    customer: params.customer ?? intent.customer,
    description: params.description === undefined ? intent.description : params.description,
    metadata: mergeMetadata(intent.metadata, params.metadata),
    payment_method: payment_method ?? intent.payment_method,
    receipt_email: params.receipt_email === undefined ? intent.receipt_email : params.receipt_email,
    setup_future_usage: params.setup_future_usage ?? intent.setup_future_usage,
    status: payment_method === undefined ? intent.status : 'requires_confirmation',
  });
};

const confirm = (store: Store, call: Call): Intent => {
  const params = readParams(confirmParams, call.form);
  const intent = getIntent(store, call);
  requireClientSecret(call, intent);
  if (call.publishable && params.off_session !== undefined)
    throw invalid('off_session cannot be set with a publishable API key.', {
      param: 'off_session',
    });
  const prepared = {
    ...intent,
    capture_method: params.capture_method ?? intent.capture_method,
    payment_method: methodOf(store, call, params.payment_method) ?? intent.payment_method,
    receipt_email: params.receipt_email === undefined ? intent.receipt_email : params.receipt_email,
    setup_future_usage: params.setup_future_usage ?? intent.setup_future_usage,
  };
  return confirmIntent(store, prepared, confirmationOf(call, params));
};

/** The id to keep: a test card that is named becomes a method of its own. */
const methodOf = (store: Store, { nowMs }: Call, id: string | undefined): string | undefined =>
  id === undefined ? undefined : getPaymentMethod(store, { id, nowMs, param: 'payment_method' }).id;

const confirmationOf = (
  { publicUrl, decline, nowMs }: Call,
  params: Pick<
    z.output<typeof confirmParams>,
    'off_session' | 'error_on_requires_action' | 'return_url'
  >,
) => ({
  offSession: params.off_session ?? false,
  errorOnAction: params.error_on_requires_action ?? false,
  returnUrl: params.return_url ?? null,
  publicUrl,
  decline,
  nowMs,
});
