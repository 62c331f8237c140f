import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutBody, usd } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const announce = (supplyId: string, body: object) =>
  api.call('PUT', `/v1/supplies/${supplyId}`, { as: 'inventory', body });

const supplyOf = (sku: string, changes: object = {}) => ({
  sku,
  quantity: 2,
  expectedOn: '2099-01-10',
  basis: 'the factory',
  ...changes,
});

const place = (orderId: string, sku: string, changes: object = {}) =>
  api.call('POST', '/v1/backorders', {
    body: {
      ...checkoutBody({ orderId, lines: [{ sku, quantity: 1, unitPrice: usd(100) }] }),
      promise: undefined,
      ...changes,
    },
  });

const ask = (sku: string, query = '', headers: Record<string, string> = {}) =>
  api.call('GET', `/v1/availability/${encodeURIComponent(sku)}${query}`, { as: null, headers });

describe('a supply', () => {
  it('dates the promises of new checkouts, as far as it reaches', async () => {
    expect(await announce('s-1', supplyOf('CHAIR'))).toMatchObject({
      status: 200,
      body: { supply: { supplyId: 's-1', location: 'main', quantity: 2 }, moved: 0, broken: [] },
    });
    await place('S-1', 'CHAIR');
    expect((await place('S-2', 'CHAIR')).body.promise).toMatchObject({
      on: '2099-01-10',
      basis: 'supply s-1, expected on 2099-01-10: the factory',
    });
    expect((await place('S-3', 'CHAIR')).body.promise?.on ?? null).toBeNull();
    const own = { on: '2099-05-05', basis: 'our word' };
    expect((await place('S-4', 'CHAIR', { promise: own })).body.promise).toMatchObject(own);
  });

  it('that slips names whose promise breaks, as its preview did', async () => {
    await announce('s-2', supplyOf('DESK'));
    await place('D-1', 'DESK');
    const later = supplyOf('DESK', { expectedOn: '2099-02-01' });
    const path = '/v1/supplies/s-2/preview';
    const preview = await api.call('POST', path, { as: 'inventory', body: later });
    const silent = { silence: 'consents', cancelledAt: null, cancelledOn: null };
    const notice = { notice: 'first_within_30', ...silent };
    const broken = [
      { orderId: 'D-1', from: '2099-01-10', to: '2099-02-01', told: true, ...notice },
    ];
    const notices = { first_within_30: 1, first_beyond_30: 0, informs: 0, none: 0 };
    const whole = { told: 1, notices, cancels: [] };
    expect(preview).toMatchObject({ status: 200, body: { moved: 1, broken, ...whole } });
    expect(preview.body.broken[0].answerBy).toBe('2099-02-02T05:00:00.000Z');
    const changed = await announce('s-2', later);
    expect(changed.body).toMatchObject({ moved: 1, broken, ...whole, more: false });
    const again = await announce('s-2', later);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(again.body).toEqual(changed.body);
  });

  it('tells how far its newest change has come', async () => {
    await announce('s-5', supplyOf('LADDER', { quantity: 5 }));
    for (const id of ['L-1', 'L-2', 'L-3']) await place(id, 'LADDER');
    await announce('s-5', supplyOf('LADDER', { quantity: 5, expectedOn: '2099-02-01' }));
    const read = async () => {
      const answer = await api.call('GET', '/v1/supplies/s-5', { as: 'inventory' });
      expect(answer.status).toBe(200);
      return answer.body;
    };
    const begun = { walked: 3, waiting: 3, owed: 3, sent: 0, dropped: 0, done: false };
    expect(await read()).toMatchObject({
      ...{ supply: { supplyId: 's-5', expectedOn: '2099-02-01' }, moved: 3, told: 3 },
      ...{ notices: { first_within_30: 3 }, progress: begun },
    });
    const { sql } = api.db;
    const change = sql`promise_id = 'supply/s-5/2'`;
    await sql`update promises set accepted_at = now() where ${change} and order_id <> 'L-3'`;
    const decide = (orderId: string, decision: string) => sql`
      insert into messages (order_id, key, kind, class, decision, at)
      values (${orderId}, 'delay-notice:supply/s-5/2', 'delay-notice', 'service', ${decision}, now())`;
    await decide('L-1', 'sent');
    await decide('L-2', 'sending');
    expect((await read()).progress).toEqual({ ...begun, waiting: 1, sent: 1 });
    await sql`update messages set decision = 'failed' where order_id = 'L-2'`;
    await sql`
      update promises set withdrawn_at = now(), withdrawn_because = 'nothing_waits'
      where ${change} and order_id = 'L-3'`;
    const over = { walked: 3, waiting: 0, owed: 2, sent: 1, dropped: 1, done: true };
    expect((await read()).progress).toEqual(over);
    const others = await Promise.all(
      (['read', 'support'] as const).map((as) => api.call('GET', '/v1/supplies/s-5', { as })),
    );
    expect(others.map(({ status }) => status)).toEqual([200, 403]);
    expect((await api.call('GET', '/v1/supplies/none', { as: 'read' })).status).toBe(404);
  });

  it('can be withdrawn, once', async () => {
    await announce('s-3', supplyOf('SOFA'));
    await place('F-1', 'SOFA');
    const withdraw = (as: 'inventory' | 'read') => api.call('DELETE', '/v1/supplies/s-3', { as });
    expect((await withdraw('read')).status).toBe(403);
    const body = { withdraw: true };
    const preview = await api.call('POST', '/v1/supplies/s-3/preview', { as: 'inventory', body });
    const first = await withdraw('inventory');
    expect(first).toMatchObject({
      status: 200,
      body: {
        ...{ supply: { quantity: 0 }, broken: [{ orderId: 'F-1', to: null }] },
        cancels: [{ on: '2099-02-09', count: 1 }],
      },
    });
    expect(preview.body.broken).toEqual(first.body.broken);
    expect((await withdraw('inventory')).headers.get('Idempotent-Replayed')).toBe('true');
    expect((await api.call('DELETE', '/v1/supplies/none', { as: 'inventory' })).status).toBe(404);
  });

  it('says everything that is wrong with it', async () => {
    const { status, body } = await announce('s-4', { sku: 'X', quantity: 0, expectedOn: 5 });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/basis',
      '/expectedOn',
      '/quantity',
    ]);
  });
});

