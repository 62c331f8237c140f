import type { Started } from './served.ts';

/** One answer of the stand-in for each route that the adapter reads. */
export const bodiesOf = async (shop: Started): Promise<Record<string, unknown>> => {
  const order = shop.acts.buy({
    lines: [{ sku: 'KETTLE-COPPER', quantity: 3 }],
    payment: 'stripe',
    stripe: { customerId: 'cus_1', paymentIntentId: 'pi_1' },
  });
  const orderId = String(order.id);
  const lines = [{ id: String(order.lines[0]?.id), quantity: 1 }];
  const { platform } = shop;
  await platform.subscribe(new URL('https://meanwhile.example/webhooks/shops/bc'));
  await platform.apply({ kind: 'promised', key: 'p', orderId, on: '2027-01-15' });
  await platform.apply({ kind: 'widget', key: 'w', src: 'https://meanwhile.example/widget.js' });
  const parcel = { carrier: 'UPS', tracking: '1Z999' };
  await platform.apply({ kind: 'shipped', key: 's', orderId, lines, ...parcel });
  const amount = { amount: 14_900, currency: 'USD' };
  await platform.apply({ kind: 'refunded', key: 'r', orderId, lines, amount });
  const routes = {
    order: `/v2/orders/${orderId}`,
    lines: `/v2/orders/${orderId}/products`,
    addresses: `/v2/orders/${orderId}/shipping_addresses`,
    shipments: `/v2/orders/${orderId}/shipments`,
    transactions: `/v3/orders/${orderId}/transactions`,
    refunds: `/v3/orders/${orderId}/payment_actions/refunds`,
    metafields: `/v3/orders/${orderId}/metafields`,
    product: '/v3/catalog/products/101?include=variants',
    inventory: '/v3/inventory/items?sku:in=KETTLE-COPPER',
    hooks: '/v3/hooks?limit=1',
    scripts: '/v3/content/scripts',
  };
  const headers = { 'X-Auth-Token': shop.access.accessToken };
  const entries = await Promise.all(
    Object.entries(routes).map(async ([name, path]) => {
      const answer = await fetch(`${shop.storeBase}${path}`, { headers });
      return [name, await answer.json()] as const;
    }),
  );
  return Object.fromEntries(entries);
};

/** What a body is made of: its fields and their types, without what they hold. */
export const shapeOf = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.slice(0, 1).map(shapeOf);
  if (body === null) return 'null';
  if (typeof body !== 'object') return typeof body;
  const fields = Object.entries(body).map(([name, value]) => [name, shapeOf(value)] as const);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
};
