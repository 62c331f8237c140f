import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkoutBody, usd } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const restock = (body: object) => api.call('POST', '/v1/restocks', { as: 'inventory', body });

const place = (orderId: string, sku: string, quantity: number) =>
  api.call('POST', '/v1/backorders', {
    body: checkoutBody({ orderId, lines: [{ sku, quantity, unitPrice: usd(100) }] }),
  });

describe('a restock', () => {
  it('goes to those who wait, and says to whom', async () => {
    await place('S-1', 'CHAIR', 2);
    await place('S-2', 'CHAIR', 4);
    const kicked = api.kicks.count;
    expect(await restock({ restockId: 'r-1', sku: 'CHAIR', quantity: 3 })).toMatchObject({
      status: 201,
      body: {
        restockId: 'r-1',
        allocated: 2,
        left: 1,
        filled: [{ orderId: 'S-1', lineId: '1', quantity: 2 }],
        skipped: [{ orderId: 'S-2', reason: 'needs_more_units' }],
        more: false,
      },
    });
    expect(api.kicks.count).toBeGreaterThan(kicked);
    const { body } = await api.call('GET', '/v1/backorders/S-1', { as: 'read' });
    expect(body.lines).toMatchObject([{ quantity: 2, waiting: 0, allocated: 2 }]);
  });

  it('is received once, however often it is reported', async () => {
    const body = { restockId: 'r-2', sku: 'SHELF', quantity: 5 };
    const answers = await Promise.all(Array.from({ length: 5 }, () => restock(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    const again = await restock({ ...body });
    expect(again).toMatchObject({ status: 200, body: { left: 5 } });
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
  });

  it('under an id that was used with another body is refused', async () => {
    await restock({ restockId: 'r-3', sku: 'DESK', quantity: 5 });
    expect(await restock({ restockId: 'r-3', sku: 'DESK', quantity: 6 })).toMatchObject({
      status: 409,
      body: { code: 'id_reused' },
    });
  });
});

describe('a preview of a restock', () => {
  const preview = (location: string) =>
    api.call('POST', '/v1/restocks/preview', {
      as: 'inventory',
      body: { sku: 'COUCH', location, quantity: 1 },
    });

  it('runs one at a time for each shelf', async () => {
    // Both rooms get their shelf, whose row the first preview then waits for.
    for (const location of ['main', 'north']) {
      await restock({ restockId: `c-${location}`, sku: 'COUCH', location, quantity: 1 });
    }
    const { promise: first } = await api.db.sql.begin(async (sql) => {
      await sql`select from stock where sku = 'COUCH' and location = 'main' for update`;
      const promise = preview('main');
      await untilBlocked();
      const second = await preview('main');
      expect(second).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
      expect(Number(second.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect((await preview('north')).status).toBe(200);
      return { promise };
    });
    expect(await first).toMatchObject({ status: 200, body: { left: 2 } });
    expect((await preview('main')).status).toBe(200);
  });

  /** Until a statement of this database waits for a lock. */
  const untilBlocked = () =>
    vi.waitUntil(async () => {
      const [blocked] = await api.db.sql`
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return blocked !== undefined;
    });
});

describe('a product', () => {
  const put = (sku: string, body: object) =>
    api.call('PUT', `/v1/products/${encodeURIComponent(sku)}`, { as: 'inventory', body });

  it('is replaced as a whole', async () => {
    const first = await put('LAMP/BRASS 1', {
      title: 'Lamp',
      url: 'https://shop.example/lamp',
      highlights: ['Brass'],
      handlingDays: 2,
    });
    expect(first).toMatchObject({ status: 200, body: { sku: 'LAMP/BRASS 1', handlingDays: 2 } });
    expect(await put('LAMP/BRASS 1', { title: 'Lamp' })).toMatchObject({
      status: 200,
      body: {
        title: 'Lamp',
        url: null,
        imageUrl: null,
        highlights: [],
        related: [],
        handlingDays: 0,
      },
    });
  });

  it('says that nothing changed when it is repeated', async () => {
    await put('VASE', { title: 'Vase' });
    expect((await put('VASE', { title: 'Vase' })).headers.get('Idempotent-Replayed')).toBe('true');
  });

  it('links to the web only', async () => {
    const { status, body } = await put('VASE', { title: 'Vase', url: 'javascript:alert(1)' });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/url' }]);
  });
});
