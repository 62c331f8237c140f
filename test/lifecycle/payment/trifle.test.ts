import { afterAll, beforeAll, expect, it } from 'vitest';
import { attentionOf, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkoutBody,
  emailOf,
  read,
  restock,
  ship,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Three units at 0.40 that are sent as they come. A card is charged no less than 0.50. */
const orderThree = async (orderId: string): Promise<void> => {
  const wish = { orderId, quantity: 3, fulfilment: 'ship-available' as const };
  const { lines, ...rest } = await checkoutBody(system, wish);
  const body = {
    ...{ ...rest, shipping: usd(0) },
    lines: lines.map((line) => ({ ...line, unitPrice: usd(40) })),
  };
  expect((await system.call('POST', '/v1/backorders', body)).status).toBe(201);
};

const leaveOne = async (orderId: string, shipmentId: string): Promise<void> => {
  await restock(system, orderId, 1, `r-${orderId}-${shipmentId}`);
  await untilPhase(system, orderId, 'ready_to_ship');
  expect((await ship(system, orderId, { shipmentId })).status).toBe(201);
};

it('charges a part that is too small with the next one, and waives the last', async () => {
  const orderId = 'trifle';
  await orderThree(orderId);
  await leaveOne(orderId, 's1');
  expect(await untilMail(system, orderId, 'shipped')).not.toContain('0.40');
  expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0, intents: 0 });

  await leaveOne(orderId, 's2');
  const charged = await untilMail(system, orderId, 'payment-recovered');
  expect(charged).toContain('Charged for shipped items: $0.40');
  expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 80, intents: 1 });

  await leaveOne(orderId, 's3');
  await untilEnded(system, orderId);
  expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 80, intents: 1 });
  const { payment } = await read(system, orderId);
  expect([payment.captured, payment.waived]).toEqual([usd(80), usd(40)]);
  const received = await system.inbox(emailOf(orderId));
  const told = received.filter(({ tags }) => tags.some(({ value }) => value === 'shipped'));
  const words = 'Too small to charge, so we do not ask for it: $0.40';
  expect(told.map(({ text }) => text.includes(words))).toEqual([false, false, true]);
  expect(await attentionOf(system, orderId)).toEqual([]);
});
