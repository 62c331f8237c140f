import { afterAll, expect, it, vi } from 'vitest';
import { createFakePlatform } from '../support/connector/fake-platform.ts';
import { patienceMs } from '../support/patience.ts';
import { startOutside } from '../support/system/outside.ts';
import { createDatabase, createNamespace } from '../support/system/stack.ts';
import { type System, startSystem } from '../support/system/system.ts';

const outside = await startOutside();
const shop = createFakePlatform();
const shared = {
  outside,
  platforms: shop.platforms,
  agreeMs: 100,
  namespace: await createNamespace(),
  databaseUrl: await createDatabase(),
};
afterAll(() => outside.close());

const until = (isSo: () => Promise<unknown>): Promise<unknown> =>
  vi.waitUntil(isSo, { timeout: patienceMs, interval: 100 });

const begin = async (): Promise<System> => {
  const system = await startSystem(shared);
  shop.connect(async (path, init) => system.app.request(path, init));
  return system;
};

/** The API is away: nobody takes what the platform tells. */
const end = async (system: System): Promise<void> => {
  shop.connect(async () => new Response(null, { status: 503 }));
  await system.stop();
};

const backorder = async (system: System, id: string) =>
  (await system.call('GET', `/v1/backorders/store:${id}`)).body;

it('an order of a shop is waited for, shipped and told of, while the API comes and goes', async () => {
  const first = await begin();
  const mandate = { text: 'Charge when it ships', version: '1' };
  await first.call('PUT', '/v1/products/LAMP', { title: 'Lamp' });
  await first.call('PUT', '/v1/shops/store', { ...shop.shop, terms: 'ask', mandate });
  await until(() => shop.hooksActive());
  await shop.stock('LAMP', 0);
  await end(first);

  // Sold while nobody was there to hear of it: one is paid for at the shop, one is still to be.
  const paid = await shop.place({ lines: [{ sku: 'LAMP', quantity: 1 }] });
  const lines = [{ sku: 'LAMP', quantity: 1 }];
  const asked = await shop.place({ lines, standing: 'awaiting_payment' });

  const second = await begin();
  await second.call('POST', '/v1/shops/store/sync');
  await until(async () => (await backorder(second, paid)).revision > 0);
  await until(async () => (await backorder(second, asked)).payment?.state === 'asked');
  expect(await backorder(second, paid)).toMatchObject({
    payment: { terms: 'prepaid', heldBy: 'shop', state: 'captured' },
    shop: { id: 'store', order: `#${paid}`, url: `https://shop.test/orders/${paid}` },
  });
  await until(async () => (await outside.inbox('ada@example.org')).length >= 3);
  await end(second);

  await shop.restock('LAMP', 1);

  const third = await begin();
  await third.call('POST', '/v1/shops/store/sync');
  await until(async () => (await backorder(third, paid)).phase === 'ready_to_ship');
  await third.call('POST', `/v1/backorders/store:${paid}/shipments`, {
    ...{ shipmentId: 's-1', carrier: 'UPS', tracking: '1Z', scannedAt: new Date() },
  });
  await until(async () => (await shop.show(paid)).shipments === 1);
  await third.call('POST', `/v1/backorders/store:${asked}/cancel`, {
    ...{ reason: 'changed their mind', by: 'customer' },
  });
  await until(async () => (await shop.show(asked)).standing === 'cancelled');
  expect(shop.acts.filter(({ kind }) => kind === 'shipped' || kind === 'cancelled')).toHaveLength(
    2,
  );
  expect(await backorder(third, asked)).toMatchObject({ phase: 'cancelled', attention: [] });
  await end(third);
});
