import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { empty } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(() => empty(api.db));

const path = '/v1/webhook-endpoints';
const body = { url: 'https://93.184.216.34/hook', events: ['backorder.placed'] };
const put = (id = 'shop', changes: object = {}) =>
  api.call('PUT', `${path}/${id}`, { body: { ...body, ...changes } });

describe('a webhook endpoint', () => {
  test('shows its secret once, when it is made', async () => {
    const made = await put();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ id: 'shop', ...body, personalData: false, state: 'enabled' });
    expect(made.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const again = await put('shop', { personalData: true });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ personalData: true });
    expect(again.body.secret).toBeUndefined();
    const { body: read } = await api.call('GET', `${path}/shop`);
    expect(JSON.stringify(read)).not.toContain('whsec');
  });

  test('keeps its secret where a copy of the database does not show it', async () => {
    const { secret } = (await put()).body;
    const [row] = await api.db.sql<[{ secrets: unknown }]>`select secrets from webhook_endpoints`;
    expect(JSON.stringify(row)).not.toContain(secret.slice('whsec_'.length, 20));
  });

  test('gets a new secret, and says until when the old one signs', async () => {
    const { secret } = (await put()).body;
    const { status, body: rotated } = await api.call('POST', `${path}/shop/rotate`);
    expect(status).toBe(200);
    expect(rotated.secret).not.toBe(secret);
    const left = Date.parse(rotated.oldSecretUntil) - Date.now();
    expect(left).toBeGreaterThan(23.9 * 3_600_000);
    expect(left).toBeLessThanOrEqual(24 * 3_600_000);
  });

  test('is listed, newest first, in pages', async () => {
    for (const id of ['a', 'b', 'c']) await put(id);
    const first = await api.call('GET', `${path}?limit=2`);
    expect(first.body.data.map(({ id }: { id: string }) => id)).toEqual(['c', 'b']);
    const second = await api.call('GET', `${path}?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ data: [{ id: 'a' }], nextCursor: null });
  });

  test('that is taken away is told nothing more', async () => {
    await put();
    await api.placeAnother();
    expect((await api.call('DELETE', `${path}/shop`)).status).toBe(204);
    expect((await api.call('GET', `${path}/shop`)).status).toBe(404);
    expect((await api.db.sql`select from webhook_deliveries`).count).toBe(0);
    expect((await api.call('DELETE', `${path}/shop`)).status).toBe(404);
  });

  test.each([
    'https://127.0.0.1/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'http://93.184.216.34/',
    'https://user:secret@93.184.216.34/',
    'https://localhost/',
    'ftp://93.184.216.34/',
  ])('cannot be at %s', async (url) => {
    const { status, body: answer } = await put('shop', { url });
    expect(status).toBe(422);
    expect(answer.errors).toMatchObject([{ pointer: '/url' }]);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test.each([
    [{ events: [] }],
    [{ events: ['backorder.vanished'] }],
    [{ personalData: 'yes' }],
    [{ secret: 'whsec_mine' }],
  ])('cannot want %j', async (changes) => {
    expect((await put('shop', changes)).status).toBe(422);
  });

  test.each(['checkout', 'inventory', 'fulfilment', 'support', 'read'] as const)(
    'is no business of a key for %s',
    async (as) => {
      await put();
      const calls = [
        ['GET', path],
        ['GET', `${path}/shop`],
        ['GET', `${path}/shop/deliveries`],
        ['POST', `${path}/shop/rotate`],
        ['POST', `${path}/shop/deliveries/0190c0de-0000-4000-8000-000000000000/replay`],
        ['DELETE', `${path}/shop`],
      ] as const;
      for (const [method, where] of calls) {
        expect((await api.call(method, where, { as })).status).toBe(403);
      }
      expect((await api.call('PUT', `${path}/shop`, { as, body })).status).toBe(403);
    },
  );
});

describe('the log of an endpoint', () => {
  test('shows what it is to be told, newest first, in pages and by state', async () => {
    await put();
    const orderIds: string[] = [];
    for (let nth = 0; nth < 3; nth++) orderIds.unshift(await api.placeAnother());
    const first = await api.call('GET', `${path}/shop/deliveries?limit=2`);
    const second = await api.call(
      'GET',
      `${path}/shop/deliveries?limit=2&cursor=${first.body.nextCursor}`,
    );
    const all = [...first.body.data, ...second.body.data];
    expect(all.map(({ orderId }) => orderId)).toEqual(orderIds);
    expect(all[0]).toMatchObject({ type: 'backorder.placed', state: 'pending', attempts: 0 });
    const failed = await api.call('GET', `${path}/shop/deliveries?state=failed`);
    expect(failed.body.data).toEqual([]);
  });

  test('knows only its own', async () => {
    await put('a');
    await put('b');
    await api.placeAnother();
    const { body: log } = await api.call('GET', `${path}/a/deliveries`);
    const { id } = log.data[0];
    expect((await api.call('POST', `${path}/b/deliveries/${id}/replay`)).status).toBe(404);
    expect((await api.call('POST', `${path}/a/deliveries/${id}/replay`)).status).toBe(202);
    expect((await api.call('GET', `${path}/nobody/deliveries`)).status).toBe(404);
  });

  test('forgets what was said of an order whose personal data goes', async () => {
    await put('shop', { personalData: true });
    const orderId = await api.placeAnother();
    await api.db.sql`update webhook_deliveries set body = 'ada@example.org', state = 'delivered'`;
    await api.db.sql`
      insert into views (order_id, revision, phase, body, attention, ended_at, outcome)
      values (${orderId}, 1, 'shipped', '{}', '{}', now(), 'shipped')`;
    const { eraseOrder } = await import('../../../db/backorder/erase.ts');
    await eraseOrder(api.db, orderId);
    const [row] = await api.db.sql`select body, redactions from webhook_deliveries`;
    expect(row).toEqual({ body: null, redactions: 1 });
  });
});

describe('the document', () => {
  test('describes every event, by the schema of what the API answers', async () => {
    const { body: document } = await api.call('GET', '/openapi.json');
    expect(Object.keys(document.webhooks).sort()).toEqual([
      'availability.changed',
      'backorder.attention',
      'backorder.cancelled',
      'backorder.placed',
      'backorder.promise_changed',
      'backorder.ready_to_ship',
      'backorder.shipped',
      'message.settled',
    ]);
    const { BackorderShippedEvent } = document.components.schemas;
    expect(BackorderShippedEvent.properties.data).toEqual({
      $ref: '#/components/schemas/Backorder',
    });
  });
});
