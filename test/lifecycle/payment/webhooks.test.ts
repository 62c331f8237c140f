import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attentionOf,
  mailbox,
  moneyAt,
  untilAttention,
  untilMail,
} from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  forward,
  inDays,
  readyToShip,
  resolve,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
  zoneAtNoon,
} from '../../support/lives/story.ts';
import { giveCard, intentsOf, methodOf, pageText } from '../../support/page/cardholder.ts';
import { failPayment } from '../../support/system/faults.ts';
import { type System, startSystem } from '../../support/system/system.ts';

/** Every event arrives three times at once, and in disorder. */
let system: System;
beforeAll(async () => {
  system = await startSystem({ webhooks: true });
  await system.setDeliveries({ repeat: 3, shuffle: true });
});
afterAll(() => system.stop());

/** What the provider calls the payment that was made last. */
const paymentOf = async (orderId: string): Promise<string> =>
  (await intentsOf(system, orderId))[0]?.id ?? '';

/** The card with which the order is to be paid has this last month. */
const expires = async (orderId: string, days: number): Promise<void> => {
  const [exp_year = 0, exp_month = 0] = inDays(days).split('-').map(Number);
  const method = await methodOf(system, orderId);
  await system.stripe.paymentMethods.update(method, { card: { exp_month, exp_year } });
};

const countOf = async (orderId: string, kind: string): Promise<number> =>
  (await mailbox(system, orderId)).filter((each) => each === kind).length;

const firmOfTwo = async (orderId: string): Promise<void> => {
  const wish = { orderId, quantity: 2, fulfilment: 'ship-available' as const };
  await checkout(system, wish);
  await restock(system, orderId, 1, `r-${orderId}-1`);
  await untilPhase(system, orderId, 'ready_to_ship');
  expect((await ship(system, orderId)).status).toBe(201);
  await until(system, orderId, ({ payment }) => payment.captured.amount === 13_350);
  await restock(system, orderId, 1, `r-${orderId}-2`);
  await untilPhase(system, orderId, 'ready_to_ship');
};

describe.concurrent('what a person does in the dashboard of the provider', () => {
  it('is not done again: an order that was charged there ships without another charge', async () => {
    const orderId = 'by-hand';
    await readyToShip(system, { orderId });
    await system.stripe.paymentIntents.capture(await paymentOf(orderId));
    await until(system, orderId, ({ payment }) => payment.state === 'captured');
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 13_800,
      refunded: 0,
      intents: 1,
    });
    expect(await attentionOf(system, orderId)).toEqual([]);
  });

  it('goes back once when the order that was charged there is cancelled', async () => {
    const orderId = 'by-hand-gone';
    await readyToShip(system, { orderId });
    await system.stripe.paymentIntents.capture(await paymentOf(orderId));
    await until(system, orderId, ({ payment }) => payment.state === 'captured');
    expect((await cancel(system, orderId)).status).toBe(200);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({
      captured: 13_800,
      refunded: 13_800,
      intents: 1,
    });
  });

  it('is told, and no goods leave before a person has looked, when they gave money back', async () => {
    const orderId = 'paid-back';
    await firmOfTwo(orderId);
    const [, first] = await intentsOf(system, orderId);
    await system.stripe.refunds.create({ payment_intent: first?.id ?? '', amount: 1_000 });
    await untilAttention(system, orderId, 'refunded_elsewhere');
    expect(await untilMail(system, orderId, 'refunded')).toContain('$10.00');
    expect(await ship(system, orderId, { shipmentId: 's2' })).toMatchObject({
      status: 409,
      body: { code: 'on_hold' },
    });
    expect((await resolve(system, orderId, 'refunded_elsewhere')).status).toBe(200);
    expect((await ship(system, orderId, { shipmentId: 's3' })).status).toBe(201);
    await until(system, orderId, async () => (await moneyAt(system, orderId)).held === 0);
    expect(await moneyAt(system, orderId)).toMatchObject({ captured: 26_700, refunded: 1_000 });
    expect(await countOf(orderId, 'refunded')).toBe(1);
  });
});

describe.concurrent('a cardholder who objects', () => {
  it.each([
    { act: 'dispute', code: 'disputed' },
    { act: 'fraud-warning', code: 'fraud_warning' },
  ])('stops what has not left yet: $act', async ({ act, code }) => {
    const orderId = `stop-${act}`;
    await firmOfTwo(orderId);
    const [, first] = await intentsOf(system, orderId);
    await system.act({ act, paymentIntent: first?.id });
    await untilAttention(system, orderId, code);
    expect(await ship(system, orderId, { shipmentId: 's2' })).toMatchObject({
      status: 409,
      body: { code: 'on_hold' },
    });
    expect(await moneyAt(system, orderId)).toMatchObject({ captured: 13_350 });
    await resolve(system, orderId, code);
    expect((await ship(system, orderId, { shipmentId: 's3' })).status).toBe(201);
  });

  it('is heard of after the order has ended', async () => {
    const orderId = 'after';
    await readyToShip(system, { orderId });
    await ship(system, orderId);
    await untilEnded(system, orderId);
    await system.act({ act: 'dispute', paymentIntent: await paymentOf(orderId) });
    await untilAttention(system, orderId, 'disputed');
  });
});

