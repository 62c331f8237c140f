import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createBuyer, errorOf, type Served, serveStripe } from '../serve.ts';

let served: Served;
let stripe: Stripe;

beforeAll(async () => {
  served = await serveStripe();
  stripe = served.stripe;
});
afterEach(() => served.faults.clear());
afterAll(() => served.close());

const match = 'POST /v1/payment_intents';
const hold = (buyer: { customer: string; payment_method: string }, idempotencyKey: string) =>
  stripe.paymentIntents.create(
    {
      amount: 500,
      currency: 'usd',
      ...buyer,
      capture_method: 'manual',
      confirm: true,
      off_session: true,
    },
    { idempotencyKey },
  );
const countOf = async ({ customer }: { customer: string }) =>
  (await stripe.paymentIntents.list({ customer })).data.length;

test.each([
  ['status:500', { statusCode: 500, type: 'StripeAPIError' }],
  ['status:429', { statusCode: 429, code: 'rate_limit', headers: { 'retry-after': '1' } }],
  ['drop-before', { type: 'StripeConnectionError' }],
  ['hang', { type: 'StripeConnectionError' }],
])('%s does nothing and keeps no key, so that a repetition works', async (fault, error) => {
  const buyer = await createBuyer(stripe);
  await served.plan({ match, times: 1, fault });
  expect(await errorOf(hold(buyer, `before-${fault}`))).toMatchObject(error);
  expect(await countOf(buyer)).toBe(0);
  expect((await hold(buyer, `before-${fault}`)).status).toBe('requires_capture');
  expect(await countOf(buyer)).toBe(1);
});

test('drop-after does it, and a repetition with the key gets the answer that was lost', async () => {
  const buyer = await createBuyer(stripe);
  await served.plan({ match, times: 1, fault: 'drop-after' });
  expect(await errorOf(hold(buyer, 'after'))).toMatchObject({ type: 'StripeConnectionError' });
  expect(await countOf(buyer)).toBe(1);
  expect((await hold(buyer, 'after')).status).toBe('requires_capture');
  expect(await countOf(buyer)).toBe(1);
});

test('status-after:500 does it, and every repetition with the key gets the stored 500', async () => {
  const buyer = await createBuyer(stripe);
  await served.plan({ match, times: 1, fault: 'status-after:500' });
  const first = await errorOf(hold(buyer, 'stored'));
  const again = await errorOf(hold(buyer, 'stored'));
  expect(first).toMatchObject({ statusCode: 500 });
  expect(first.headers).not.toHaveProperty('idempotent-replayed');
  expect(again).toMatchObject({ statusCode: 500, headers: { 'idempotent-replayed': 'true' } });
  expect(await countOf(buyer)).toBe(1);
});

test('decline: declines that one charge with the code, and a fresh key is charged', async () => {
  const buyer = await createBuyer(stripe);
  await served.plan({ match, times: 1, fault: 'decline:lost_card' });
  expect(await errorOf(hold(buyer, 'declined'))).toMatchObject({
    statusCode: 402,
    decline_code: 'lost_card',
    payment_intent: { status: 'requires_payment_method' },
  });
  expect((await hold(buyer, 'charged')).status).toBe('requires_capture');
});

test('decline: on a capture leaves the hold as it was', async () => {
  const { id } = await hold(await createBuyer(stripe), 'held');
  await served.plan({
    match: `${match}/${id}/capture`,
    times: 1,
    fault: 'decline:processing_error',
  });
  expect(await errorOf(stripe.paymentIntents.capture(id))).toMatchObject({ statusCode: 402 });
  expect((await stripe.paymentIntents.capture(id)).status).toBe('succeeded');
});

test('a fault for one customer spares all others, and reads can fail as well', async () => {
  const [ada, bob] = [await createBuyer(stripe), await createBuyer(stripe)];
  const mine = await hold(ada, 'ada');
  await served.plan(
    { match: 'POST /v1/payment_intents', times: 2, fault: 'status:500', customer: ada.customer },
    { match: 'GET /v1/payment_intents', times: 1, fault: 'status:503' },
  );
  expect((await hold(bob, 'bob')).status).toBe('requires_capture');
  expect(await errorOf(stripe.paymentIntents.capture(mine.id))).toMatchObject({ statusCode: 500 });
  expect(await errorOf(hold(ada, 'ada-2'))).toMatchObject({ statusCode: 500 });
  expect(await errorOf(stripe.paymentIntents.retrieve(mine.id))).toMatchObject({ statusCode: 503 });
  expect(served.faults.list()).toEqual([]);
});

test('a replayed key uses up no fault', async () => {
  const buyer = await createBuyer(stripe);
  const { id } = await hold(buyer, 'replayed');
  await served.plan({ match, times: 1, fault: 'status:500' });
  expect((await hold(buyer, 'replayed')).id).toBe(id);
  expect(served.faults.list()).toHaveLength(1);
});
