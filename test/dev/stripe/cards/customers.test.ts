import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBuyer, errorOf, type Served, serveStripe } from '../serve.ts';

let served: Served;
let stripe: Stripe;

beforeAll(async () => {
  served = await serveStripe();
  stripe = served.stripe;
});
afterAll(() => served.close());

test('keeps customers, and finds them by mail', async () => {
  const { id } = await stripe.customers.create({
    email: 'grace@example.org',
    name: 'Grace',
    metadata: { shop: '7', gone: 'soon' },
  });
  await stripe.customers.update(id, { name: 'Grace H.', metadata: { gone: '' } });
  expect(await stripe.customers.retrieve(id)).toMatchObject({
    name: 'Grace H.',
    email: 'grace@example.org',
    metadata: { shop: '7' },
  });
  const { data } = await stripe.customers.list({ email: 'grace@example.org' });
  expect(data.map((customer) => customer.id)).toEqual([id]);
});

test('an attached test card becomes a method of its own, which can be taken away for good', async () => {
  const { customer, payment_method } = await createBuyer(stripe);
  expect(payment_method).toMatch(/^pm_[A-Za-z0-9]{24}$/);
  const { data } = await stripe.paymentMethods.list({ customer, type: 'card' });
  expect(data).toMatchObject([{ id: payment_method, customer, card: { last4: '4242' } }]);
  expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
  expect(await stripe.paymentMethods.detach(payment_method)).toMatchObject({ customer: null });
  expect(await errorOf(stripe.paymentMethods.attach(payment_method, { customer }))).toMatchObject({
    statusCode: 400,
    rawType: 'invalid_request_error',
  });
});

test('sets a card up for later', async () => {
  const { customer } = await createBuyer(stripe);
  const setup = await stripe.setupIntents.create({ customer });
  expect(setup.status).toBe('requires_payment_method');
  const done = await stripe.setupIntents.confirm(setup.id, { payment_method: 'pm_card_visa' });
  expect(done.status).toBe('succeeded');
  expect(await stripe.paymentMethods.retrieve(String(done.payment_method))).toMatchObject({
    customer,
  });
  const declined = await errorOf(
    stripe.setupIntents.create({
      customer,
      payment_method: 'pm_card_visa_chargeDeclined',
      confirm: true,
    }),
  );
  expect(declined).toMatchObject({
    statusCode: 402,
    setup_intent: { status: 'requires_payment_method' },
  });
});

test('names what is missing, unknown, wrong or too much in a request', async () => {
  const intents = '/v1/payment_intents';
  const say = async (path: string, form: Record<string, string>) => {
    const response = await served.post(path, form);
    const { error } = (await response.json()) as { error: { code?: string; param?: string } };
    return [response.status, error.code, error.param];
  };
  expect(await say(intents, { currency: 'usd' })).toEqual([400, 'parameter_missing', 'amount']);
  expect(await say(intents, { amount: '1', currency: 'usd', colour: 'red' })).toEqual([
    400,
    'parameter_unknown',
    'colour',
  ]);
  expect(await say(intents, { amount: '1.5', currency: 'usd' })).toEqual([
    400,
    'parameter_invalid_integer',
    'amount',
  ]);
  expect(await say(intents, { amount: '100000000', currency: 'usd' })).toEqual([
    400,
    'amount_too_large',
    'amount',
  ]);
  expect(await say(intents, { amount: '', currency: 'usd' })).toEqual([
    400,
    'parameter_invalid_empty',
    'amount',
  ]);
  expect(await say(intents, { amount: '1', currency: 'xxz' })).toEqual([
    400,
    undefined,
    'currency',
  ]);
  expect(await say(intents, { amount: '50', currency: 'usd', customer: 'cus_0' })).toEqual([
    400,
    'resource_missing',
    'customer',
  ]);
  expect(await say('/v1/payment_intents/pi_0/capture', {})).toEqual([
    404,
    'resource_missing',
    'id',
  ]);
  expect(await say('/v1/customers', { 'metadata[a][b]': '1' })).toEqual([
    400,
    undefined,
    'metadata',
  ]);
  expect(await say('/v1/customers', { 'expand[]': 'shoes' })).toEqual([400, undefined, undefined]);
});

test('answers an unknown route with Stripe’s error object', async () => {
  const response = await fetch(`${served.base}/v1/payment_links`, {
    headers: { authorization: 'Bearer sk_test_1' },
  });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test.each([
  ['Bearer sk_test_abc', 200],
  [`Basic ${btoa('sk_test_abc:')}`, 200],
  ['Bearer sk_live_abc', 401],
  ['Bearer pk_test_abc', 401],
  ['Basic %%%', 401],
  ['', 401],
])('lets only test mode secret keys in: %s is %d', async (authorization, status) => {
  const response = await fetch(`${served.base}/v1/customers`, { headers: { authorization } });
  expect(response.status).toBe(status);
  expect(response.headers.get('request-id') ?? '').toMatch(/^req_/);
  if (status === 401)
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});
