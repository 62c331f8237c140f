import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStripeStore } from '../../../../dev/stripe/store.ts';
import { patienceMs } from '../../../support/patience.ts';
import { createBuyer, errorOf, type Served, serveStripe } from '../serve.ts';
import { startReceiver } from './receiver.ts';

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let served: Served;
let stripe: Stripe;

beforeEach(async () => {
  receiver = await startReceiver();
  served = await serveStripe({ webhook: receiver.webhook });
  stripe = served.stripe;
});
afterEach(async () => {
  await served.close();
  await receiver.close();
});

const terms = { amount: 500, currency: 'usd' } as const;
const hold = async (card?: string) =>
  stripe.paymentIntents.create({
    ...terms,
    ...(await createBuyer(stripe, card)),
    capture_method: 'manual',
    confirm: true,
  });
const arrived = (...types: string[]) =>
  vi.waitFor(() => expect(receiver.types()).toEqual(expect.arrayContaining(types)), patienceMs);

describe('an event', () => {
  test('is signed, and carries the resource as the API sends it', async () => {
    const intent = await hold();
    await arrived('payment_intent.amount_capturable_updated');
    const event = receiver.events.find(({ type }) => type.endsWith('capturable_updated'));
    expect(event).toMatchObject({
      object: 'event',
      api_version: '2026-10-28.endive',
      livemode: false,
      pending_webhooks: 1,
      data: { object: { id: intent.id, status: 'requires_capture', amount_capturable: 500 } },
    });
    expect(event?.id).toMatch(/^evt_/);
  });

  test('tells every turn of a payment', async () => {
    const { id } = await hold();
    await stripe.paymentIntents.capture(id, { amount_to_capture: 400 });
    await stripe.refunds.create({ payment_intent: id, amount: 100 });
    await stripe.paymentIntents.cancel((await hold()).id);
    await errorOf(hold('pm_card_chargeCustomerFail'));
    await hold('pm_card_authenticationRequired');
    await arrived(
      'payment_method.attached',
      'payment_intent.created',
      'payment_intent.amount_capturable_updated',
      'payment_intent.succeeded',
      'refund.created',
      'charge.refunded',
      'payment_intent.canceled',
      'payment_intent.payment_failed',
      'payment_intent.requires_action',
    );
  });

  test('of a method tells what it was before', async () => {
    const { payment_method, customer } = await createBuyer(stripe);
    await stripe.paymentMethods.update(payment_method, { card: { exp_month: 3 } });
    await stripe.paymentMethods.detach(payment_method);
    await arrived('payment_method.updated', 'payment_method.detached');
    const before = receiver.events.map(({ data }) => data.previous_attributes);
    expect(before).toEqual([undefined, { card: { exp_month: 12 } }, { customer }]);
  });

  test('of a set-up tells how it ended', async () => {
    await stripe.setupIntents.create({ payment_method: 'pm_card_visa', confirm: true });
    const failing = { payment_method: 'pm_card_chargeDeclined', confirm: true };
    await errorOf(stripe.setupIntents.create(failing));
    await arrived('setup_intent.created', 'setup_intent.succeeded', 'setup_intent.setup_failed');
  });

  test('is listed newest first, by type and time, and read again', async () => {
    const { id } = await hold();
    await stripe.paymentIntents.capture(id);
    const { data } = await stripe.events.list({ type: 'payment_intent.*' });
    expect(data.map(({ type }) => type)).toEqual([
      'payment_intent.succeeded',
      'payment_intent.amount_capturable_updated',
      'payment_intent.created',
    ]);
    expect((await stripe.events.retrieve(data[0]?.id ?? '')).request?.id).toMatch(/^req_/);
    const later = await stripe.events.list({ created: { gt: Math.ceil(Date.now() / 1000) } });
    expect(later.data).toEqual([]);
  });

  test('is made by nothing that was only read or refused', async () => {
    const { id } = await stripe.paymentIntents.create(terms);
    await stripe.paymentIntents.retrieve(id);
    await errorOf(stripe.paymentIntents.capture(id));
    expect((await stripe.events.list()).data).toHaveLength(1);
  });
});

describe('delivery', () => {
  test('goes on until the webhook has taken the event', async () => {
    receiver.answers.push(500, 503);
    const answeredAt = Date.now();
    await stripe.paymentIntents.create(terms);
    expect(Date.now() - answeredAt).toBeLessThan(900);
    await arrived('payment_intent.created');
    expect(receiver.types()).toHaveLength(1);
    expect(Date.now() - answeredAt).toBeGreaterThan(2900);
    await vi.waitFor(async () => expect(await undelivered()).toEqual([]), patienceMs);
    const [event] = (await stripe.events.list()).data;
    expect(event?.pending_webhooks).toBe(0);
  });

  test('comes as often as is asked for', async () => {
    await served.deliver({ repeat: 3 });
    await stripe.paymentIntents.create(terms);
    await vi.waitFor(() => expect(receiver.types()).toHaveLength(3), patienceMs);
    expect(new Set(receiver.events.map(({ id }) => id)).size).toBe(1);
  });

  test('comes in disorder, newest first', async () => {
    await served.deliver({ shuffle: true });
    const { id } = await hold();
    await stripe.paymentIntents.capture(id);
    await vi.waitFor(() => expect(receiver.types()).toHaveLength(4), patienceMs);
    expect(receiver.types()).toEqual([
      'payment_intent.succeeded',
      'payment_intent.amount_capturable_updated',
      'payment_intent.created',
      'payment_method.attached',
    ]);
  });

  test('waits while it is paused, and tells what is undelivered', async () => {
    await served.deliver({ paused: true });
    await stripe.paymentIntents.create(terms);
    expect(await undelivered()).toMatchObject([{ type: 'payment_intent.created', tries: 0 }]);
    await served.deliver({ delayMs: 0 });
    await arrived('payment_intent.created');
  });

  test('refuses settings it does not know, and keeps those it has', async () => {
    await served.deliver({ paused: true });
    expect((await served.deliver({ repeat: 9 })).status).toBe(422);
    expect(await (await fetch(`${served.base}/_deliveries`)).json()).toMatchObject({
      paused: true,
    });
  });

  const undelivered = async () =>
    ((await (await fetch(`${served.base}/_deliveries`)).json()) as { undelivered: object[] })
      .undelivered;
});

test('what a restart finds undelivered is delivered after it', async () => {
  const store = openStripeStore();
  const first = await serveStripe({ store, webhook: receiver.webhook });
  await first.deliver({ paused: true });
  await first.stripe.paymentIntents.create(terms);
  await first.close();
  const second = await serveStripe({ store, webhook: receiver.webhook });
  await arrived('payment_intent.created');
  await second.close();
});
