import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailbox, moneyAt } from '../../support/lives/aftermath.ts';
import {
  cancel,
  emailOf,
  inDays,
  read,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
  zoneAtNoon,
} from '../../support/lives/story.ts';
import { checkoutFree } from '../../support/lives/terms-without-card.ts';
import { pageOf, pageText } from '../../support/page/cardholder.ts';
import { textOf } from '../../support/page/page-text.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const aboutMoney = /\b(charg|card|pay|paid|refund|mandate|bank)/i;

const pageWords = async (orderId: string, part = ''): Promise<string> =>
  textOf(await (await system.app.request(`${await pageOf(system, orderId)}${part}`)).text());

describe.concurrent('an order that costs nothing', () => {
  it('lives from checkout to shipment without a word of money', async () => {
    const orderId = 'gift';
    const wish = { orderId, timeZone: zoneAtNoon() };
    const { status, body } = await checkoutFree(system, wish);
    expect({ status, ...body.payment }).toMatchObject({
      status: 201,
      terms: 'none',
      state: 'none',
    });
    await until(system, orderId, ({ revision }) => revision > 0);
    expect(await pageText(system, orderId)).not.toMatch(aboutMoney);
    expect(await pageWords(orderId, '/cancel')).not.toMatch(aboutMoney);
    for (const part of ['/card', '/pay']) {
      const answer = await system.app.request(`${await pageOf(system, orderId)}${part}`);
      expect(answer.status).toBe(303);
    }
    const late = { promiseId: 'p2', on: inDays(90), reason: 'late', basis: 'supplier' };
    await system.call('POST', `/v1/backorders/${orderId}/promise`, late);
    await until(system, orderId, async () => (await mailbox(system, orderId)).length === 2);
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await pageText(system, orderId)).not.toMatch(aboutMoney);
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect((await read(system, orderId)).payment.state).toBe('none');
    expect(await mailbox(system, orderId)).toEqual([
      ...['confirmation', 'delay-notice', 'ready-to-ship', 'shipped'],
    ]);
    for (const { text } of await system.inbox(emailOf(orderId))) {
      expect(text).not.toMatch(aboutMoney);
    }
    expect(await moneyAt(system, orderId)).toMatchObject({ intents: 0 });
  });

  it('is cancelled without a word of money', async () => {
    const orderId = 'no-gift';
    await checkoutFree(system, { orderId });
    await cancel(system, orderId);
    await untilEnded(system, orderId);
    const [, cancelled] = await system.inbox(emailOf(orderId));
    expect(cancelled?.subject).toContain('has been canceled');
    expect(cancelled?.text).not.toMatch(aboutMoney);
    expect(await pageText(system, orderId)).not.toMatch(aboutMoney);
  });

  it.each([
    {
      name: 'card',
      payment: {
        ...{ terms: 'on_shipment', customerId: 'cus_1', paymentMethodId: 'pm_1' },
        mandate: {
          ...{ text: 'x', version: '1', maximum: { amount: 0, currency: 'USD' } },
          acceptedAt: '2026-11-23T10:00:00Z',
        },
      },
    },
    { name: 'held', payment: { terms: 'prepaid', heldBy: 'shop', reference: 'x' } },
    {
      name: 'ask',
      payment: {
        terms: 'on_shipment',
        ask: {
          mandate: { text: 'x', version: '1', maximum: { amount: 0, currency: 'USD' } },
        },
      },
    },
  ])('is taken as such whatever its terms: $name', async ({ name, payment }) => {
    const orderId = `taken-${name}`;
    const { status, body } = await checkoutFree(system, { orderId }, payment);
    expect({ status, ...body.payment }).toMatchObject({
      status: 201,
      terms: 'none',
      state: 'none',
    });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
  });
});
