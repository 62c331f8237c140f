import assert from 'node:assert/strict';
import { RequestContextService } from '@vendure/core';
import { answerOf, createMeanwhile, MeanwhileError } from 'meanwhile-client';
import type { ShopPromise } from 'meanwhile-contract/every-shop';
import type { Harness } from 'meanwhile-contract/harness';
import { Pull } from '../src/pull.ts';
import { createAdmin } from './admin.ts';
import { createDeliveries } from './delivery.ts';
import type { MeanwhileStack } from './meanwhile-stack.ts';
import type { createNetwork } from './network.ts';
import { createQueue } from './queue.ts';
import { addItem, fillCart, type PlacedOrder, pay } from './shopper.ts';
import type { Ask, VendureShop } from './vendure-shop.ts';

/** What the plugin leaves to others. */
export const cannot: Partial<Record<ShopPromise, string>> = {
  'tells the shop once of a shipment that is reported here':
    'parcels of a Vendure shop leave in Vendure, and none is made there for one that was reported elsewhere',
  'has the shop give back once the money of what was cancelled here':
    'the plugin moves no money of the shop’s other payment methods: a person is asked to',
};

type Parts = {
  stack: MeanwhileStack;
  shop: VendureShop;
  secret: string;
  network: ReturnType<typeof createNetwork>;
};

/** A real Vendure shop for the cases that every shop keeps; its ids are the codes of its orders. */
export const createHarness = ({ stack, shop, secret, network }: Parts): Harness => {
  const admin = createAdmin(shop.admin);
  const queue = createQueue(shop.app);
  const deliveries = createDeliveries({ origin: shop.origin, secret });
  const meanwhile = createMeanwhile({ baseUrl: stack.api, key: 'dev-key' });
  const variants = new Map<string, string>();
  const shoppers = new Map<string, Ask>();
  const orders = new Map<string, PlacedOrder>();
  const variantOf = (sku: string) => variants.get(sku) ?? assert.fail(`There is no ${sku}`);
  const orderOf = (code: string) => orders.get(code) ?? assert.fail(`${code} is not placed`);

  const pull = async (): Promise<void> => {
    const contexts = shop.app.get(RequestContextService);
    const ctx = await contexts.create({ apiType: 'admin' });
    await queue.spare(() => shop.app.get(Pull).run(ctx));
    await queue.untilQuiet();
  };
  const payFor = async (code: string): Promise<void> => {
    const ask = shoppers.get(code) ?? assert.fail(`Nobody has ${code} in a cart`);
    orders.set(code, await pay(ask, { method: 'now', metadata: {} }));
  };

  return {
    stock: async (sku, available) => {
      variants.set(sku, await admin.addVariant(sku, available));
      await pull();
    },
    stockUncounted: async (sku) => {
      variants.set(sku, await admin.addVariant(sku, 0, 'FALSE'));
    },
    // With its tax, and the parcel.
    totalOf: (quantity) => quantity * 15_480 + 900,
    place: async ({ lines, standing = 'open' }) => {
      const ask = shop.openShop();
      const [first, ...rest] = lines.map(({ sku, quantity }) => ({
        ...{ variantId: variantOf(sku), quantity },
      }));
      for (const item of rest) await addItem(ask, item);
      assert.ok(first);
      const code = await fillCart(ask, { ...first, email: 'ada@example.org' });
      shoppers.set(code, ask);
      // Vendure knows no order that is placed and not paid: until then it is a cart.
      if (standing === 'open') await payFor(code);
      return code;
    },
    pay: payFor,
    edit: async (code, index, quantity) => {
      const { lines } = await admin.readOrder(orderOf(code));
      const line = lines[index] ?? assert.fail(`${code} has no such line`);
      const off = { orderLineId: line.id, quantity: line.quantity - quantity };
      await admin.cancel(orderOf(code), [off]);
    },
    cancel: async (code, { refund }) => {
      const { payments } = await admin.readOrder(orderOf(code));
      await admin.cancel(orderOf(code));
      if (refund) await admin.refund(orderOf(code), payments[0]?.amount ?? 0);
    },
    restock: async (sku, quantity) => {
      const level = await admin.readLevel(variantOf(sku));
      await admin.setStock(variantOf(sku), (level?.stockOnHand ?? 0) + quantity);
    },
    ship: async (code) => {
      const { lines } = await admin.readOrder(orderOf(code));
      await admin.ship(orderOf(code), lines[0]?.quantity ?? 0);
    },
    deliver: queue.deliver,
    forge: (code) => queue.spare(() => deliveries.forge(`vendure:${code}`)),
    loseAnswers: network.loseAnswers,
    show: async (code) => {
      const { state, fulfillments, payments } = await admin.readOrder(orderOf(code));
      const left = fulfillments.filter((one) => ['Shipped', 'Delivered'].includes(one.state));
      const sent = payments
        .flatMap(({ refunds }) => refunds)
        .filter((refund) => refund.state === 'Settled');
      return {
        standing: state === 'Cancelled' ? 'cancelled' : left.length > 0 ? 'shipped' : 'open',
        shipments: left.length,
        shipped: left.flatMap(({ lines }) => lines).reduce((sum, one) => sum + one.quantity, 0),
        refunded: sent.reduce((sum, { total }) => sum + total, 0),
      };
    },
    call: async (method, path, body) => {
      const response = await fetch(`${stack.api}${path}`, {
        method,
        headers: { Authorization: 'Bearer dev-key', 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as never };
    },
    findOurs: async (code) => {
      const params = { path: { orderId: `vendure:${code}` } };
      try {
        return await answerOf(meanwhile.GET('/v1/backorders/{orderId}', { params }));
      } catch (error) {
        if (error instanceof MeanwhileError && error.problem.status === 404) return undefined;
        throw error;
      }
    },
    pull,
  };
};
