import { afterAll, beforeAll, expect, it } from 'vitest';
import { moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkoutBody,
  emailOf,
  restock,
  ship,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ joinLeasesMs: 8_000 });
});
afterAll(() => system.stop());

const mailsOf = async (orderId: string, kind: string): Promise<number> => {
  const received = await system.inbox(emailOf(orderId));
  return received.filter(({ tags }) => tags.some(({ value }) => value === kind)).length;
};

it('holds once for what a lorry brings in several boxes, and writes once', async () => {
  const orderId = 'lorry';
  const wish = { orderId, quantity: 5, fulfilment: 'ship-available' as const };
  const body = await checkoutBody(system, wish);
  expect((await system.call('POST', '/v1/backorders', body)).status).toBe(201);
  await untilMail(system, orderId, 'confirmation');

  for (const box of ['1', '2', '3']) await restock(system, orderId, 1, `r-${orderId}-${box}`);
  await untilPhase(system, orderId, 'ready_to_ship');
  await untilMail(system, orderId, 'ready-to-ship');
  expect(await moneyAt(system, orderId)).toMatchObject({ intents: 1 });
  expect(await mailsOf(orderId, 'ready-to-ship')).toBe(1);

  // A shipment that is reported meanwhile waits for no more boxes.
  await restock(system, orderId, 1, `r-${orderId}-4`);
  expect((await ship(system, orderId, { shipmentId: 's1' })).status).toBe(201);
  await restock(system, orderId, 1, `r-${orderId}-5`);
  await untilPhase(system, orderId, 'ready_to_ship');
  expect((await ship(system, orderId, { shipmentId: 's2' })).status).toBe(201);
  await untilEnded(system, orderId);
  expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, refunded: 0 });
});
