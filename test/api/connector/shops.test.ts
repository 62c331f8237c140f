import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import { saveShopOrder } from '../../../db/connector/orders.ts';
import { newOrder } from '../../db/cast.ts';
import { createFakePlatform } from '../../support/connector/fake-platform.ts';
import { assemble, startTestApp } from '../test-app.ts';

let base: Awaited<ReturnType<typeof startTestApp>>;
let api: ReturnType<typeof assemble>;
const fake = createFakePlatform();

beforeAll(async () => {
  base = await startTestApp();
  api = assemble(base.db, {}, base.db, fake.platforms);
  fake.connect(async (path, init) => api.app.request(path, init));
});
afterAll(async () => {
  await api.readiness.close();
  await base.close();
});

const body = { ...fake.shop, terms: 'prepaid' };
const put = (changes: object, id = 'store') =>
  api.call('PUT', `/v1/shops/${id}`, {
    body: { ...body, apiBase: `http://127.0.0.1:9/${id}`, ...changes },
  });

describe('a shop', () => {
  it('is put, read and listed, and its secrets are never answered', async () => {
    const answer = await put({});
    expect(answer).toMatchObject({
      status: 200,
      body: { id: 'store', kind: 'fake', state: 'ok', location: 'main', mandate: null, hooks: [] },
    });
    const read = await api.call('GET', '/v1/shops/store');
    const list = await api.call('GET', '/v1/shops');
    expect(list.body.data).toEqual([read.body]);
    expect(JSON.stringify([answer.body, read.body, list.body])).not.toContain('the-secret');
    const [row] = await base.db.sql`select credentials, secrets from shops`;
    expect(JSON.stringify(row)).not.toContain('the-secret');
  });

  it('is changed by another body, and takes what its last secret has signed', async () => {
    await put({});
    await put({ credentials: { secret: 'another' }, location: 'north' });
    expect((await api.call('GET', '/v1/shops/store')).body).toMatchObject({ location: 'north' });
    const post = (secret: string, id: string) =>
      api.app.request('/webhooks/shops/store', {
        method: 'POST',
        headers: { 'x-secret': secret, 'x-at': new Date().toISOString() },
        body: JSON.stringify({ id, about: { orderId: '1' } }),
      });
    expect((await post('the-secret-of-the-shop', 'd1')).status).toBe(200);
    expect((await post('another', 'd2')).status).toBe(200);
    expect((await post('another', 'd2')).status).toBe(200);
    expect((await post('a-third', 'd3')).status).toBe(401);
    const kept = await base.db.sql`select delivery_id from shop_deliveries order by 1`;
    expect(kept.map(({ deliveryId }) => deliveryId)).toEqual(['d1', 'd2']);
    await put({});
  });

  it.each([
    ['of a kind that is not here', { kind: 'other' }, '/kind'],
    ['without what its platform needs', { credentials: {} }, '/credentials/secret'],
    ['that asks without a mandate', { terms: 'ask' }, '/mandate'],
    ['over plain http elsewhere', { apiBase: 'http://203.0.113.7/x' }, '/apiBase'],
    ['in a private network', { apiBase: 'https://10.0.0.1/x' }, '/apiBase'],
    ['where a cloud keeps its keys', { apiBase: 'https://169.254.169.254' }, '/apiBase'],
    ['with a user in its address', { apiBase: 'https://a:b@example.com' }, '/apiBase'],
  ])('%s is refused', async (_, changes, pointer) => {
    expect(await put(changes)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('is a store once, so that none of its orders is taken twice', async () => {
    const apiBase = 'http://127.0.0.1:9/twin/';
    expect(await put({ apiBase }, 'twin')).toMatchObject({ status: 200 });
    expect(await put({ apiBase: apiBase.slice(0, -1) }, 'twin')).toMatchObject({ status: 200 });
    const errors = [{ pointer: '/credentials', detail: expect.stringContaining('twin') }];
    expect(await put({ apiBase }, 'other')).toMatchObject({ status: 422, body: { errors } });
    await api.call('DELETE', '/v1/shops/twin');
    expect(await put({ apiBase }, 'other')).toMatchObject({ status: 200 });
  });

  it('is a store once, whoever puts it at the same moment', async () => {
    const apiBase = 'http://127.0.0.1:9/at-once';
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((id) => put({ apiBase }, id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422]);
  });

  it('is left with its hooks where the platform never answers again', async () => {
    await put({}, 'dead');
    const { unsubscribe } = fake.platform;
    fake.platform.unsubscribe = async () => ({ outcome: 'unknown', detail: 'No answer' });
    expect(await api.call('DELETE', '/v1/shops/dead')).toMatchObject({ status: 503 });
    const left = await api.call('DELETE', '/v1/shops/dead?leaveHooks=true');
    fake.platform.unsubscribe = unsubscribe;
    expect(left).toMatchObject({ status: 204 });
    expect(await api.call('GET', '/v1/shops/dead')).toMatchObject({ status: 404 });
  });

  it('is never another store under the same id, whose orders would be taken for ours', async () => {
    await put({}, 'first');
    const seen = { standing: 'open' as const, lines: [], refunded: 0, refundNoted: 0 };
    await placeOrder(base.db, newOrder('first:1', ['LAMP:1']));
    await saveShopOrder(base.db.sql, {
      ...{ orderId: 'first:1', shop: 'first', platformId: '1', number: '1' },
      ...{ url: 'https://shop.test/orders/1', seen: { ...seen, isMoreNoted: false } },
      ...{ trouble: null, lookAt: null },
    });
    const other = { credentials: { ...fake.shop.credentials, store: 'other.test' } };
    const refused = { status: 422, body: { errors: [{ pointer: '/credentials' }] } };
    expect(await put(other, 'first')).toMatchObject(refused);
    expect(await put({}, 'first')).toMatchObject({ status: 200 });
    // Its stock would lie at both.
    expect(await put({ location: 'north' }, 'first')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/location' }] },
    });
    await api.call('DELETE', '/v1/shops/first');
    expect(await put(other, 'first')).toMatchObject(refused);
    expect(await put(other, 'second')).toMatchObject({ status: 200 });
  });

  it('is no body that is none', async () => {
    const answer = await api.call('PUT', '/v1/shops/store', { body: 'null' });
    expect(answer.status).toBe(422);
  });

  it('is tested and asked at once, and is a matter of admins', async () => {
    await put({});
    expect(await api.call('POST', '/v1/shops/store/test')).toMatchObject({
      status: 200,
      body: { data: [{ scope: 'orders', works: true, detail: null }] },
    });
    const before = api.kicks.shops;
    expect(await api.call('POST', '/v1/shops/store/sync')).toMatchObject({ status: 202 });
    expect(api.kicks.shops).toBe(before + 1);
    expect(await api.call('GET', '/v1/shops', { as: 'support' })).toMatchObject({ status: 403 });
    expect(await api.call('POST', '/v1/shops/none/sync')).toMatchObject({ status: 404 });
  });

  it('is left also where its secrets do not open any more', async () => {
    await put({}, 'lost');
    await base.db.sql`update shops set credentials = 's1.gone.x', secrets = 's1.gone.x'
      where id = 'lost'`;
    expect(await put({}, 'lost')).toMatchObject({ status: 503 });
    expect(await api.call('POST', '/v1/shops/lost/test')).toMatchObject({
      status: 200,
      body: { data: [{ works: false, detail: expect.stringContaining('put it anew') }] },
    });
    expect(await api.call('DELETE', '/v1/shops/lost')).toMatchObject({ status: 204 });
    expect(await put({}, 'lost')).toMatchObject({ status: 200 });
  });

  it('is left once its hooks are taken back, and knows no delivery any more', async () => {
    await put({}, 'left');
    const post = () => api.app.request('/webhooks/shops/left', { method: 'POST', body: '{}' });
    expect((await post()).status).toBe(401);
    expect(await api.call('DELETE', '/v1/shops/left')).toMatchObject({ status: 204 });
    expect(await api.call('GET', '/v1/shops/left')).toMatchObject({ status: 404 });
    expect((await post()).status).toBe(404);
    expect(await api.call('DELETE', '/v1/shops/left')).toMatchObject({ status: 204 });
  });
});
