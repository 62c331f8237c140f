import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testEveryShop } from '../../plugins/contract/every-shop.ts';
import type { Harness } from '../../plugins/contract/harness.ts';
import { ordered, oursOf } from '../../plugins/contract/orders.ts';
import type { ShopDriver } from '../support/connector/driver.ts';
import { patienceMs } from '../support/patience.ts';
import { type System, startSystem } from '../support/system/system.ts';

const shop = 'store';

/** What every shop keeps, and what an adapter of a hosted platform keeps besides. */
export const describeConnector = (name: string, createDriver: () => Promise<ShopDriver>): void => {
  describe(`a shop of ${name}`, () => {
    let driver: ShopDriver;
    let system: System;
    let harness: Harness;

    beforeAll(async () => {
      driver = await createDriver();
      system = await startSystem({ platforms: driver.platforms, agreeMs: 100, webhooks: true });
      harness = harnessOf(driver, system);
      driver.connect(async (path, init) => system.app.request(path, init));
      const body = { ...driver.shop, terms: 'prepaid' };
      expect(await system.call('PUT', `/v1/shops/${shop}`, body)).toMatchObject({
        status: 200,
        body: { id: shop, state: 'ok' },
      });
      await until(async () => driver.hooksActive());
    });
    afterAll(async () => {
      await driver.close?.();
      await system.stop();
    });

    const placed = async (sku: string): Promise<string> => {
      await system.call('PUT', `/v1/products/${sku}`, { title: 'A lamp' });
      await driver.stock(sku, 0);
      return driver.place({ lines: [{ sku, quantity: 1 }] });
    };

    testEveryShop({
      tests: { it, skip: (title, why) => it.skip(`${title} (${why})`) },
      harness: () => harness,
    });

    it('keeps nothing of a delivery that it does not believe', async () => {
      await driver.deliver('never');
      const id = await placed('FORGED');
      await driver.forge(id);
      const kept = await system.db.sql`
        select from shop_deliveries where about ->> 'orderId' = ${id}`;
      expect(kept.count).toBe(0);
      await driver.deliver('at once');
    });

    it('has money given back once for each unit, whoever took it off', async () => {
      const { id } = await ordered(harness, 4);
      const backAre = (units: number) =>
        oursOf(harness, id, ({ payment, attention }) => {
          expect(payment.refunded.amount).toBe(driver.totalOf(units));
          expect(attention).toEqual([]);
        });
      await driver.edit(id, 0, 3);
      await driver.giveBack(id, driver.totalOf(1));
      const { orderId } = await backAre(1);
      await system.call('POST', `/v1/backorders/${orderId}/cancel`, {
        ...{ reason: 'one too many', by: 'customer' },
        lines: [{ id: (await backAre(1)).lines[0]?.id, quantity: 1 }],
      });
      const { lines } = await backAre(2);
      expect(lines).toMatchObject([{ waiting: 2, cancelled: 2 }]);
      expect((await driver.show(id)).refunded).toBe(driver.totalOf(2));
    });

    it('moves with an order that the shop sends elsewhere', async () => {
      const { id } = await ordered(harness, 1);
      await driver.move(id, { country: 'DE', postalCode: '10115' });
      await until(async () => {
        const ours = await system.call('GET', `/v1/backorders/${shop}:${id}`);
        const { shipTo, customer, law } = ours.body;
        return (
          shipTo.postalCode === '10115' &&
          customer.timeZone === 'Europe/Berlin' &&
          law.policy === 'eu'
        );
      });
    });

    it('has its hooks again after they were switched off', async () => {
      await driver.disableHooks();
      await system.call('POST', `/v1/shops/${shop}/sync`);
      await until(() => driver.hooksActive());
    });

    it('stops once the shop has removed it', async () => {
      const id = await placed('REMOVED');
      await until(() => harness.findOurs(id));
      const readShop = () => system.call('GET', `/v1/shops/${shop}`);
      await driver.uninstall();
      await until(async () => (await readShop()).body.state === 'gone');
      const told = await system.db.sql`
        select about from shop_deliveries where shop = ${shop} and about = '"gone"'`;
      expect(told).toEqual([{ about: 'gone' }]);
      expect((await system.call('POST', `/v1/shops/${shop}/sync`)).status).toBe(409);
      expect(await harness.findOurs(id)).toMatchObject({ shop: { id: shop } });
      expect((await system.call('DELETE', `/v1/shops/${shop}`)).status).toBe(204);
      expect(await driver.forge(id)).toEqual([404, 404, 404]);
    });
  });
};

const until = async (isSo: () => Promise<unknown>): Promise<void> => {
  await vi.waitUntil(isSo, { timeout: patienceMs, interval: 100 });
};

const harnessOf = (driver: ShopDriver, system: System): Harness => ({
  ...driver,
  call: (method, path, body) => system.call(method, path, body),
  findOurs: async (id) => {
    const { status, body } = await system.call('GET', `/v1/backorders/${shop}:${id}`);
    return status === 200 ? body : undefined;
  },
  pull: async () => {
    const pulledAt = async () =>
      (await system.call('GET', `/v1/shops/${shop}`)).body.lastPullAt as string | null;
    const before = await pulledAt();
    await system.call('POST', `/v1/shops/${shop}/sync`);
    await until(async () => (await pulledAt()) !== before);
    await until(async () => (await listOpenActs(system)).length === 0);
  },
});

const listOpenActs = ({ db }: System) =>
  db.sql`select from shop_acts where shop = ${shop} and outcome is null`;
