import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStripeStore, type Store } from '../../../dev/stripe/store.ts';
import { createBuyer, type Served, serveStripe } from './serve.ts';

let folder: string;
let store: Store;
let served: Served;

const start = async (): Promise<void> => {
  store = openStripeStore({ folder });
  served = await serveStripe({ store });
};
/** As after kill -9: nothing is flushed or closed in an orderly way. */
const restart = async (): Promise<void> => {
  await served.close();
  await start();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stripe-'));
  await start();
});
afterEach(async () => {
  await served.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const hold = async (card?: string) =>
  served.stripe.paymentIntents.create(
    {
      amount: 500,
      currency: 'usd',
      ...(await createBuyer(served.stripe, card)),
      capture_method: 'manual',
      confirm: true,
    },
    { idempotencyKey: 'k1' },
  );

test('a restart finds yesterday’s intents, cards and keys', async () => {
  const intent = await hold();
  await restart();
  expect(await served.stripe.paymentIntents.capture(intent.id)).toMatchObject({
    status: 'succeeded',
  });
  await restart();
  expect(await served.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'succeeded',
    amount_received: 500,
  });
  const form = { amount: '500', currency: 'usd' };
  const mismatch = await served.post('/v1/payment_intents', form, { 'idempotency-key': 'k1' });
  expect(mismatch.status).toBe(400);
  const again = await served.stripe.paymentIntents.create({
    amount: 100,
    currency: 'usd',
    customer: String(intent.customer),
    payment_method: String(intent.payment_method),
    confirm: true,
  });
  expect(again.status).toBe('succeeded');
});

test('a line that a crash cut short is left out, and what comes after it is kept', async () => {
  const intent = await hold();
  appendFileSync(join(folder, 'stripe.jsonl'), '[["payment_intent","pi_half",{"id":"pi_ha');
  await restart();
  const customer = await served.stripe.customers.create({ name: 'Ada' });
  await restart();
  expect((await served.stripe.paymentIntents.retrieve(intent.id)).id).toBe(intent.id);
  expect(await served.stripe.customers.retrieve(customer.id)).toMatchObject({ name: 'Ada' });
});

test('the journal keeps the order of lists and loses what was superseded', async () => {
  const { customer } = await createBuyer(served.stripe);
  const create = () =>
    served.stripe.paymentIntents.create({ amount: 500, currency: 'usd', customer });
  const [first, second] = [await create(), await create()];
  for (let n = 0; n < 20; n += 1)
    await served.stripe.paymentIntents.update(first.id, { metadata: { n } });
  await restart();
  const { data } = await served.stripe.paymentIntents.list({ customer });
  expect(data.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(data[1]?.metadata).toEqual({ n: '19' });
  const lines = readFileSync(join(folder, 'stripe.jsonl'), 'utf8').split('\n');
  expect(lines.filter((line) => line.startsWith('[["payment_intent"'))).toHaveLength(2);
});

test('a restart finds disputes, events, and what was still to happen by itself', async () => {
  const { stripe } = served;
  const pay = (payment_method: string) =>
    stripe.paymentIntents.create({ amount: 500, currency: 'usd', payment_method, confirm: true });
  const disputed = await pay('pm_card_createDispute');
  const refunded = await pay('pm_card_refundFail');
  const refund = await stripe.refunds.create({ payment_intent: refunded.id });
  const events = await stripe.events.list();
  await restart();
  const after = served.stripe;
  expect((await after.disputes.list({ payment_intent: disputed.id })).data).toHaveLength(1);
  expect((await after.events.list()).data).toEqual(events.data);
  await expect
    .poll(async () => (await after.events.list({ limit: 1 })).data[0]?.type)
    .toBe('refund.failed');
  expect((await after.refunds.retrieve(refund.id)).status).toBe('failed');
});
