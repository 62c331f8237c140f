import { Hono } from 'hono';
import { z } from 'zod';
import { findCard } from '../cards/cards-in-use.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { type ApiError, missing } from '../http/errors.ts';
import { createdIn, listPage } from '../http/lists.ts';
import { created, paging, readParams } from '../http/params.ts';
import { newId } from '../ids.ts';
import type { Charge } from '../records/charge.ts';
import type { Intent } from '../records/payment-intent.ts';
import type { PaymentMethod } from '../records/payment-method.ts';
import type { Store } from '../store.ts';
import { holdSeconds } from './hold-length.ts';

const listParams = z.strictObject({
  ...paging,
  created: created.optional(),
  customer: z.string().optional(),
  payment_intent: z.string().optional(),
});

/** `/v1/charges`: reading only, payment intents make them (docs.stripe.com/api/charges). */
export const chargeRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .get(
      '/',
      endpoint(({ form }) => {
        const params = readParams(listParams, form);
        const all = store
          .list('charge')
          .filter(({ customer }) => params.customer === undefined || customer === params.customer)
          .filter(
            ({ payment_intent }) =>
              params.payment_intent === undefined || payment_intent === params.payment_intent,
          )
          .filter(createdIn(params.created));
        return listPage('/v1/charges', all, params);
      }),
    )
    .get(
      '/:id',
      endpoint(({ id }) => getCharge(store, id)),
    );

/** The charge, or a failure: 404, or 400 with the parameter that named it. */
export const getCharge = (store: Store, id: string, param?: string): Charge => {
  const charge = store.find('charge', id);
  if (!charge) throw missing('charge', id, param);
  return charge;
};

/** Charges the method, or holds the amount until it is captured; an error makes it a failed one. */
export const createCharge = (
  store: Store,
  {
    intent,
    method,
    error,
    nowMs,
  }: {
    intent: Intent;
    method: PaymentMethod;
    error?: ApiError;
    nowMs: number;
  },
): Charge => {
  const created = Math.floor(nowMs / 1000);
  const held = !error && intent.capture_method === 'manual';
  const card = findCard(store, method.id);
  const blocked = error !== undefined && card?.blocked === true;
  const charge: Charge = {
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: error || held ? 0 : intent.amount,
    amount_refunded: 0,
    balance_transaction: null,
    captured: !error && !held,
    created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_code: error?.code ?? null,
    failure_message: error?.message ?? null,
    livemode: false,
    metadata: intent.metadata,
    outcome: {
      type: blocked ? 'blocked' : error ? 'issuer_declined' : 'authorized',
      network_status: blocked
        ? 'not_sent_to_network'
        : error
          ? 'declined_by_network'
          : 'approved_by_network',
      reason: blocked ? 'highest_risk_level' : (error?.decline_code ?? null),
      risk_level: card?.risk ?? 'normal',
    },
    paid: !error,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: {
      type: 'card',
      card: {
        ...method.card,
        amount_authorized: error ? 0 : intent.amount,
        ...(held ? { capture_before: created + holdSeconds(store) } : {}),
      },
    },
    refunded: false,
    status: error ? 'failed' : 'succeeded',
  };
  return putCharge(store, charge);
};

/** Takes part or all of a hold. Stripe books what it releases as refunded. */
export const captureCharge = (store: Store, charge: Charge, amount: number): Charge =>
  putCharge(store, {
    ...charge,
    captured: true,
    amount_captured: amount,
    amount_refunded: charge.amount - amount,
  });

/** Gives back so much, of a hold or of money taken; less than nothing when it comes back. */
export const refundCharge = (store: Store, charge: Charge, amount: number): Charge => {
  const amount_refunded = charge.amount_refunded + amount;
  return putCharge(store, {
    ...charge,
    amount_refunded,
    refunded: amount_refunded === charge.amount,
  });
};

export const putCharge = (store: Store, charge: Charge): Charge => {
  store.put('charge', charge);
  return charge;
};
