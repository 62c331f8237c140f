import { describe, expect, test } from 'vitest';
import type { ShopAct } from '../../../api/connector/port.ts';
import { startStore, taken } from './served.ts';

const kettle = { sku: 'KETTLE-COPPER', quantity: 3 };
const usd = (amount: number) => ({ amount, currency: 'USD' });

const bought = async (payment: 'card' | 'offline' = 'card') => {
  const started = await startStore();
  const order = started.acts.buy({ lines: [kettle], payment });
  const lineId = String(order.lines[0]?.id);
  const orderId = String(order.id);
  const look = async () => taken(await started.platform.getOrder(orderId));
  return { ...started, order, orderId, lineId, look };
};

const acts = ({
  orderId,
  lineId,
}: {
  orderId: string;
  lineId: string;
}): Record<string, ShopAct> => ({
  shipped: {
    ...{ kind: 'shipped', key: 'ship-1', orderId, lines: [{ id: lineId, quantity: 2 }] },
    ...{ carrier: 'UPS', tracking: '1Z999' },
  },
  cancelled: { kind: 'cancelled', key: 'cancel-1', orderId, reason: 'asked' },
  refunded: {
    ...{ kind: 'refunded', key: 'refund-1', orderId, lines: [{ id: lineId, quantity: 3 }] },
    amount: usd(45_600),
  },
  promised: { kind: 'promised', key: 'promise-1', orderId, on: '2027-01-15' },
  availability: {
    ...{ kind: 'availability', key: 'a-1', sku: 'KETTLE-COPPER', shipsOn: '2027-01-15' },
    text: 'Ships on January 15',
  },
  widget: { kind: 'widget', key: 'w-1', src: 'https://meanwhile.example/widget.js' },
});

