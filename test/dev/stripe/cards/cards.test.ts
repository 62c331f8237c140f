import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBuyer, errorOf, type Served, serveStripe } from '../serve.ts';

let served: Served;
let stripe: Stripe;

beforeAll(async () => {
  served = await serveStripe();
  stripe = served.stripe;
});
afterAll(() => served.close());

const pay = async (card: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 1000,
    currency: 'eur',
    ...(await createBuyer(stripe, card)),
    confirm: true,
    off_session: true,
    expand: ['latest_charge'],
    ...more,
  });

describe('a test card', () => {
  test.each([
    ['pm_card_us', { brand: 'visa', country: 'US' }],
    ['pm_card_gb_mastercard', { brand: 'mastercard', country: 'GB', last4: '4449' }],
    ['pm_card_th_debit', { country: 'TH', funding: 'debit' }],
    [
      'pm_card_visa_cartesBancaires',
      { networks: { available: ['visa', 'cartes_bancaires'], preferred: null } },
    ],
    ['pm_card_cvcCheckFail', { checks: { cvc_check: 'fail' } }],
    ['pm_card_amex_threeDSecureNotSupported', { brand: 'amex' }],
  ])('%s is approved and looks the part', async (name, card) => {
    const { status, latest_charge } = await pay(name);
    expect(status).toBe('succeeded');
    expect(latest_charge).toMatchObject({ payment_method_details: { card } });
  });

  test.each([
    ['pm_card_riskLevelHighest', 'fraudulent'],
    ['pm_card_radarBlock', 'fraudulent'],
    ['pm_card_threeDSecureRequiredProcessingError', 'processing_error'],
    ['pm_card_threeDSecureRequiredChargeDeclined', 'authentication_required'],
  ])('%s is declined as %s', async (name, decline_code) => {
    expect(await errorOf(pay(name))).toMatchObject({ statusCode: 402, decline_code });
  });

  test('at risk is charged, and says so', async () => {
    const { latest_charge } = await pay('pm_card_riskLevelElevated');
    expect(latest_charge).toMatchObject({ outcome: { risk_level: 'elevated' } });
  });

  test('that Stripe does not know is an error', async () => {
    const buyer = createBuyer(stripe, 'pm_card_gold');
    expect(await errorOf(buyer)).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    const named = { amount: 50, currency: 'usd', payment_method: 'pm_card_visa_gold' };
    expect(await errorOf(stripe.paymentIntents.create(named))).toMatchObject({ statusCode: 400 });
  });
});

describe('a card', () => {
  test('is good for three years, unless its owner changes the date', async () => {
    const { payment_method } = await createBuyer(stripe);
    const { card } = await stripe.paymentMethods.retrieve(payment_method);
    expect(card?.exp_year).toBe(new Date().getUTCFullYear() + 3);
    const params = { card: { exp_month: 4, exp_year: new Date().getUTCFullYear() + 1 } };
    expect(await stripe.paymentMethods.update(payment_method, params)).toMatchObject(params);
    expect(
      await errorOf(stripe.paymentMethods.update(payment_method, { card: { exp_month: 13 } })),
    ).toMatchObject({ statusCode: 402, code: 'invalid_expiry_month' });
    expect(
      await errorOf(stripe.paymentMethods.update(payment_method, { card: { exp_year: 1995 } })),
    ).toMatchObject({ statusCode: 402, code: 'invalid_expiry_year' });
  });

  test('that nobody owns is not changed', async () => {
    const { payment_method } = await pay('pm_card_visa');
    const method = String(payment_method);
    await stripe.paymentMethods.detach(method);
    expect(
      await errorOf(stripe.paymentMethods.update(method, { card: { exp_month: 1 } })),
    ).toMatchObject({ statusCode: 400 });
  });

  test('is renewed by its network under the same id', async () => {
    const { payment_method } = await createBuyer(stripe);
    await served.act({
      act: 'update-card',
      paymentMethod: payment_method,
      expMonth: 5,
      expYear: 2040,
      last4: '1881',
    });
    expect(await stripe.paymentMethods.retrieve(payment_method)).toMatchObject({
      card: { exp_month: 5, exp_year: 2040, last4: '1881' },
    });
    const [event] = (await stripe.events.list({ limit: 1 })).data;
    expect(event).toMatchObject({
      type: 'payment_method.automatically_updated',
      data: { object: { id: payment_method }, previous_attributes: { card: { last4: '4242' } } },
    });
  });

  test('is declined once its month has passed', async () => {
    const { customer, payment_method } = await createBuyer(stripe);
    await served.act({
      act: 'update-card',
      paymentMethod: payment_method,
      expMonth: 1,
      expYear: 2020,
    });
    const params = { amount: 1000, currency: 'eur', customer, payment_method, confirm: true };
    expect(await errorOf(stripe.paymentIntents.create(params))).toMatchObject({
      code: 'expired_card',
    });
  });
});

describe('a hold', () => {
  const hold = () => pay('pm_card_visa', { capture_method: 'manual' });

  test('ends early from outside', async () => {
    const { id } = await hold();
    expect((await served.act({ act: 'expire-hold', paymentIntent: id })).status).toBe(200);
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
    });
    expect((await served.act({ act: 'expire-hold', paymentIntent: id })).status).toBe(400);
  });

  test('lasts as long as was said, and tells its end though nobody asks', async () => {
    await served.act({ act: 'hold-for', seconds: 1 });
    const { id, latest_charge } = await hold();
    await served.act({ act: 'hold-for', seconds: null });
    const { created, payment_method_details } = latest_charge as Stripe.Charge;
    expect(payment_method_details?.card?.capture_before).toBe(created + 1);
    await expect
      .poll(async () => (await stripe.events.list({ limit: 1 })).data[0])
      .toMatchObject({ type: 'payment_intent.canceled', data: { object: { id } } });
  });
});

test('all intents are listed by time, whoever’s they are', async () => {
  const first = await pay('pm_card_visa');
  const second = await pay('pm_card_visa');
  const since = { gte: first.created, lt: second.created + 1 };
  const { data } = await stripe.paymentIntents.list({ created: since, limit: 2 });
  expect(data.map(({ id }) => id)).toEqual([second.id, first.id]);
  const next = await stripe.paymentIntents.list({
    created: since,
    limit: 1,
    starting_after: second.id,
  });
  expect(next.data.map(({ id }) => id)).toEqual([first.id]);
  const none = await stripe.paymentIntents.list({ created: { lt: 1000 } });
  expect(none.data).toEqual([]);
});
