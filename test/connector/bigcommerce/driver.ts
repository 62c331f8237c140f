import { bigcommerce } from '../../../api/connector/bigcommerce/kind.ts';
import { createBigCommerceStandIn } from '../../../dev/bigcommerce/app.ts';
import type { Order, Product } from '../../../dev/bigcommerce/records.ts';
import { refundedOf } from '../../../dev/bigcommerce/shop/totals.ts';
import { createFaultPlan } from '../../../dev/faults.ts';
import { serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import type { ShopDriver } from '../../support/connector/driver.ts';
import { createNetwork } from './network.ts';

const price = 5_000;
/** A minute of BigCommerce's is 20 ms. */
const speed = 3_000;

/** The stand-in over HTTP, its deliveries carried to the API as the test says. */
export const createBigCommerceDriver = async (): Promise<ShopDriver> => {
  const ending = new AbortController();
  const network = createNetwork();
  const faults = createFaultPlan();
  const standIn = createBigCommerceStandIn({
    ...{ faults, speed, signal: ending.signal, carry: network.carry },
  });
  const { acts, store, access } = standIn;
  const port = await findFreePort();
  const served = await serveApp(standIn.app, port);
  const get = (id: string) => {
    const order = store.findOrder(Number(id));
    if (!order) throw new Error(`no order ${id}`);
    return order;
  };
  const offer = (item: Pick<Product, 'sku' | 'onHand' | 'tracking'>): void => {
    store.state.products.push({
      ...{ id: store.nextId(), variantId: store.nextId(), name: item.sku, description: '' },
      ...{ ...item, price, backordered: 0, backorderLimit: 100, availabilityDescription: '' },
    });
  };
  return {
    platforms: { bigcommerce },
    shop: {
      ...{ kind: 'bigcommerce', credentials: access },
      apiBase: `http://127.0.0.1:${port}/stores/${access.storeHash}`,
    },
    connect: network.connect,
    stock: async (sku, available) => offer({ sku, onHand: available, tracking: 'native' }),
    stockUncounted: async (sku) => offer({ sku, onHand: 0, tracking: 'none' }),
    totalOf: (quantity) => price * quantity,
    place: async ({ lines, standing = 'open' }) => {
      const payment = payments[standing];
      return String(acts.buy({ lines, payment, shippingCost: 0 }).id);
    },
    pay: async (id) => void acts.pay(Number(id)),
    edit: async (id, index, quantity) => {
      const lineId = get(id).lines[index]?.id ?? 0;
      acts.edit(Number(id), { lineId, quantity });
    },
    cancel: async (id, { refund }) => {
      if (refund) {
        const items = get(id).lines.map((line) => ({
          ...{ item_type: 'PRODUCT', item_id: line.id, quantity: line.quantity },
        }));
        const amount = items.reduce((sum, { quantity }) => sum + quantity * price, 0);
        acts.refund(Number(id), { amount, items, providerId: 'testgateway', isOffline: false });
      }
      acts.setStatus(Number(id), 5);
    },
    giveBack: async (id, amount) => {
      acts.refund(Number(id), { amount, items: [], providerId: 'testgateway', isOffline: false });
    },
    move: async (id, { country, postalCode }) => {
      acts.move(Number(id), { country, state: '', zip: postalCode });
    },
    restock: async (sku, quantity) => void acts.restock(sku, quantity),
    ship: async (id) => void acts.ship(Number(id)),
    deliver: network.deliver,
    forge: (id) => network.forge({ ...access, orderId: id }),
    loseAnswers: (times) => {
      faults.clear();
      if (times === 0) return;
      const acts = ['POST /v2/orders', 'PUT /v2/orders', 'POST /v3/orders'];
      faults.append(acts.map((match) => ({ match, times, fault: 'drop-after' })));
    },
    disableHooks: async () => {
      for (const hook of store.state.hooks) hook.isActive = false;
    },
    uninstall: async () => acts.uninstall(),
    show: async (id) => showOf(get(id)),
    hooksActive: async () =>
      store.state.hooks.length > 0 && store.state.hooks.every(({ isActive }) => isActive),
    close: async () => {
      ending.abort();
      await served.close();
    },
  };
};

const payments = { unpaid: 'abandoned', awaiting_payment: 'offline', open: 'card' } as const;

const showOf = (order: Order): Awaited<ReturnType<ShopDriver['show']>> => ({
  standing: standings[order.statusId] ?? 'open',
  shipments: order.shipments.length,
  shipped: order.lines.reduce((sum, line) => sum + line.shipped, 0),
  refunded: refundedOf(order),
  promisedOn: order.metafields.find(({ key }) => key === 'promised_on')?.value ?? null,
});

const standings: Record<number, string> = {
  0: 'unpaid',
  2: 'shipped',
  4: 'cancelled',
  5: 'cancelled',
};
