import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBuyer, errorOf, type Served, serveStripe } from '../serve.ts';

let served: Served;
let stripe: Stripe;
let nowMs = Date.parse('2026-11-23T10:00:00Z');

beforeAll(async () => {
  served = await serveStripe({ now: () => nowMs });
  stripe = served.stripe;
});
afterAll(() => served.close());

const terms = { amount: 13800, currency: 'usd' } as const;

const hold = async (card?: string) =>
  stripe.paymentIntents.create({
    ...terms,
    ...(await createBuyer(stripe, card)),
    capture_method: 'manual',
    confirm: true,
    off_session: true,
    metadata: { order: '1001', attempt: 'a1' },
    expand: ['latest_charge'],
  });

const chargeOf = (intent: Stripe.PaymentIntent): Stripe.Charge => {
  if (typeof intent.latest_charge !== 'object' || !intent.latest_charge)
    throw new Error('latest_charge was not expanded');
  return intent.latest_charge;
};

describe('a hold', () => {
  test('keeps the amount until the day the card network ends it', async () => {
    const intent = await hold();
    expect(intent).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 13800,
      amount_received: 0,
      metadata: { order: '1001', attempt: 'a1' },
    });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_`));
    expect(chargeOf(intent).payment_method_details?.card?.capture_before).toBe(
      nowMs / 1000 + 7 * 24 * 60 * 60,
    );
  });

  test('is captured in part, and the rest is released', async () => {
    const { id } = await hold();
    const intent = await stripe.paymentIntents.capture(id, {
      amount_to_capture: 10000,
      expand: ['latest_charge'],
    });
    expect(intent).toMatchObject({
      status: 'succeeded',
      amount_received: 10000,
      amount_capturable: 0,
    });
    expect(chargeOf(intent)).toMatchObject({ amount_captured: 10000, amount_refunded: 3800 });
    const again = await errorOf(stripe.paymentIntents.capture(id));
    expect(again).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
    expect(again.payment_intent?.status).toBe('succeeded');
  });

  test('is never captured for more than it holds', async () => {
    const { id } = await hold();
    expect(
      await errorOf(stripe.paymentIntents.capture(id, { amount_to_capture: 13801 })),
    ).toMatchObject({ statusCode: 400, code: 'amount_too_large', param: 'amount_to_capture' });
  });

  test('is released by a cancellation, once', async () => {
    const { id } = await hold();
    expect(await stripe.paymentIntents.cancel(id)).toMatchObject({
      status: 'canceled',
      amount_capturable: 0,
    });
    expect(await errorOf(stripe.paymentIntents.cancel(id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  test('ends by itself when nobody captures it in time', async () => {
    const { id } = await hold();
    nowMs += 7 * 24 * 60 * 60_000;
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
    });
  });
});

describe('a charge at once', () => {
  test('takes the money, and a test card named directly needs no attaching', async () => {
    const intent = await stripe.paymentIntents.create({
      ...terms,
      payment_method: 'pm_card_mastercard',
      confirm: true,
      expand: ['latest_charge', 'payment_method'],
    });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 13800 });
    expect(chargeOf(intent).payment_method_details?.card?.brand).toBe('mastercard');
    expect(intent.payment_method).toMatchObject({ object: 'payment_method' });
  });

  test('is made in steps: created, given a card, confirmed', async () => {
    const { customer, payment_method } = await createBuyer(stripe);
    const created = await stripe.paymentIntents.create({ ...terms, customer });
    expect(created.status).toBe('requires_payment_method');
    const updated = await stripe.paymentIntents.update(created.id, {
      payment_method,
      metadata: { order: '1002' },
    });
    expect(updated).toMatchObject({
      status: 'requires_confirmation',
      metadata: { order: '1002' },
    });
    const confirmed = await stripe.paymentIntents.confirm(created.id);
    expect(confirmed.status).toBe('succeeded');
  });

  test('refuses a card of another customer', async () => {
    const [ada, bob] = [await createBuyer(stripe), await createBuyer(stripe)];
    expect(
      await errorOf(
        stripe.paymentIntents.create({
          ...terms,
          customer: ada.customer,
          payment_method: bob.payment_method,
          confirm: true,
        }),
      ),
    ).toMatchObject({ statusCode: 400, param: 'payment_method' });
  });
});

describe('a decline', () => {
  test.each([
    ['pm_card_chargeCustomerFail', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
    ['pm_card_chargeDeclinedFraudulent', 'card_declined', 'fraudulent'],
    ['pm_card_visa_chargeDeclinedVelocityLimitExceeded', 'card_declined', 'card_velocity_exceeded'],
    ['pm_card_authenticationRequired', 'authentication_required', 'authentication_required'],
    ['pm_card_authenticationRequiredOnSetup', 'authentication_required', 'authentication_required'],
  ])('of %s says %s / %s and leaves the intent open', async (card, code, decline_code) => {
    const error = await errorOf(hold(card));
    expect(error).toMatchObject({ statusCode: 402, type: 'StripeCardError', code, decline_code });
    expect(error.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: { code, decline_code },
    });
    const read = await stripe.paymentIntents.retrieve(error.payment_intent?.id ?? '');
    expect(read.last_payment_error?.decline_code).toBe(decline_code);
  });

  test('is healed by another card on the same intent', async () => {
    const { payment_intent } = await errorOf(hold('pm_card_chargeCustomerFail'));
    const healed = await stripe.paymentIntents.confirm(payment_intent?.id ?? '', {
      payment_method: 'pm_card_visa',
    });
    expect(healed).toMatchObject({ status: 'requires_capture', last_payment_error: null });
  });
});

describe('authentication', () => {
  const confirmHere = async (card: string) => {
    const intent = await stripe.paymentIntents.create({
      ...terms,
      payment_method: card,
      confirm: true,
      return_url: 'https://shop.example/done',
    });
    expect(intent.status).toBe('requires_action');
    return { id: intent.id, url: intent.next_action?.redirect_to_url?.url ?? '' };
  };
  const press = (url: string, outcome: string) =>
    fetch(url, { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' });

  test('waits for the customer, who completes it and is sent back', async () => {
    const { id, url } = await confirmHere('pm_card_authenticationRequired');
    expect(await (await fetch(url)).text()).toContain('Complete');
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_action');
    const back = await press(url, 'complete');
    expect(back.headers.get('location')).toContain(
      `https://shop.example/done?payment_intent=${id}`,
    );
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded');
  });

  test('that fails leaves the intent open for another card', async () => {
    const { id, url } = await confirmHere('pm_card_authenticationRequired');
    await press(url, 'fail');
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
  });

  test('of an intent that failed off-session is done by its customer later', async () => {
    const { payment_intent } = await errorOf(hold('pm_card_authenticationRequired'));
    const intent = await stripe.paymentIntents.confirm(payment_intent?.id ?? '', {
      payment_method: 'pm_card_authenticationRequired',
    });
    await press(intent.next_action?.redirect_to_url?.url ?? '', 'complete');
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_capture');
  });

  test('at set-up spares the customer of it off-session', async () => {
    const customer = await stripe.customers.create();
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      confirm: true,
    });
    expect(setup.status).toBe('requires_action');
    await press(setup.next_action?.redirect_to_url?.url ?? '', 'complete');
    const { status, payment_method } = await stripe.setupIntents.retrieve(setup.id);
    expect(status).toBe('succeeded');
    const intent = await stripe.paymentIntents.create({
      ...terms,
      customer: customer.id,
      payment_method: String(payment_method),
      confirm: true,
      off_session: true,
    });
    expect(intent.status).toBe('succeeded');
  });
});

test('lists a customer’s intents newest first, page by page', async () => {
  const { customer } = await createBuyer(stripe);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1)
    ids.unshift((await stripe.paymentIntents.create({ ...terms, customer })).id);
  const page = await stripe.paymentIntents.list({ customer, limit: 2 });
  expect(page.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(page.has_more).toBe(true);
  const all = await stripe.paymentIntents
    .list({ customer, limit: 2 })
    .autoPagingToArray({ limit: 9 });
  expect(all.map(({ id }) => id)).toEqual(ids);
  const before = await stripe.paymentIntents.list({ customer, ending_before: ids[2], limit: 1 });
  expect(before).toMatchObject({ has_more: true, data: [{ id: ids[1] }] });
});
