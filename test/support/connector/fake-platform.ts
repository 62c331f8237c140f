import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type {
  Hint,
  ShopAct,
  ShopAnswer,
  ShopOrder,
  ShopPlatform,
} from '../../../api/connector/port.ts';
import type { Send, ShopDriver } from './driver.ts';

const secret = 'the-secret-of-the-shop';
const price = 5_000;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const now = () => new Date().toISOString();
const ok = <T>(value: T): ShopAnswer<T> => ({ outcome: 'ok', value });
const gone = { outcome: 'refused', code: 'gone', detail: 'The app was removed' } as const;

type Held = { path: string; init: RequestInit };

type Inside = {
  acts: ShopAct[];
  platform: ShopPlatform;
  /** Takes units off the first line, and gives their price back. */
  refundUnits(id: string, units: number): Promise<void>;
};

/** A platform in memory that knows nothing of any real one, and its driver. */
export const createFakePlatform = (): ShopDriver & Inside => {
  const available = new Map<string, number>();
  const orders = new Map<string, ShopOrder>();
  const done = new Map<string, string>();
  const acts: ShopAct[] = [];
  const promised = new Map<string, string | null>();
  const hooks = { active: false, callback: undefined as URL | undefined };
  let send: Send | undefined;
  let how: Parameters<ShopDriver['deliver']>[0] = 'at once';
  let held: Held[] = [];
  let lost = 0;
  let isGone = false;

  const get = (id: string): ShopOrder => {
    const order = orders.get(id);
    if (!order) throw new Error(`No order ${id}`);
    return order;
  };
  const change = async (id: string, changes: Partial<ShopOrder>): Promise<void> => {
    orders.set(id, { ...get(id), ...changes, changedAt: now() });
    await tell({ orderId: id });
  };
  const move = async (sku: string, by: number): Promise<void> => {
    available.set(sku, (available.get(sku) ?? 0) + by);
    await tell({ itemId: `item-${sku}` });
  };
  const post = async ({ path, init }: Held): Promise<number> =>
    (await send?.(path, init))?.status ?? 0;
  const deliveryOf = (about: Hint['about'], signed = secret, at = now()): Held => ({
    path: hooks.callback?.pathname ?? '',
    init: {
      method: 'POST',
      headers: { 'x-secret': signed, 'x-at': at },
      body: JSON.stringify({ id: randomUUID(), about }),
    },
  });
  const tell = async (about: Hint['about']): Promise<void> => {
    if (!hooks.active || how === 'never') return;
    const delivery = deliveryOf(about);
    if (how === 'backwards') held.unshift(delivery);
    else {
      await post(delivery);
      if (how === 'twice') await post(delivery);
    }
  };

  const apply = async (act: ShopAct): Promise<string> => {
    const before = done.get(act.key);
    if (before !== undefined) return before;
    const reference = `ref-${done.size + 1}`;
    done.set(act.key, reference);
    acts.push(act);
    if (act.kind === 'shipped') {
      const order = get(act.orderId);
      const shipment = { ...act, id: reference, shippedAt: now() };
      await change(order.id, { shipments: [...order.shipments, shipment], standing: 'shipped' });
    }
    if (act.kind === 'cancelled') await cancel(act.orderId, 0);
    if (act.kind === 'promised') promised.set(act.orderId, act.on);
    if (act.kind === 'refunded') {
      const { refunded } = get(act.orderId);
      await change(act.orderId, { refunded: usd(refunded.amount + act.amount.amount) });
    }
    return reference;
  };
  const cancel = async (id: string, refund: number): Promise<void> => {
    const order = get(id);
    if (order.standing === 'cancelled') return;
    const refunded = usd(order.refunded.amount + refund);
    await change(id, { standing: 'cancelled', refunded });
    for (const { sku, quantity } of order.lines) await move(sku, quantity);
  };

  const platform: ShopPlatform = {
    readDelivery: ({ body, headers, now: at }, secrets) => {
      const age = Date.parse(at) - Date.parse(headers.get('x-at') ?? '');
      if (!secrets.includes(headers.get('x-secret') ?? '') || !(age < 300_000)) return 'forged';
      const { id, about } = JSON.parse(new TextDecoder().decode(body));
      return { deliveryId: id, about };
    },
    getOrder: async (id) => (isGone ? gone : ok(structuredClone(orders.get(id)))),
    listChanged: async ({ since, after = '0' }) => {
      if (isGone) return gone;
      const changed = [...orders.values()].filter(({ changedAt }) => changedAt >= since);
      const from = Number(after);
      const page = changed.slice(from, from + 2).map(({ id }) => id);
      return ok({ orderIds: page, next: from + 2 < changed.length ? `${from + 2}` : null });
    },
    getLevel: async ({ sku }) => {
      if (isGone) return gone;
      const level = available.get(sku);
      return ok(level === undefined ? undefined : { available: level, readAt: now() });
    },
    findItem: async (itemId) => ok({ sku: itemId.slice('item-'.length), location: 'main' }),
    apply: async (act) => {
      if (isGone) return gone;
      const reference = await apply(act);
      if (lost === 0) return ok({ reference });
      lost--;
      return { outcome: 'unknown', detail: 'The connection was cut' };
    },
    subscribe: async (callback) => {
      const revived = hooks.callback && !hooks.active ? ['orders'] : [];
      Object.assign(hooks, { active: true, callback });
      return ok({ hooks: [{ scope: 'orders', active: true }], revived });
    },
    unsubscribe: async () => {
      hooks.active = false;
      return ok({ removed: 1 });
    },
    test: async () => ok([{ scope: 'orders', works: !isGone, detail: null }]),
  };

  return {
    acts,
    platform,
    platforms: {
      fake: {
        credentials: z.strictObject({
          secret: z.string(),
          store: z.string().optional(),
        }) as z.ZodType<Record<string, string>>,
        apiBaseOf: () => 'http://127.0.0.1:9',
        secretOf: ({ secret: own = '' }) => own,
        isOrderOf: ({ store = 'shop.test' }, url) => new URL(url).host === store,
        connect: () => platform,
      },
    },
    shop: { kind: 'fake', credentials: { secret } },
    connect: (to) => {
      send = to;
    },
    stock: async (sku, units) => {
      available.set(sku, units);
    },
    stockUncounted: async () => {},
    totalOf: (quantity) => price * quantity,
    place: async ({ lines, standing = 'open', inStock = false }) => {
      const id = `${1001 + orders.size}`;
      const total = lines.reduce((sum, { quantity }) => sum + quantity * price, 0);
      orders.set(id, {
        ...{ id, number: `#${id}`, url: `https://shop.test/orders/${id}` },
        ...{ placedAt: now(), changedAt: now(), standing },
        customer: {
          ...{ email: 'ada@example.org', name: 'Ada', locale: 'en', marketingConsent: false },
        },
        shipTo: { country: 'US', region: 'NY', postalCode: '10001' },
        lines: lines.map(({ sku, quantity }, index) => ({
          ...{ id: `${index + 1}`, itemId: `item-${sku}`, sku, title: sku, location: 'main' },
          ...{ quantity, backordered: inStock ? 0 : 'unknown', unitPrice: usd(price) },
          total: usd(price * quantity),
        })),
        ...{ shipping: usd(0), paidOtherwise: usd(0), shipments: [], refunded: usd(0) },
        payment:
          standing === 'open'
            ? { by: 'shop', reference: `pay-${id}`, paid: usd(total) }
            : { by: 'nobody' },
      });
      for (const { sku, quantity } of lines) await move(sku, -quantity);
      await tell({ orderId: id });
      return id;
    },
    pay: async (id) => {
      const paid = usd(get(id).lines.reduce((sum, { total }) => sum + total.amount, 0));
      await change(id, { standing: 'open', payment: { by: 'shop', reference: `pay-${id}`, paid } });
    },
    edit: async (id, index, quantity) => {
      const { lines } = get(id);
      const before = lines[index];
      if (!before) throw new Error('no such line');
      await change(id, {
        lines: lines.map((line) => (line === before ? { ...line, quantity } : line)),
      });
      await move(before.sku, before.quantity - quantity);
    },
    refundUnits: async (id, units) => {
      const { lines, refunded } = get(id);
      const [line, ...others] = lines;
      if (!line) throw new Error('no such line');
      const quantity = line.quantity - units;
      await change(id, {
        lines: [{ ...line, quantity, total: usd(price * quantity) }, ...others],
        refunded: usd(refunded.amount + units * price),
      });
    },
    move: (id, shipTo) => change(id, { shipTo: { ...shipTo, region: null } }),
    giveBack: (id, amount) => change(id, { refunded: usd(get(id).refunded.amount + amount) }),
    cancel: async (id, { refund }) => {
      const { payment } = get(id);
      await cancel(id, refund && payment.by !== 'nobody' ? payment.paid.amount : 0);
    },
    restock: move,
    ship: async (id) => {
      const { lines, shipments } = get(id);
      const parcel = {
        ...{ id: `parcel-${shipments.length + 1}`, shippedAt: now() },
        ...{ lines: lines.map((line) => ({ id: line.id, quantity: line.quantity })) },
        ...{ carrier: 'UPS', tracking: '1Z' },
      };
      await change(id, { standing: 'shipped', shipments: [...shipments, parcel] });
    },
    deliver: async (next) => {
      how = next;
      const late = held;
      held = [];
      for (const delivery of late) await post(delivery);
    },
    forge: async (orderId) => {
      const old = new Date(Date.now() - 3_600_000).toISOString();
      return [
        await post(deliveryOf({ orderId }, 'another-secret')),
        await post(deliveryOf({ orderId }, secret, old)),
        await post({ ...deliveryOf({ orderId }), init: { method: 'POST', body: '{' } }),
      ];
    },
    loseAnswers: (count) => {
      lost = count;
    },
    disableHooks: async () => {
      hooks.active = false;
    },
    uninstall: async () => {
      await tell('gone');
      isGone = true;
    },
    show: async (id) => {
      const { standing, shipments, refunded } = get(id);
      const shipped = shipments.flatMap(({ lines }) => lines).reduce((n, l) => n + l.quantity, 0);
      const promisedOn = promised.get(id) ?? null;
      return {
        standing,
        shipments: shipments.length,
        shipped,
        refunded: refunded.amount,
        promisedOn,
      };
    },
    hooksActive: async () => hooks.active,
  };
};
