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
  forward,
  read,
  resolve,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { checkoutHeld } from '../../support/lives/terms-without-card.ts';
import { pageText } from '../../support/page/cardholder.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const usd = (amount: number) => ({ amount, currency: 'USD' });

const wanted = async (orderId: string) =>
  (await read(system, orderId)).attention.filter(
    ({ code }: { code: string }) => code === 'refund_wanted',
  );

describe.concurrent('an order whose money the shop holds', () => {
  it('ships and ends without a call to the provider', async () => {
    const orderId = 'held';
    const { status, body } = await checkoutHeld(system, { orderId });
    expect(status).toBe(201);
    expect(body.payment).toMatchObject({
      ...{ terms: 'prepaid', heldBy: 'shop', reference: 'store payment held' },
      ...{ state: 'captured', captured: usd(13_800) },
    });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await pageText(system, orderId)).toContain('You paid $138.00 when you ordered.');
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect((await read(system, orderId)).payment).toMatchObject({
      ...{ state: 'captured', captured: usd(13_800), authorized: usd(0) },
    });
    expect(await moneyAt(system, orderId)).toMatchObject({ intents: 0 });
    expect(await mailbox(system, orderId)).toEqual(['confirmation', 'ready-to-ship', 'shipped']);
    expect(await attentionOf(system, orderId)).toEqual([]);
  });

  it('is cancelled by the word of the shop that the money was sent', async () => {
    const orderId = 'sent-back';
    await checkoutHeld(system, { orderId });
    expect((await cancel(system, orderId)).status).toBe(200);
    await untilAttention(system, orderId, 'refund_wanted');
    expect(await wanted(orderId)).toEqual([
      {
        code: 'refund_wanted',
        at: expect.any(String),
        dueAt: expect.any(String),
        amount: usd(13_800),
      },
    ]);
    expect(await untilMail(system, orderId, 'cancelled')).toContain(
      'Lantern & Co is refunding $138.00 to the payment method you paid with.',
    );
    expect(await pageText(system, orderId)).toContain('is refunding $138.00');
    await forward(system, orderId, 30);
    expect((await read(system, orderId)).payment).toMatchObject({ refunded: usd(0) });
    expect((await resolve(system, orderId, 'refund_wanted')).status).toBe(200);
    expect(await untilMail(system, orderId, 'refunded')).toContain(
      'Lantern & Co has refunded your payment',
    );
    await untilEnded(system, orderId);
    expect((await read(system, orderId)).payment).toMatchObject({
      ...{ state: 'refunded', refunded: usd(13_800) },
    });
    expect((await resolve(system, orderId, 'refund_wanted')).body.code).toBe('nothing_to_resolve');
  });

  it('has each part sent back by itself, to the cent', async () => {
    const orderId = 'parts';
    await checkoutHeld(system, { orderId, quantity: 3 });
    await untilMail(system, orderId, 'confirmation');
    for (const key of ['one', 'two']) {
      const lines = [{ id: '1', quantity: 1 }];
      expect((await cancel(system, orderId, { lines, key })).status).toBe(200);
    }
    const amounts: number[] = [];
    for (const count of [1, 2]) {
      await untilAttention(system, orderId, 'refund_wanted');
      amounts.push((await wanted(orderId))[0].amount.amount);
      await resolve(system, orderId, 'refund_wanted');
      await until(system, orderId, async () => {
        const kinds = await mailbox(system, orderId);
        return kinds.filter((kind) => kind === 'refunded').length === count;
      });
    }
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await ship(system, orderId);
    await untilEnded(system, orderId);
    expect(amounts).toEqual([13_200, 13_200]);
    expect((await read(system, orderId)).payment).toMatchObject({ refunded: usd(26_400) });
  });

  it('takes no card', async () => {
    const orderId = 'no-card';
    await checkoutHeld(system, { orderId });
    await untilMail(system, orderId, 'confirmation');
    const change = { paymentMethodId: 'pm_1' };
    const answer = await system.call('POST', `/v1/backorders/${orderId}/payment-method`, change);
    expect(answer).toMatchObject({ status: 409, body: { code: 'nothing_to_pay' } });
  });
});
