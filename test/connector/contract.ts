import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ShopDriver } from '../support/connector/driver.ts';
import { patienceMs } from '../support/patience.ts';
import { type System, startSystem } from '../support/system/system.ts';

/** What every adapter of a hosted platform keeps, whatever the platform. */
export const describeConnector = (name: string, createDriver: () => Promise<ShopDriver>): void => {
  describe(`a shop of ${name}`, () => {
    let driver: ShopDriver;
    let system: System;
    let count = 0;
    const shop = 'store';

    beforeAll(async () => {
      driver = await createDriver();
      system = await startSystem({ platforms: driver.platforms, agreeMs: 100, webhooks: true });
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

    const until = async (isSo: () => Promise<unknown>): Promise<void> => {
      await vi.waitUntil(isSo, { timeout: patienceMs, interval: 100 });
    };
    const sync = () => system.call('POST', `/v1/shops/${shop}/sync`);
    /** As if the minutes until the next pull had passed. */
    const pull = async (): Promise<void> => {
      const before = (await system.call('GET', `/v1/shops/${shop}`)).body.lastPullAt;
      await sync();
      await until(
        async () => (await system.call('GET', `/v1/shops/${shop}`)).body.lastPullAt !== before,
      );
    };
    const ours = async (id: string) =>
      (await system.call('GET', `/v1/backorders/${shop}:${id}`)).body;
    const isTaken = async (id: string) => (await ours(id)).orderId !== undefined;
    const line = async (id: string, index = 0) => (await ours(id)).lines[index];
    /** A product of its own that may be backordered, with nothing on the shelf. */
    const offered = async (available = 0): Promise<string> => {
      const sku = `LAMP-${++count}`;
      await system.call('PUT', `/v1/products/${sku}`, { title: 'A lamp' });
      await driver.stock(sku, available);
      return sku;
    };
    const ordered = async (quantity = 2): Promise<{ id: string; sku: string }> => {
      const sku = await offered();
      const id = await driver.place({ lines: [{ sku, quantity }] });
      await until(() => isTaken(id));
      return { id, sku };
    };

    it('takes an order once, however often and in whatever order it is told of it', async () => {
      const sku = await offered();
      await driver.deliver('twice');
      const id = await driver.place({ lines: [{ sku, quantity: 2 }] });
      await until(() => isTaken(id));
      await driver.deliver('backwards');
      const other = await driver.place({ lines: [{ sku, quantity: 1 }] });
      await driver.deliver('at once');
      await until(() => isTaken(other));
      const { body } = await system.call('GET', `/v1/backorders?sku=${sku}`);
      expect(body.data).toHaveLength(2);
      expect(await ours(id)).toMatchObject({
        payment: { terms: 'prepaid', heldBy: 'shop', captured: { amount: 10_000 } },
        lines: [{ quantity: 2, waiting: 2 }],
        shop: { id: shop },
      });
    });

    it('finds by its pull an order of which every delivery was lost', async () => {
      const sku = await offered();
      await driver.deliver('never');
      const id = await driver.place({ lines: [{ sku, quantity: 1 }] });
      await driver.deliver('at once');
      await pull();
      await until(() => isTaken(id));
    });

    it('leaves what is not paid, and takes it once it is', async () => {
      const sku = await offered();
      const id = await driver.place({ lines: [{ sku, quantity: 1 }], standing: 'unpaid' });
      const wire = await driver.place({
        lines: [{ sku, quantity: 1 }],
        standing: 'awaiting_payment',
      });
      await pull();
      expect([await isTaken(id), await isTaken(wire)]).toEqual([false, false]);
      await driver.pay(wire);
      await until(() => isTaken(wire));
    });

    it('leaves an order whose units lie on the shelf', async () => {
      const sku = await offered(9);
      const id = await driver.place({ lines: [{ sku, quantity: 1 }], inStock: true });
      await pull();
      expect(await isTaken(id)).toBe(false);
    });

    it('gives units that arrive there to those who wait, and tells it of our shipment', async () => {
      const { id, sku } = await ordered(2);
      await driver.restock(sku, 5);
      await until(async () => (await ours(id)).phase === 'ready_to_ship');
      expect(await line(id)).toMatchObject({ allocated: 2, waiting: 0 });
      driver.loseAnswers(1);
      const parcel = { shipmentId: 's-1', carrier: 'UPS', tracking: '1Z', scannedAt: new Date() };
      expect(
        (await system.call('POST', `/v1/backorders/${shop}:${id}/shipments`, parcel)).status,
      ).toBe(201);
      await until(async () => (await driver.show(id)).shipments > 0);
      await pull();
      await until(async () => (await listActs(system, id)).every(({ outcome }) => outcome));
      expect(await driver.show(id)).toMatchObject({ shipments: 1, shipped: 2 });
      expect(await line(id)).toMatchObject({ shipped: 2 });
      expect((await ours(id)).attention).toEqual([]);
      const { body } = await system.call('GET', `/v1/skus/${sku}?location=main`);
      expect(body).toMatchObject({ onHand: 3, allocated: 0 });
    });

    it('counts a shipment there as one here', async () => {
      const { id, sku } = await ordered(1);
      await driver.restock(sku, 1);
      await until(async () => (await ours(id)).phase === 'ready_to_ship');
      await driver.ship(id);
      await until(async () => (await ours(id)).phase === 'shipped');
      await pull();
      expect(await driver.show(id)).toMatchObject({ shipments: 1 });
    });

    it('follows units that are taken off an order', async () => {
      const { id } = await ordered(3);
      await driver.edit(id, 0, 1);
      await until(async () => (await line(id)).cancelled === 2);
      expect(await line(id)).toMatchObject({ waiting: 1 });
    });

    it('follows a cancellation, and sees that the money was given back', async () => {
      const { id } = await ordered(1);
      await driver.cancel(id, { refund: true });
      await until(async () => (await ours(id)).payment.refunded.amount === 5_000);
      expect(await ours(id)).toMatchObject({ phase: 'cancelled', attention: [] });
    });

    it('asks a person where the shop cancelled and kept the money', async () => {
      const { id } = await ordered(1);
      await driver.cancel(id, { refund: false });
      await until(async () => (await ours(id)).attention.length > 0);
      await pull();
      expect(await ours(id)).toMatchObject({
        phase: 'cancelled',
        attention: [{ code: 'refund_wanted', amount: { amount: 5_000 } }],
      });
      expect(await driver.show(id)).toMatchObject({ refunded: 0 });
    });

    it('has the shop cancel and give back what was cancelled here, once', async () => {
      const { id } = await ordered(1);
      driver.loseAnswers(2);
      const cancel = { reason: 'changed their mind', by: 'customer' };
      await system.call('POST', `/v1/backorders/${shop}:${id}/cancel`, cancel);
      await until(async () => (await driver.show(id)).refunded > 0);
      await until(async () => {
        await sync();
        return (await ours(id)).payment.refunded.amount === 5_000;
      });
      expect(await driver.show(id)).toMatchObject({ standing: 'cancelled', refunded: 5_000 });
      expect(await ours(id)).toMatchObject({ attention: [], phase: 'cancelled' });
    });

    it('believes nothing that is forged, old, or signed by another', async () => {
      const sku = await offered();
      await driver.deliver('never');
      const id = await driver.place({ lines: [{ sku, quantity: 1 }] });
      expect(await driver.forge(id)).toEqual([401, 401, 401]);
      const kept = await system.db.sql`
        select from shop_deliveries where about ->> 'orderId' = ${id}`;
      expect(kept.count).toBe(0);
      await driver.deliver('at once');
    });

    it('has its hooks again after they were switched off', async () => {
      await driver.disableHooks();
      await sync();
      await until(() => driver.hooksActive());
    });

    it('stops once the shop has removed it', async () => {
      const { id } = await ordered(1);
      await driver.uninstall();
      await until(
        async () => (await system.call('GET', `/v1/shops/${shop}`)).body.state === 'gone',
      );
      const told = await system.db.sql`
        select about from shop_deliveries where shop = ${shop} and about = '"gone"'`;
      expect(told).toEqual([{ about: 'gone' }]);
      expect((await sync()).status).toBe(409);
      expect(await isTaken(id)).toBe(true);
      expect((await system.call('DELETE', `/v1/shops/${shop}`)).status).toBe(204);
      expect(await driver.forge(id)).toEqual([404, 404, 404]);
    });
  });
};

const listActs = (system: System, id: string) =>
  system.db.sql<{ outcome: string | null }[]>`
    select outcome from shop_acts where act ->> 'orderId' = ${id}`;
