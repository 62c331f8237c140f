import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ShopDriver } from '../../support/connector/driver.ts';
import { patienceMs } from '../../support/patience.ts';
import { type System, startSystem } from '../../support/system/system.ts';
import { createBigCommerceDriver } from './driver.ts';

let driver: ShopDriver;
let system: System;

beforeAll(async () => {
  driver = await createBigCommerceDriver();
  system = await startSystem({ platforms: driver.platforms, agreeMs: 100, webhooks: true });
  driver.connect(async (path, init) => system.app.request(path, init));
  const mandate = { text: 'Charge my card when it ships', version: '1' };
  const body = { ...driver.shop, terms: 'ask', mandate };
  expect((await system.call('PUT', '/v1/shops/store', body)).status).toBe(200);
  await vi.waitUntil(() => driver.hooksActive(), { timeout: patienceMs, interval: 100 });
});
afterAll(async () => {
  await driver.close?.();
  await system.stop();
});

const isThere = async (id: string) => {
  const { body } = await system.call('GET', `/v1/backorders/store:${id}`);
  return body.orderId !== undefined;
};
const taken = (id: string) =>
  vi.waitUntil(() => isThere(id), { timeout: patienceMs, interval: 100 });

test('asks for the card of an order that waits for its payment, and for no other', async () => {
  await system.call('PUT', '/v1/products/LAMP', { title: 'A lamp' });
  await driver.stock('LAMP', 0);
  const lines = [{ sku: 'LAMP', quantity: 2 }];
  const left = await driver.place({ lines, standing: 'unpaid' });
  const waiting = await driver.place({ lines, standing: 'awaiting_payment' });
  const paid = await driver.place({ lines });
  await Promise.all([taken(waiting), taken(paid)]);
  expect(await isThere(left)).toBe(false);
  const show = async (id: string) => (await system.call('GET', `/v1/backorders/store:${id}`)).body;
  expect((await show(waiting)).payment).toMatchObject({ terms: 'on_shipment', state: 'asked' });
  expect((await show(paid)).payment).toMatchObject({ terms: 'prepaid', heldBy: 'shop' });
});
