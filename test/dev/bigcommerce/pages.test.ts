import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createBigCommerceStandIn } from '../../../dev/bigcommerce/app.ts';
import { createStorePages } from '../../../dev/bigcommerce/pages/routes.tsx';
import { createFaultPlan } from '../../../dev/faults.ts';
import { serveApp } from '../resend/served.ts';

type Put = { path: string; body: Record<string, unknown> };

/** The store as the dev server mounts it, beside an API that only listens. */
const open = async () => {
  const puts: Put[] = [];
  const api = new Hono().put('/v1/*', async (c) => {
    puts.push({ path: c.req.path, body: await c.req.json() });
    return c.json({});
  });
  const standIn = createBigCommerceStandIn({ faults: createFaultPlan() });
  const base = 'http://127.0.0.1:3001/bigcommerce';
  const settings = { apiUrl: await serveApp(api), apiKey: 'dev-key', base };
  const app = new Hono()
    .route('/bigcommerce', createStorePages(standIn, settings))
    .route('/bigcommerce', standIn.app);
  const press = (path: string, form: Record<string, string> = {}, headers = {}) =>
    app.request(`/bigcommerce${path}`, {
      ...{ method: 'POST', headers, body: new URLSearchParams(form) },
    });
  const page = async (path = '') => (await app.request(`/bigcommerce${path}`)).text();
  return { ...standIn, puts, press, page, app };
};

const kettle = { sku: 'KETTLE-COPPER', payment: 'card', email: 'ada@example.org' };

describe('the store', () => {
  test('sells by its own rules, and says what it would not', async () => {
    const { press, page, store } = await open();
    const bought = await press('/buy', { ...kettle, quantity: '3' });
    expect(bought.status).toBe(303);
    expect(store.state.orders).toMatchObject([
      { statusId: 11, buyer: { email: 'ada@example.org' }, lines: [{ backordered: 2 }] },
    ]);
    expect(await page()).toContain(
      '<backorder-status sku="KETTLE-COPPER">On backorder</backorder-status>',
    );
    const refused = await press('/buy', { ...kettle, sku: 'CUP-STONE', quantity: '41' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Stoneware cup: only 40 can be bought');
    expect(store.state.orders).toHaveLength(1);
  });

  test('lets its staff edit, ship, cancel, give back and restock', async () => {
    const { press, page, store } = await open();
    await press('/buy', { ...kettle, quantity: '3' });
    const [order] = store.state.orders;
    const line = String(order?.lines[0]?.id);
    await press(`/orders/${order?.id}/edit`, { line, quantity: '2' });
    await press('/restock', { sku: 'KETTLE-COPPER', quantity: '10' });
    const sent = await press(`/orders/${order?.id}/ship`);
    expect(sent.headers.get('Location')).toContain(`Order+${order?.id}+is+shipped.`);
    expect(order).toMatchObject({ statusId: 2, lines: [{ quantity: 2, shipped: 2 }] });
    await press(`/orders/${order?.id}/refund`);
    expect(order).toMatchObject({ statusId: 4, refunds: [{ amount: 30_700 }] });
    const more = await press(`/orders/${order?.id}/refund`);
    expect(await more.text()).toContain('Of the order 0.00 can be given back');
    const again = await press(`/orders/${order?.id}/ship`);
    expect([again.status, await page('/admin')]).toEqual([
      422,
      expect.stringContaining('Refunded'),
    ]);
  });

  test('offers to give back only what is left, of a cancelled order too', async () => {
    const { press, page, store } = await open();
    await press('/buy', { ...kettle, quantity: '1' });
    const id = store.state.orders[0]?.id;
    await press(`/orders/${id}/cancel`);
    expect(await page('/admin')).toContain('>Refund<');
    await press(`/orders/${id}/refund`);
    expect(await page('/admin')).not.toContain('>Refund<');
  });

  test('lets nobody edit what is no order, and leads to what a customer hears', async () => {
    const { press, page, store } = await open();
    await press('/buy', { ...kettle, payment: 'declined', quantity: '1' });
    expect(await page('/admin')).not.toContain('>Edit<');
    await press('/buy', { ...kettle, quantity: '2' });
    expect(await page('/admin')).toContain('>Edit<');
    expect(await page('/admin')).not.toContain('/shop/orders/');
    const order = store.state.orders[1];
    const promised = { key: 'promised_on', value: '2027-01-26', namespace: 'meanwhile' };
    order?.metafields.push({ ...promised, id: 1, permissionSet: 'read', at: order.createdAt });
    expect(await page('/admin')).toContain(`href="/shop/orders/demo-store%3A${order?.id}"`);
  });

  test('is put into Meanwhile by one button, with what is on backorder', async () => {
    const { press, puts } = await open();
    expect((await press('/connect', { terms: 'ask' })).status).toBe(303);
    expect(puts.map(({ path }) => path)).toEqual([
      '/v1/products/KETTLE-COPPER',
      '/v1/supplies/demo-store-KETTLE-COPPER',
      '/v1/products/TEAPOT-STONE',
      '/v1/supplies/demo-store-TEAPOT-STONE',
      '/v1/shops/demo-store',
    ]);
    expect(puts.at(-1)?.body).toMatchObject({
      ...{ kind: 'bigcommerce', terms: 'ask', mandate: { version: '2026-11' } },
      apiBase: 'http://127.0.0.1:3001/bigcommerce/stores/demo',
    });
  });

  test('heeds no form of another site', async () => {
    const { press, store } = await open();
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await press('/buy', { ...kettle, quantity: '1' }, headers)).status).toBe(403);
    expect(store.state.orders).toEqual([]);
  });

  test('answers its API beside its pages, to its own token alone', async () => {
    const { app, access } = await open();
    const call = (token: string) =>
      app.request('/bigcommerce/stores/demo/v3/hooks', { headers: { 'X-Auth-Token': token } });
    expect((await call(access.accessToken)).status).toBe(200);
    expect((await call('another')).status).toBe(401);
    const order = await app.request('/bigcommerce/stores/demo/manage/orders/1');
    expect(order.headers.get('Location')).toBe('/bigcommerce/admin#order-1');
  });
});
