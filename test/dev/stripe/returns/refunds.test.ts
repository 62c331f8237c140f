import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorOf, type Served, serveStripe } from '../serve.ts';

let served: Served;
let stripe: Stripe;

beforeAll(async () => {
  served = await serveStripe();
  stripe = served.stripe;
});
afterAll(() => served.close());

const pay = (
  capture_method: 'automatic' | 'manual' = 'automatic',
  payment_method = 'pm_card_visa',
) =>
  stripe.paymentIntents.create({
    amount: 1000,
    currency: 'eur',
    payment_method,
    confirm: true,
    capture_method,
  });

test('gives money back in parts, never more than was taken', async () => {
  const { id, latest_charge } = await pay();
  const first = await stripe.refunds.create({
    payment_intent: id,
    amount: 400,
    metadata: { attempt: 'r1' },
  });
  expect(first).toMatchObject({ status: 'succeeded', amount: 400, metadata: { attempt: 'r1' } });
  expect(await errorOf(stripe.refunds.create({ payment_intent: id, amount: 601 }))).toMatchObject({
    statusCode: 400,
    param: 'amount',
  });
  const rest = await stripe.refunds.create({ payment_intent: id });
  expect(rest.amount).toBe(600);
  expect(await errorOf(stripe.refunds.create({ payment_intent: id }))).toMatchObject({
    code: 'charge_already_refunded',
  });
  const { data } = await stripe.refunds.list({ payment_intent: id });
  expect(data.map((refund) => refund.id)).toEqual([rest.id, first.id]);
  expect(await stripe.refunds.retrieve(first.id)).toMatchObject({ amount: 400 });
  expect(await stripe.charges.retrieve(String(latest_charge))).toMatchObject({
    refunded: true,
    amount_refunded: 1000,
  });
});

test('gives back what was captured of a hold, not what was released', async () => {
  const { id } = await pay('manual');
  expect(await errorOf(stripe.refunds.create({ payment_intent: id }))).toMatchObject({
    statusCode: 400,
  });
  await stripe.paymentIntents.capture(id, { amount_to_capture: 700 });
  expect((await stripe.refunds.list({ payment_intent: id })).data).toEqual([]);
  expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(700);
});

test('takes a moment over some cards, and says when it is done', async () => {
  const { id } = await pay('automatic', 'pm_card_pendingRefund');
  const refund = await stripe.refunds.create({ payment_intent: id });
  expect(refund.status).toBe('pending');
  await expect
    .poll(async () => (await stripe.events.list({ limit: 1 })).data[0])
    .toMatchObject({ type: 'refund.updated', data: { object: { status: 'succeeded' } } });
  expect((await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
});

test('may fail after it succeeded, and the money is the account’s again', async () => {
  const { id, latest_charge } = await pay('automatic', 'pm_card_refundFail');
  const refund = await stripe.refunds.create({ payment_intent: id, amount: 300 });
  expect(refund.status).toBe('succeeded');
  await expect.poll(async () => (await stripe.refunds.retrieve(refund.id)).status).toBe('failed');
  const charge = await stripe.charges.retrieve(String(latest_charge));
  expect(charge).toMatchObject({ amount_refunded: 0, refunded: false });
});

test('fails from outside, once', async () => {
  const { id } = await pay();
  const refund = await stripe.refunds.create({ payment_intent: id });
  expect((await served.act({ act: 'fail-refund', refund: refund.id })).status).toBe(200);
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
  });
  expect((await served.act({ act: 'fail-refund', refund: refund.id })).status).toBe(400);
  const { data } = await stripe.events.list({ type: 'refund.failed', limit: 1 });
  expect(data[0]?.data.object).toMatchObject({ id: refund.id });
  expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(1000);
});
