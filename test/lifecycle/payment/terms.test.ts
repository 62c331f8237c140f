import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../workflows/calendar/format.ts';
import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import {
  attentionOf,
  mailbox,
  moneyAt,
  shelfOf,
  untilAttention,
  untilMail,
} from '../../support/lives/aftermath.ts';
import {
  cancel,
  forward,
  read,
  restock,
  ship,
  timeZone,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { checkoutUpfront, type Deal, upfrontBody } from '../../support/lives/terms.ts';
import { intentsOf, pageText } from '../../support/page/cardholder.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ webhooks: true });
  await system.setDeliveries({ repeat: 3, shuffle: true });
});
afterAll(() => system.stop());

/** The units have come, and nothing stands in their way. */
const ready = async (deal: Deal): Promise<void> => {
  const { orderId, quantity = 1 } = deal;
  expect((await checkoutUpfront(system, deal)).status).toBe(201);
  await restock(system, orderId, quantity);
  await untilPhase(system, orderId, 'ready_to_ship');
};

describe.concurrent('a deposit', () => {
  it('is the first part of the price: the rest is held, and charged as the goods go', async () => {
    const orderId = 'deposit';
    await ready({ orderId, terms: 'deposit', upfront: 5_000 });
    expect(await moneyAt(system, orderId)).toEqual({
      held: 8_800,
      captured: 5_000,
      refunded: 0,
      intents: 2,
    });
    expect(await pageText(system, orderId)).toContain('You paid $50.00 when you ordered.');
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 13_800,
      refunded: 0,
      intents: 2,
    });
    expect((await read(system, orderId)).payment).toMatchObject({
      captured: { amount: 13_800 },
      authorized: { amount: 0 },
    });
  });

  it('goes back when the balance never comes', async () => {
    const orderId = 'balance';
    const deal = { orderId, terms: 'deposit' as const, upfront: 5_000 };
    await checkoutUpfront(system, { ...deal, card: 'pm_card_chargeCustomerFail' });
    await restock(system, orderId, 1);
    expect(await untilMail(system, orderId, 'payment-problem')).toContain('$88.00');
    await forward(system, orderId, 3.1);
    await untilPhase(system, orderId, 'awaiting_stock');
    const { payment } = await until(system, orderId, (it) => it.payment.problem?.cancelledAt);
    await forward(system, orderId, 14);
    await untilEnded(system, orderId);
    expect(await untilMail(system, orderId, 'cancelled')).toContain(
      'because the payment could not be completed',
    );
    expect(await untilMail(system, orderId, 'refunded')).toContain('$50.00');
    // Skipped in one go, over the end of the grace: both mails know the day of the order's own time.
    const sentOn = day(civilDateIn(payment.problem.cancelledAt, timeZone), 'en-US');
    expect(await untilMail(system, orderId, 'refunded')).toContain(sentOn);
    expect(await untilMail(system, orderId, 'cancelled')).toContain(
      `We refunded $50.00 on ${sentOn}`,
    );
    expect(await moneyAt(system, orderId)).toMatchObject({
      held: 0,
      captured: 5_000,
      refunded: 5_000,
    });
  });

  it('that covers what is left is asked for nothing more, and its excess goes back', async () => {
    const orderId = 'excess';
    const deal = { orderId, terms: 'deposit' as const, upfront: 20_000, quantity: 3 };
    await checkoutUpfront(system, deal);
    expect((await cancel(system, orderId, { lines: [{ id: '1', quantity: 2 }] })).status).toBe(200);
    expect(await untilMail(system, orderId, 'refunded')).toContain('$68.00');
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await ship(system, orderId);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 20_000,
      refunded: 6_800,
      intents: 1,
    });
  });
});

describe.concurrent('an order that was prepaid', () => {
  it('ships without another look at the card', async () => {
    const orderId = 'prepaid';
    await ready({ orderId, terms: 'prepaid', upfront: 13_800 });
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 13_800,
      refunded: 0,
      intents: 1,
    });
    expect(await mailbox(system, orderId)).toEqual(['confirmation', 'ready-to-ship', 'shipped']);
  });

  it('gets everything back when it is cancelled', async () => {
    const orderId = 'all-back';
    await checkoutUpfront(system, { orderId, terms: 'prepaid', upfront: 13_800 });
    expect((await cancel(system, orderId)).body.phase).toBe('cancelled');
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({ captured: 13_800, refunded: 13_800 });
    expect(await untilMail(system, orderId, 'refunded')).toContain('$138.00');
    expect((await mailbox(system, orderId)).toSorted()).toEqual([
      'cancelled',
      'confirmation',
      'refunded',
    ]);
  });

  it('gets a part back with a part of it, to the last unit of its currency', async () => {
    const orderId = 'part-back';
    const deal = { terms: 'prepaid' as const, currency: 'JPY', unitPrice: 1_000, shipping: 100 };
    await checkoutUpfront(system, { ...deal, orderId, quantity: 3, upfront: 3_100 });
    await cancel(system, orderId, { lines: [{ id: '1', quantity: 1 }] });
    expect(await untilMail(system, orderId, 'refunded')).toContain('¥1,034');
    await restock(system, orderId, 2);
    await untilPhase(system, orderId, 'ready_to_ship');
    await ship(system, orderId);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 3_100,
      refunded: 1_034,
      intents: 1,
    });
  });
});

