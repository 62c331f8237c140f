import { describe, expect, test } from 'vitest';
import { createBigCommerce } from '../../../api/connector/bigcommerce/platform.ts';
import { missingSpecs, specsFolder, startPrism } from './prism.ts';
import { startStore, taken } from './served.ts';

const missing = missingSpecs();
const title = "BigCommerce's own documents";
const why = `${title} are not in ${specsFolder} (BIGCOMMERCE_SPECS)`;

describe.skipIf(missing.length > 0)(missing.length > 0 ? `${why}: skipped` : title, () => {
  test('hold for every call of the adapter and every answer of the stand-in', async () => {
    const shop = await startStore();
    const prism = await startPrism(shop.storeBase);
    await expectToShowWhatIsWrong({ shop, prism });
    const platform = createBigCommerce({
      ...{ credentials: shop.access, location: 'main', apiBase: prism.base },
    });
    await useAll({ shop, platform }).catch((error: unknown) => {
      throw new Error(JSON.stringify(prism.violations), { cause: error });
    });
    expect(prism.violations).toEqual([]);
    expect(prism.seen.size).toBeGreaterThan(20);
  });
});

type Shop = Awaited<ReturnType<typeof startStore>>;

/** A request and an answer that are not as documented; otherwise the rest would show nothing. */
const expectToShowWhatIsWrong = async ({ shop, prism }: { shop: Shop; prism: Prism }) => {
  const headers = { 'X-Auth-Token': shop.access.accessToken, Accept: 'application/json' };
  const bad = await fetch(`${prism.base}/v3/content/scripts`, {
    ...{ method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } },
    body: JSON.stringify({ src: 'https://a.example/' }),
  });
  expect(bad.status).toBe(422);
  const [product] = shop.store.state.products as { name: unknown }[];
  const name = product?.name;
  if (product) product.name = 42;
  const answer = await fetch(`${prism.base}/v3/catalog/products/101`, { headers });
  expect(answer.status).toBe(500);
  expect(prism.violations.splice(0).map(({ call }) => call)).toEqual([
    'POST /v3/content/scripts',
    'GET /v3/catalog/products/0',
  ]);
  if (product) product.name = name;
};

const useAll = async ({ shop, platform }: { shop: Shop; platform: Platform }) => {
  const order = shop.acts.buy({
    lines: [{ sku: 'KETTLE-COPPER', quantity: 3 }],
    payment: 'stripe',
    stripe: { customerId: 'cus_1', paymentIntentId: 'pi_1' },
  });
  shop.acts.buy({ lines: [{ sku: 'TEAPOT-STONE', quantity: 1 }], payment: 'offline' });
  const orderId = String(order.id);
  const look = async () => taken(await platform.getOrder(orderId));
  const callback = new URL('https://meanwhile.example/webhooks/shops/bc');
  taken(await platform.test());
  taken(await platform.subscribe(callback));
  for (const hook of shop.store.state.hooks.slice(0, 1)) hook.isActive = false;
  expect(taken(await platform.subscribe(callback)).revived).toHaveLength(1);
  const since = '2026-01-01T00:00:00.000Z';
  expect(taken(await platform.listChanged({ since })).orderIds).toHaveLength(2);
  expect((await look())?.lines[0]?.backordered).toBe(2);
  const level = taken(await platform.getLevel({ sku: 'KETTLE-COPPER', location: 'main' }));
  expect(level?.available).toBe(-2);
  taken(await platform.getLevel({ sku: 'CUP-STONE', location: 'main' }));
  taken(await platform.findItem('101'));
  await actTwice(platform, { orderId, lineId: String(order.lines[0]?.id) });
  expect(await look()).toMatchObject({ refunded: { amount: 15_800 }, shipments: [{}] });
  taken(await platform.unsubscribe(callback));
};

type Prism = Awaited<ReturnType<typeof startPrism>>;
type Platform = ReturnType<typeof createBigCommerce>;
type Named = { orderId: string; lineId: string };

/** Every act, and what it asks when it was done before. */
const actTwice = async (platform: Platform, { orderId, lineId }: Named) => {
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  const one = [{ id: lineId, quantity: 1 }];
  for (let round = 0; round < 2; round++) {
    const key = 'a';
    const promised = { kind: 'promised', orderId } as const;
    taken(await platform.apply({ ...promised, key: 'p1', on: '2027-01-15' }));
    taken(await platform.apply({ ...promised, key: 'p2', on: '2027-02-01' }));
    taken(await platform.apply({ ...promised, key: 'p3', on: null }));
    taken(
      await platform.apply({
        ...{ kind: 'availability', key, sku: 'KETTLE-COPPER', shipsOn: '2027-02-01' },
        text: 'Ships on February 1',
      }),
    );
    for (const src of ['https://a.example/widget.js', 'https://b.example/widget.js'])
      taken(await platform.apply({ kind: 'widget', key: src, src }));
    taken(
      await platform.apply({
        ...{ kind: 'shipped', key, orderId, lines: one, carrier: 'UPS', tracking: '1Z999' },
      }),
    );
    taken(await platform.apply({ kind: 'cancelled', key, orderId, reason: 'asked' }));
    const refunded = { kind: 'refunded', key, orderId, lines: one } as const;
    taken(await platform.apply({ ...refunded, amount: usd(15_800) }));
  }
};
