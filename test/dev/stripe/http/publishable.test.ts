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

const headers = { authorization: 'Bearer pk_test_local' };
const returnUrl = 'https://shop.example/done';

const confirm = async (
  { object, id }: { object: string; id: string },
  form: Record<string, string>,
) => {
  const answer = await served.post(`/v1/${object}s/${id}/confirm`, form, headers);
  return (await answer.json()) as Stripe.PaymentIntent & { error?: { code: string } };
};
const secretOf = (intent: { client_secret: string | null }) => intent.client_secret ?? '';
const press = async (intent: Stripe.PaymentIntent | Stripe.SetupIntent, outcome: string) => {
  const url = intent.next_action?.redirect_to_url?.url ?? '';
  const body = new URLSearchParams({ outcome });
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').searchParams;
};

describe('the publishable key', () => {
  test('pays an intent whose client secret is known', async () => {
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
    const paid = await confirm(intent, {
      client_secret: secretOf(intent),
      payment_method: 'pm_card_visa',
    });
    expect(paid.status).toBe('succeeded');
  });

  test('reads no more than Stripe shows a browser', async () => {
    const { customer } = await createBuyer(stripe);
    const metadata = { order: '1001' };
    const intent = await stripe.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      customer,
      metadata,
    });
    const url = `${served.base}/v1/payment_intents/${intent.id}?client_secret=`;
    const shown = await (await fetch(url + secretOf(intent), { headers })).json();
    expect(shown).toMatchObject({ id: intent.id, amount: 500, status: 'requires_payment_method' });
    expect(shown).not.toHaveProperty('customer');
    expect(shown).not.toHaveProperty('metadata');
    expect((await fetch(`${url}wrong`, { headers })).status).toBe(400);
  });

  const wrong: Record<string, string>[] = [{}, { client_secret: 'pi_1_secret_2' }];
  test.each(wrong)('does nothing with the secret %o', async (secret) => {
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
    const refused = await confirm(intent, { ...secret, payment_method: 'pm_card_visa' });
    expect(refused.error).toMatchObject({
      code: 'payment_intent_invalid_parameter',
      param: 'client_secret',
    });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe(
      'requires_payment_method',
    );
  });

  test('opens nothing else', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
    for (const path of ['/v1/payment_intents', `/v1/payment_intents/${id}/cancel`, '/v1/refunds']) {
      const answer = await served.post(path, {}, headers);
      expect(answer.status, path).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { code: 'secret_key_required' } });
    }
  });

  test('is let in from any page', async () => {
    const answer = await fetch(`${served.base}/v1/payment_intents/pi_1/confirm`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-headers')).toContain('Authorization');
  });
});

describe('a payment its bank wanted the customer for', () => {
  const declined = async (card: string) => {
    const params = {
      amount: 500,
      currency: 'usd',
      ...(await createBuyer(stripe, card)),
      capture_method: 'manual' as const,
      confirm: true,
      off_session: true,
    };
    const error = await errorOf(stripe.paymentIntents.create(params));
    expect(error.code).toBe('authentication_required');
    return stripe.paymentIntents.retrieve(error.payment_intent?.id ?? '');
  };
  const again = async (intent: Stripe.PaymentIntent, payment_method: string) =>
    confirm(intent, { client_secret: secretOf(intent), payment_method, return_url: returnUrl });

  test('is finished by them with the same card, and they are sent back', async () => {
    const intent = await declined('pm_card_authenticationRequired');
    const same = intent.last_payment_error?.payment_method?.id ?? '';
    const back = await press(await again(intent, same), 'complete');
    expect(Object.fromEntries(back)).toEqual({
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_capture',
      payment_method: same,
    });
  });

  test('is finished with another card', async () => {
    const intent = await declined('pm_card_authenticationRequired');
    expect((await again(intent, 'pm_card_visa')).status).toBe('requires_capture');
  });

  test('is open again when they fail, and may be tried once more', async () => {
    const intent = await declined('pm_card_authenticationRequired');
    const asked = await again(intent, 'pm_card_authenticationRequired');
    expect((await press(asked, 'fail')).get('redirect_status')).toBe('failed');
    const { status, last_payment_error } = await stripe.paymentIntents.retrieve(intent.id);
    expect(status).toBe('requires_payment_method');
    expect(last_payment_error?.code).toBe('payment_intent_authentication_failure');
    expect((await again(intent, 'pm_card_visa')).status).toBe('requires_capture');
  });

  test('leaves the new card with the customer, ready for later, if that was the plan', async () => {
    const intent = await declined('pm_card_authenticationRequiredOnSetup');
    const customer = String(intent.customer);
    await stripe.paymentIntents.update(intent.id, { setup_future_usage: 'off_session' });
    await press(await again(intent, 'pm_card_authenticationRequiredOnSetup'), 'complete');
    const { payment_method } = await stripe.paymentIntents.retrieve(intent.id);
    const method = await stripe.paymentMethods.retrieve(String(payment_method));
    expect(method.customer).toBe(customer);
    const later = await stripe.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      customer,
      payment_method: method.id,
      confirm: true,
      off_session: true,
    });
    expect(later.status).toBe('succeeded');
  });
});

test('a set-up is authenticated, and the customer is sent back', async () => {
  const customer = await stripe.customers.create();
  const setup = await stripe.setupIntents.create({ customer: customer.id });
  const asked = await confirm(setup, {
    client_secret: secretOf(setup),
    payment_method: 'pm_card_authenticationRequired',
    return_url: returnUrl,
  });
  expect(asked.status).toBe('requires_action');
  const back = await press(asked, 'complete');
  expect(Object.fromEntries(back)).toEqual({
    setup_intent: setup.id,
    setup_intent_client_secret: setup.client_secret,
    redirect_status: 'succeeded',
  });
  const done = await stripe.setupIntents.retrieve(setup.id, { expand: ['payment_method'] });
  expect(done).toMatchObject({ status: 'succeeded', payment_method: { customer: customer.id } });
});

test('a set-up that nobody wants any more is ended', async () => {
  const { customer } = await createBuyer(stripe);
  const setup = await stripe.setupIntents.create({ customer });
  expect((await stripe.setupIntents.cancel(setup.id)).status).toBe('canceled');
  expect(await errorOf(stripe.setupIntents.cancel(setup.id))).toMatchObject({
    code: 'setup_intent_unexpected_state',
  });
  const { data } = await stripe.setupIntents.list({ customer });
  expect(data.map(({ id }) => id)).toEqual([setup.id]);
});