describe('an SKU', () => {
  it('shows stock, supply and the head of its queue with the dates they can ship', async () => {
    await announce('k-1', supplyOf('STOOL'));
    for (const id of ['K-1', 'K-2', 'K-3']) await place(id, 'STOOL');
    const { status, body } = await api.call('GET', '/v1/skus/STOOL', { as: 'read' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      sku: 'STOOL',
      location: null,
      onHand: 0,
      allocated: 0,
      waiting: 3,
    });
    expect(body.supplies).toMatchObject([{ supplyId: 'k-1', quantity: 2 }]);
    expect(body.queue).toMatchObject([
      { orderId: 'K-1', shipsOn: '2099-01-10' },
      { orderId: 'K-2', shipsOn: '2099-01-10' },
      { orderId: 'K-3', shipsOn: null },
    ]);
    const north = await api.call('GET', '/v1/skus/STOOL?location=north', { as: 'read' });
    expect(north.body).toMatchObject({ location: 'north', waiting: 0, supplies: [], queue: [] });
  });
});

describe('availability', () => {
  it('tells anyone what a new checkout would be promised', async () => {
    expect((await ask('BENCH')).body).toEqual({
      sku: 'BENCH',
      state: 'backorder',
      shipsOn: null,
      text: 'On backorder, no ship date yet',
    });
    await announce('b-1', supplyOf('BENCH'));
    expect((await ask('BENCH')).body).toMatchObject({
      state: 'backorder',
      shipsOn: '2099-01-10',
      text: 'On backorder, ships by Saturday, January 10, 2099',
    });
    expect((await ask('BENCH', '?quantity=3')).body).toMatchObject({ shipsOn: null });
    const body = { restockId: 'b-r', sku: 'BENCH', quantity: 5, supplyId: 'b-1' };
    await api.call('POST', '/v1/restocks', { as: 'inventory', body });
    expect((await ask('BENCH', '?quantity=5')).body).toMatchObject({ state: 'in_stock' });
    expect((await ask('BENCH', '?quantity=6')).body).toMatchObject({ state: 'backorder' });
    expect((await ask('BENCH', '?location=north')).body).toMatchObject({ state: 'backorder' });
    expect((await ask('BENCH', '?quantity=0')).status).toBe(422);
  });

  it('of every quantity comes from one look at the ledger', async () => {
    expect((await ask('PLANTER', '?quantity=1')).body).toMatchObject({ shipsOn: null });
    await api.db.sql`
      insert into supplies
        (supply_id, sku, location, quantity, remaining, expected_on, basis, body_hash)
      values ('pl-1', 'PLANTER', 'main', 5, 5, '2099-01-10', 'the factory', 'body')`;
    expect((await ask('PLANTER', '?quantity=2')).body).toMatchObject({ shipsOn: null });
    await expect
      .poll(async () => (await ask('PLANTER', '?quantity=3')).body.shipsOn)
      .toBe('2099-01-10');
  });

  it('can be cached, and is asked again at no cost', async () => {
    const first = await ask('SHELF');
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(first.headers.get('Cache-Control')).toContain('max-age=');
    const etag = first.headers.get('ETag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask('SHELF', '', { 'If-None-Match': tag });
      expect(again).toMatchObject({ status: 304, body: '' });
      expect(again.headers.get('ETag')).toBe(etag);
    }
    await announce('sh-1', supplyOf('SHELF'));
    expect((await ask('SHELF', '', { 'If-None-Match': etag })).status).toBe(200);
  });
});

describe('a backorder limit', () => {
  it('refuses what is over it, and names what is left', async () => {
    const product = { title: 'Vase', backorderLimit: 3 };
    await api.call('PUT', '/v1/products/VASE', { as: 'inventory', body: product });
    expect((await ask('VASE')).body).toMatchObject({ state: 'backorder', limitLeft: 3 });
    await place('V-1', 'VASE');
    const full = { state: 'out_of_stock', shipsOn: null, limitLeft: 2 };
    await expect.poll(async () => (await ask('VASE', '?quantity=3')).body).toMatchObject(full);
    const lines = [
      { sku: 'BOWL', quantity: 1, unitPrice: usd(100) },
      { sku: 'VASE', quantity: 3, unitPrice: usd(100) },
    ];
    expect(await place('V-2', 'VASE', { lines })).toMatchObject({
      status: 409,
      body: {
        code: 'backorder_limit',
        available: 2,
        errors: [{ pointer: '/lines/1/quantity', detail: '2 left of VASE' }],
      },
    });
    expect((await api.call('GET', '/v1/backorders/V-2', { as: 'read' })).status).toBe(404);
  });
});
