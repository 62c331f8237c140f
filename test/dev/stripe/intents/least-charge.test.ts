import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBuyer, errorOf, type Served, serveStripe } from '../serve.ts';

let served: Served;
let stripe: Stripe;

beforeAll(async () => {
  served = await serveStripe({ now: () => Date.parse('2026-11-23T10:00:00Z') });
  stripe = served.stripe;
});
afterAll(() => served.close());

const hold = async (amount: number, currency: string, confirm = true) =>
  stripe.paymentIntents.create({
    ...{ amount, currency, capture_method: 'manual', confirm },
    ...(await createBuyer(stripe)),
  });

const tooSmall = {
  ...{ statusCode: 400, rawType: 'invalid_request_error' },
  code: 'amount_too_small',
};

describe('the least charge', () => {
  test.each([
    ['usd', 50],
    ['gbp', 30],
    ['jpy', 50],
    ['huf', 17500],
    ['mxn', 1000],
  ])('in %s is held, and a unit less is refused', async (currency, least) => {
    expect(await hold(least, currency)).toMatchObject({ amount_capturable: least });
    const refusal = { ...tooSmall, param: 'amount' };
    expect(await errorOf(hold(least - 1, currency))).toMatchObject(refusal);
  });

  test('is asked of an intent that nobody confirms yet, and of its change', async () => {
    expect(await errorOf(hold(49, 'usd', false))).toMatchObject(tooSmall);
    const { id } = await hold(50, 'usd', false);
    const change = stripe.paymentIntents.update(id, { amount: 49 });
    expect(await errorOf(change)).toMatchObject(tooSmall);
  });

  test('is asked of a capture too, which leaves the hold as it was', async () => {
    const { id } = await hold(13800, 'usd');
    const capture = (amount_to_capture: number) =>
      stripe.paymentIntents.capture(id, { amount_to_capture });
    const refusal = { ...tooSmall, param: 'amount_to_capture' };
    expect(await errorOf(capture(49))).toMatchObject(refusal);
    expect(await capture(50)).toMatchObject({ status: 'succeeded', amount_received: 50 });
  });

  test('is not known of a currency without one in the table', async () => {
    expect(await hold(1, 'cop')).toMatchObject({ amount_capturable: 1 });
  });
});