describe('an act', () => {
  test.each(Object.keys(acts({ orderId: '', lineId: '' })))(
    '%s is done once, however often it is asked for and whatever is lost',
    async (kind) => {
      const shop = await bought();
      const act = acts(shop)[kind] as ShopAct;
      shop.faults.append([
        { match: 'POST /v2/orders', times: 1, fault: 'drop-after' },
        { match: 'PUT /v2/orders', times: 1, fault: 'drop-after' },
        {
          match: `POST /v3/orders/${shop.orderId}/payment_actions/refunds`,
          times: 1,
          fault: 'drop-after',
        },
        { match: `POST /v3/orders/${shop.orderId}/metafields`, times: 1, fault: 'drop-after' },
        { match: 'PUT /v3/catalog', times: 1, fault: 'drop-after' },
        { match: 'POST /v3/content', times: 1, fault: 'drop-after' },
      ]);
      const lost = await shop.platform.apply(act);
      expect(lost.outcome).toBe('unknown');
      const state = JSON.stringify(shop.store.state);
      const again = taken(await shop.platform.apply(act));
      const third = taken(await shop.platform.apply(act));
      expect(third).toEqual(again);
      expect(JSON.stringify(shop.store.state)).toBe(state);
    },
  );

  test('shipped reports the units, the carrier and the number, and the status follows', async () => {
    const shop = await bought();
    await shop.platform.apply(acts(shop).shipped as ShopAct);
    expect(await shop.look()).toMatchObject({
      standing: 'open',
      shipments: [{ lines: [{ quantity: 2 }], tracking: '1Z999', carrier: 'ups' }],
    });
    const rest: ShopAct = {
      ...{ kind: 'shipped', key: 'ship-2', orderId: shop.orderId, carrier: 'A man with a van' },
      ...{ tracking: '', lines: [{ id: shop.lineId, quantity: 1 }] },
    };
    taken(await shop.platform.apply(rest));
    expect((await shop.look())?.standing).toBe('shipped');
    expect(shop.order.shipments[1]?.comments).toContain('A man with a van');
  });

  test('shipped that the store has done by itself is done', async () => {
    const shop = await bought();
    shop.acts.ship(shop.order.id);
    taken(await shop.platform.apply(acts(shop).shipped as ShopAct));
    expect(shop.order.shipments).toHaveLength(1);
  });

  test('shipped of more than is open is refused, and nothing is half done', async () => {
    const shop = await bought();
    const act = { ...(acts(shop).shipped as ShopAct), lines: [{ id: shop.lineId, quantity: 9 }] };
    expect(await shop.platform.apply(act as ShopAct)).toMatchObject({
      outcome: 'refused',
      code: 'invalid',
    });
    expect(shop.order.shipments).toEqual([]);
  });

  test('cancelled puts the order off, gives its units back, and finds a shipped one gone', async () => {
    const shop = await bought();
    taken(await shop.platform.apply(acts(shop).cancelled as ShopAct));
    expect((await shop.look())?.standing).toBe('cancelled');
    const level = await shop.platform.getLevel({ sku: 'KETTLE-COPPER', location: 'main' });
    expect(taken(level)?.available).toBe(1);
    const gone = await bought();
    gone.acts.ship(gone.order.id);
    const refused = await gone.platform.apply(acts(gone).cancelled as ShopAct);
    expect(refused).toMatchObject({ outcome: 'refused', code: 'invalid' });
  });

  test.each([
    { lines: 3, amount: 45_600, items: 2 },
    { lines: 3, amount: 44_700, items: 1 },
    { lines: 1, amount: 14_900, items: 1 },
    { lines: 1, amount: 10_000, items: 1 },
    { lines: 0, amount: 900, items: 1 },
  ])('refunded of $amount gives back that much', async ({ lines, amount, items }) => {
    const shop = await bought();
    const act: ShopAct = {
      ...{ kind: 'refunded', key: 'r', orderId: shop.orderId, amount: usd(amount) },
      lines: lines > 0 ? [{ id: shop.lineId, quantity: lines }] : [],
    };
    taken(await shop.platform.apply(act));
    expect((await shop.look())?.refunded).toEqual(usd(amount));
    expect(shop.order.refunds.map((refund) => refund.items.length)).toEqual([items]);
    // By the way it came, and never as credit for the next purchase.
    expect(shop.order.refunds.map(({ providerId }) => providerId)).toEqual(['testgateway']);
  });

  test('refunded after the order was cancelled here moves the money alone', async () => {
    const shop = await bought();
    taken(await shop.platform.apply(acts(shop).cancelled as ShopAct));
    taken(await shop.platform.apply(acts(shop).refunded as ShopAct));
    expect(await shop.look()).toMatchObject({ standing: 'cancelled', refunded: usd(45_600) });
  });

  test('refunded of money that the store does not hold is refused', async () => {
    const shop = await bought('offline');
    const refused = await shop.platform.apply(acts(shop).refunded as ShopAct);
    expect(refused).toMatchObject({ outcome: 'refused', code: 'invalid' });
    expect(shop.order.refunds).toEqual([]);
  });

  test('promised keeps one date, changes it, and takes it away', async () => {
    const shop = await bought();
    const { orderId } = shop;
    const promise = async (on: string | null) =>
      taken(await shop.platform.apply({ kind: 'promised', key: `p-${on}`, orderId, on }));
    await promise('2027-01-15');
    await promise('2027-02-01');
    expect(shop.order.metafields).toMatchObject([
      { namespace: 'meanwhile', key: 'promised_on', value: '2027-02-01' },
    ]);
    await promise(null);
    expect(shop.order.metafields).toEqual([]);
  });

  test('availability is cut where BigCommerce ends, and never within a character', async () => {
    const { platform, store } = await startStore();
    const text = `${'x'.repeat(252)}👩‍👩‍👧‍👦 and more`;
    taken(
      await platform.apply({
        ...{ kind: 'availability', key: 'k', sku: 'KETTLE-COPPER', text, shipsOn: null },
      }),
    );
    const said = store.findSku('KETTLE-COPPER')?.availabilityDescription ?? '';
    expect(said).toBe(`${'x'.repeat(252)}…`);
  });

  test('widget replaces the script of another address, and goes with the shop', async () => {
    const { platform, store } = await startStore();
    const widget = (src: string) => platform.apply({ kind: 'widget', key: src, src });
    taken(await widget('https://old.example/widget.js'));
    taken(await widget('https://new.example/widget.js'));
    expect(store.state.scripts.map(({ body }) => body.src)).toEqual([
      'https://new.example/widget.js',
    ]);
    const callback = new URL('https://new.example/webhooks/shops/bc');
    expect(taken(await platform.unsubscribe(callback))).toEqual({ removed: 1 });
    expect(store.state.scripts).toEqual([]);
  });
});