const parts = [
  { currency: 'JPY', unitPrice: 1_000, shipping: 100, upfront: 950, holds: [83, 1_033, 1_034] },
  { currency: 'KWD', unitPrice: 3_330, shipping: 10, upfront: 4_000, holds: [0, 2_660, 3_340] },
  {
    currency: 'USD',
    unitPrice: 12_900,
    shipping: 901,
    upfront: 50,
    holds: [13_150, 13_200, 13_201],
  },
];

describe.concurrent('parts that leave one after the other', () => {
  it.each(parts)('come to the price in $currency, no more and no less', async (part) => {
    const { holds, ...price } = part;
    const orderId = `parts-${part.currency}`;
    const total = part.unitPrice * 3 + part.shipping;
    const fulfilment = 'ship-available' as const;
    await checkoutUpfront(system, { ...price, orderId, terms: 'deposit', quantity: 3, fulfilment });
    const sums: number[] = [];
    for (const [index] of holds.entries()) {
      await restock(system, orderId, 1, `r-${orderId}-${index}`);
      await untilPhase(system, orderId, 'ready_to_ship');
      sums.push((await moneyAt(system, orderId)).held);
      expect((await ship(system, orderId, { shipmentId: `s${index}` })).status).toBe(201);
      await until(system, orderId, async () => (await moneyAt(system, orderId)).held === 0);
    }
    await untilEnded(system, orderId);
    expect(sums).toEqual(holds);
    expect(await moneyAt(system, orderId)).toMatchObject({ captured: total, refunded: 0 });
    expect(await attentionOf(system, orderId)).toEqual([]);
  });
});

describe.concurrent('what was said to be paid, and was not', () => {
  it('keeps goods from becoming firm until the provider has the money', async () => {
    const orderId = 'unpaid';
    await checkoutUpfront(system, {
      orderId,
      terms: 'prepaid',
      upfront: 13_800,
      isOnlyHeld: true,
    });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'awaiting_payment');
    await untilAttention(system, orderId, 'unpaid');
    expect((await ship(system, orderId)).body.code).toBe('not_ready_to_ship');

    const [intent] = await intentsOf(system, orderId);
    await system.stripe.paymentIntents.capture(intent?.id ?? '');
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await attentionOf(system, orderId)).not.toContain('unpaid');
    expect((await ship(system, orderId, { shipmentId: 's2' })).status).toBe(201);
    expect(await moneyAt(system, orderId)).toMatchObject({ captured: 13_800, intents: 1 });
  });

  it('pays for the first order that names it, and for no other', async () => {
    const body = await upfrontBody(system, {
      orderId: 'twice',
      terms: 'prepaid',
      upfront: 13_800,
    });
    await system.call('POST', '/v1/backorders', body);
    const again = { ...body, orderId: 'twice-again' };
    expect((await system.call('POST', '/v1/backorders', again)).status).toBe(201);
    await restock(system, 'twice', 2);
    await untilPhase(system, 'twice', 'ready_to_ship');
    await untilAttention(system, 'twice-again', 'unpaid');
    await untilPhase(system, 'twice-again', 'awaiting_payment');
    expect(await attentionOf(system, 'twice')).toEqual([]);
    await ship(system, 'twice');
    await untilEnded(system, 'twice');
    await cancel(system, 'twice-again');
    await untilEnded(system, 'twice-again');
    expect(await moneyAt(system, 'twice')).toMatchObject({ captured: 13_800, refunded: 0 });
  });

  it('gives up its units after the lease, so that they are not kept for ever', async () => {
    const orderId = 'never';
    const deal = { orderId, terms: 'prepaid' as const, upfront: 13_800, isOnlyHeld: true };
    await checkoutUpfront(system, deal);
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'awaiting_payment');
    await forward(system, orderId, 3.1);
    await untilPhase(system, orderId, 'awaiting_stock');
    expect(await shelfOf(system, orderId)).toEqual({ onHand: 1, allocated: 0 });
    expect(await attentionOf(system, orderId)).toEqual(['unpaid']);
  });
});
