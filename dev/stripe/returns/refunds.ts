import { Hono } from 'hono';
import { z } from 'zod';
import { findCard } from '../cards/cards-in-use.ts';
import type { Call, Endpoint } from '../http/endpoint.ts';
import { invalid, missing, refused } from '../http/errors.ts';
import { createdIn, listPage, ofCharge } from '../http/lists.ts';
import {
  amount,
  common,
  ignored,
  listOfCharge,
  mergeMetadata,
  metadata,
  readParams,
} from '../http/params.ts';
import { newId } from '../ids.ts';
import { getCharge, refundCharge } from '../intents/charges.ts';
import { getIntent } from '../intents/intent.ts';
import type { Charge } from '../records/charge.ts';
import type { Refund } from '../records/refund.ts';
import type { Store } from '../store.ts';
import { disputesOf } from './disputes.ts';
import { refundSettlesAfterMs, settleRefund } from './refund-courses.ts';

const createParams = z.strictObject({
  ...common,
  ...ignored('instructions_email'),
  amount: amount.optional(),
  charge: z.string().optional(),
  metadata: metadata.optional(),
  payment_intent: z.string().optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

/** `/v1/refunds` (docs.stripe.com/api/refunds). */
export const refundRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .post(
      '/',
      endpoint((call) => create(store, call)),
    )
    .get(
      '/',
      endpoint(({ form, path, nowMs }) => {
        const params = readParams(listOfCharge, form);
        const all = store.list('refund').filter(ofCharge(params)).filter(createdIn(params.created));
        const page = listPage(path, all, params);
        return { ...page, data: page.data.map((refund) => settleRefund(store, refund, nowMs)) };
      }),
    )
    .get(
      '/:id',
      endpoint(({ id, nowMs }) => {
        const refund = store.find('refund', id);
        if (!refund) throw missing('refund', id);
        return settleRefund(store, refund, nowMs);
      }),
    );

const create = (store: Store, call: Call): Refund => {
  const params = readParams(createParams, call.form);
  const charge = chargeOf(store, call, params);
  if (!charge.captured)
    throw refused(
      'You cannot refund this PaymentIntent because nothing of it has been captured. Cancel the ' +
        'PaymentIntent instead.',
    );
  if (disputesOf(store, { charge: charge.id }).some((dispute) => !dispute.is_charge_refundable))
    throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    throw refused(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  const amount = params.amount ?? left;
  if (amount > left)
    throw refused(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      {
        param: 'amount',
      },
    );
  refundCharge(store, charge, amount);
  const course = findCard(store, charge.payment_method)?.refundEnds;
  const refund: Refund = {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: Math.floor(call.nowMs / 1000),
    currency: charge.currency,
    customer: charge.customer,
    metadata: mergeMetadata({}, params.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    status: course === 'succeeded' ? 'pending' : 'succeeded',
  };
  store.put('refund', refund);
  if (course)
    store.put('refund_course', {
      id: refund.id,
      outcome: course,
      atMs: call.nowMs + refundSettlesAfterMs,
    });
  return refund;
};

const chargeOf = (
  store: Store,
  { nowMs }: Call,
  { charge, payment_intent }: z.output<typeof createParams>,
): Charge => {
  if (payment_intent === undefined) {
    if (charge === undefined)
      throw invalid(
        'One of the following params should be provided for this request: payment_intent or charge.',
      );
    return getCharge(store, charge, 'charge');
  }
  const intent = getIntent(store, { id: payment_intent, nowMs, param: 'payment_intent' });
  const latest = store.find('charge', intent.latest_charge ?? '');
  if (latest?.status !== 'succeeded')
    throw refused('This PaymentIntent does not have a successful charge to refund.', {
      param: 'payment_intent',
    });
  return latest;
};