describe.concurrent('a card that changes at its bank', () => {
  it('is asked again when the bank has sent another one for it', async () => {
    const orderId = 'renewed';
    await checkout(system, { orderId });
    await system.act({
      act: 'update-card',
      paymentMethod: await methodOf(system, orderId),
      expMonth: 12,
      expYear: new Date().getUTCFullYear() - 1,
    });
    await restock(system, orderId, 1);
    await until(system, orderId, ({ payment }) => payment.problem?.reason === 'expired');
    await untilMail(system, orderId, 'payment-problem');
    await system.act({
      act: 'update-card',
      paymentMethod: await methodOf(system, orderId),
      expMonth: 12,
      expYear: new Date().getUTCFullYear() + 4,
    });
    await untilPhase(system, orderId, 'ready_to_ship');
    await untilMail(system, orderId, 'payment-recovered');
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 13_800 });
    expect(await attentionOf(system, orderId)).toEqual([]);
  });

  it('and is taken away is asked for anew while the order still waits', async () => {
    const orderId = 'removed';
    await checkout(system, { orderId });
    await untilMail(system, orderId, 'confirmation');
    await system.stripe.paymentMethods.detach(await methodOf(system, orderId));
    expect(await untilMail(system, orderId, 'payment-problem')).toContain(
      'The card you gave us is no longer available, so we cannot charge it.',
    );
    expect(await pageText(system, orderId)).toContain(
      'no longer available, so we cannot charge it',
    );
    await giveCard(system, orderId);
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await countOf(orderId, 'payment-problem')).toBe(1);
  });

  it('and expires before the order ships is told once, until it is another one', async () => {
    const orderId = 'expiring';
    await checkout(system, { orderId, promiseIn: 120, timeZone: zoneAtNoon() });
    await untilMail(system, orderId, 'confirmation');
    await expires(orderId, 40);
    expect(await untilMail(system, orderId, 'card-expiring')).toContain('expires at the end of');
    const later = { on: inDays(150), reason: 'the port is closed', basis: 'supplier 8812' };
    const path = `/v1/backorders/${orderId}/promise`;
    expect((await system.call('POST', path, { promiseId: 'p2', ...later })).status).toBe(200);
    await untilMail(system, orderId, 'delay-notice');
    expect(await countOf(orderId, 'card-expiring')).toBe(1);

    const first = await methodOf(system, orderId);
    expect((await giveCard(system, orderId)).status).toBe(200);
    await until(system, orderId, async () => (await methodOf(system, orderId)) !== first);
    await expires(orderId, 70);
    await until(system, orderId, async () => (await countOf(orderId, 'card-expiring')) === 2);
    await giveCard(system, orderId, 'pm_card_mastercard');
    await forward(system, orderId, 1);
    expect(await countOf(orderId, 'card-expiring')).toBe(2);
  });

  it('and expires before a promise that has moved is told then', async () => {
    const orderId = 'moved';
    await checkout(system, { orderId, promiseIn: 20 });
    await untilMail(system, orderId, 'confirmation');
    await expires(orderId, 60);
    await until(system, orderId, async () => {
      const page = await pageText(system, orderId);
      return !page.includes('Your card is valid through');
    });
    const later = { promiseId: 'p2', on: inDays(150), reason: 'a flood', basis: 'supplier 8812' };
    await system.call('POST', `/v1/backorders/${orderId}/promise`, later);
    await untilMail(system, orderId, 'card-expiring');
    expect(await pageText(system, orderId)).toContain('Your card is valid through');
  });
});

describe.concurrent('a hold that its bank gives up too early', () => {
  it('is replaced before goods may leave', async () => {
    const orderId = 'expired-hold';
    await readyToShip(system, { orderId });
    const first = await paymentOf(orderId);
    await system.act({ act: 'expire-hold', paymentIntent: first });
    await until(system, orderId, async () => (await paymentOf(orderId)) !== first);
    await until(system, orderId, ({ payment }) => payment.authorized.amount === 13_800);
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 13_800,
      refunded: 0,
      intents: 2,
    });
  });

  it('keeps goods back whose card has died meanwhile, and asks for another one', async () => {
    const orderId = 'dead-hold';
    await readyToShip(system, { orderId });
    await failPayment(system, orderId, 'decline:lost_card', { times: 2 });
    await system.act({ act: 'expire-hold', paymentIntent: await paymentOf(orderId) });
    await untilMail(system, orderId, 'payment-problem');
    expect(await ship(system, orderId)).toMatchObject({
      status: 409,
      body: { code: 'not_ready_to_ship' },
    });
    await giveCard(system, orderId);
    await until(system, orderId, ({ payment }) => payment.authorized.amount === 13_800);
    expect((await ship(system, orderId, { shipmentId: 's2' })).status).toBe(201);
    await until(system, orderId, async () => (await moneyAt(system, orderId)).captured === 13_800);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, refunded: 0 });
  });
});
