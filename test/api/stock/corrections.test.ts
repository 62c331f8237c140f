import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutBody, usd } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const post = (path: string, body: object, as: 'inventory' | 'support' = 'inventory') =>
  api.call('POST', path, { as, body });

const place = (orderId: string, sku: string, quantity = 1) =>
  api.call('POST', '/v1/backorders', {
    body: checkoutBody({ orderId, lines: [{ sku, quantity, unitPrice: usd(100) }] }),
  });

const restock = (sku: string, quantity: number) =>
  post('/v1/restocks', { restockId: `r-${sku}-${quantity}`, sku, quantity });

const linesOf = async (orderId: string) =>
  (await api.call('GET', `/v1/backorders/${orderId}`, { as: 'read' })).body.lines;

describe('an adjustment', () => {
  it('takes units back from the end of the queue, and says from whom', async () => {
    await place('A-1', 'CHAIR');
    await place('A-2', 'CHAIR');
    await restock('CHAIR', 2);
    const body = { adjustmentId: 'a-1', sku: 'CHAIR', delta: -1, reason: 'damaged' };
    const answer = {
      adjustmentId: 'a-1',
      allocated: 0,
      revoked: [{ orderId: 'A-2', lineId: '1', quantity: 1 }],
      left: 0,
    };
    expect(await post('/v1/adjustments', body)).toMatchObject({ status: 201, body: answer });
    const again = await post('/v1/adjustments', body);
    expect(again).toMatchObject({ status: 200, body: answer });
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(await linesOf('A-2')).toMatchObject([{ waiting: 1, allocated: 0 }]);
    expect(await post('/v1/adjustments', { ...body, delta: -2 })).toMatchObject({
      status: 409,
      body: { code: 'id_reused' },
    });
  });

  it('gives found units to those who wait', async () => {
    await place('A-3', 'STOOL');
    const body = { adjustmentId: 'a-3', sku: 'STOOL', delta: 3, reason: 'found' };
    expect(await post('/v1/adjustments', body)).toMatchObject({
      status: 201,
      body: { allocated: 1, revoked: [], left: 2 },
    });
  });

  it('of more than is on hand is refused', async () => {
    await restock('BENCH', 2);
    const body = { adjustmentId: 'a-4', sku: 'BENCH', delta: -3, reason: 'sold' };
    expect(await post('/v1/adjustments', body)).toMatchObject({
      status: 409,
      body: { code: 'more_than_on_hand', detail: 'Only 2 are on hand.' },
    });
  });

  it('of nothing, or for no reason that is known, is invalid', async () => {
    const body = { adjustmentId: 'a-5', sku: 'BENCH', delta: 0, reason: 'whim' };
    const { status, body: problem } = await post('/v1/adjustments', body);
    expect(status).toBe(422);
    expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/delta',
      '/reason',
    ]);
  });
});

describe('a stock count', () => {
  const put = (sku: string, body: object) =>
    api.call('PUT', `/v1/stock/${sku}`, { as: 'inventory', body });

  it('is a receipt or a correction, whichever the books need', async () => {
    await place('C-1', 'LAMP');
    const countedAt = new Date().toISOString();
    expect(await put('LAMP', { countId: 'c-1', onHand: 3, countedAt })).toMatchObject({
      status: 200,
      body: { countId: 'c-1', difference: 3, allocated: 1, left: 2, revoked: [], more: false },
    });
    const later = new Date().toISOString();
    expect(await put('LAMP', { countId: 'c-2', onHand: 0, countedAt: later })).toMatchObject({
      status: 200,
      body: { difference: -3, left: 0, revoked: [{ orderId: 'C-1', quantity: 1 }] },
    });
  });

  it('that is older than the last one is refused', async () => {
    const countedAt = '2026-11-01T10:00:00Z';
    await put('RUG', { countId: 'c-3', onHand: 3, countedAt });
    const older = { countId: 'c-4', onHand: 9, countedAt: '2026-11-01T09:00:00Z' };
    expect(await put('RUG', older)).toMatchObject({
      status: 409,
      body: { code: 'count_superseded' },
    });
    const again = await put('RUG', { countId: 'c-3', onHand: 3, countedAt });
    expect(again).toMatchObject({ status: 200, body: { difference: 3 } });
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
  });
});

describe('a preview of a restock', () => {
  it('says who would be filled and changes nothing', async () => {
    await place('P-1', 'VASE', 2);
    await place('P-2', 'VASE', 5);
    const body = { sku: 'VASE', quantity: 3 };
    const answer = {
      allocated: 2,
      left: 1,
      filled: [{ orderId: 'P-1', lineId: '1', quantity: 2 }],
      skipped: [{ orderId: 'P-2', reason: 'needs_more_units' }],
      more: false,
    };
    expect(await post('/v1/restocks/preview', body)).toMatchObject({ status: 200, body: answer });
    expect(await linesOf('P-1')).toMatchObject([{ waiting: 2, allocated: 0 }]);
    expect((await restock('VASE', 3)).body).toMatchObject(answer);
  });
});

describe('an operator', () => {
  const act = (orderId: string, name: string, body: object, headers = {}) =>
    api.call('POST', `/v1/backorders/${orderId}/${name}`, { as: 'support', body, headers });

  const told = async (orderId: string, type: string) => {
    const { body } = await api.call('GET', `/v1/backorders/${orderId}/timeline`, { as: 'read' });
    return body.data.find((entry: { type: string }) => entry.type === type);
  };

  it('moves an order in the queue while Temporal is away, on record', async () => {
    await place('O-1', 'DESK');
    await place('O-2', 'DESK');
    const body = { priority: 7, reason: 'a promise by phone' };
    expect(await act('O-2', 'priority', body)).toMatchObject({
      status: 200,
      body: { orderId: 'O-2', priority: 7 },
    });
    expect((await restock('DESK', 1)).body.filled).toMatchObject([{ orderId: 'O-2' }]);
    expect(await told('O-2', 'PriorityChanged')).toMatchObject({
      detail: { from: 0, to: 7, by: 'support', reason: 'a promise by phone' },
    });
  });

  it('lets an order keep what arrives, and takes that back', async () => {
    await place('O-3', 'SOFA', 3);
    await place('O-4', 'SOFA', 1);
    await act('O-3', 'accumulate', { on: true, reason: 'large' });
    await restock('SOFA', 1);
    expect(await linesOf('O-3')).toMatchObject([{ waiting: 2, allocated: 1 }]);
    expect((await act('O-3', 'accumulate', { on: false, reason: 'not now' })).status).toBe(200);
    expect(await linesOf('O-4')).toMatchObject([{ waiting: 0, allocated: 1 }]);
  });

  it('gives units of one order to another, once', async () => {
    for (const orderId of ['O-5', 'O-6']) await place(orderId, 'BED');
    await restock('BED', 1);
    const body = { to: 'O-6', lines: [{ id: '1', quantity: 1 }], reason: 'a wedding' };
    const headers = { 'Idempotency-Key': 'once' };
    expect((await act('O-5', 'reassign', body, headers)).status).toBe(200);
    expect((await act('O-5', 'reassign', body, headers)).status).toBe(200);
    expect(await linesOf('O-6')).toMatchObject([{ waiting: 0, allocated: 1 }]);
    expect(await told('O-6', 'UnitsReassigned')).toMatchObject({
      detail: { from: 'O-5', by: 'support', reason: 'a wedding' },
    });
    expect(await act('O-5', 'reassign', body)).toMatchObject({
      status: 409,
      body: { code: 'not_set_aside' },
    });
    expect(await act('O-5', 'reassign', { ...body, to: 'O-5' })).toMatchObject({ status: 422 });
    expect(await act('O-5', 'reassign', { ...body, to: 'nobody' })).toMatchObject({ status: 404 });
  });
});

describe('a preview', () => {
  it('of an adjustment names whose units it would take, and takes none', async () => {
    await place('PV-1', 'COUCH');
    await place('PV-2', 'COUCH');
    await restock('COUCH', 3);
    const body = { sku: 'COUCH', delta: -2 };
    expect(await post('/v1/adjustments/preview', body)).toMatchObject({
      status: 200,
      body: { allocated: 0, revoked: [{ orderId: 'PV-2', lineId: '1', quantity: 1 }], left: 0 },
    });
    expect(await linesOf('PV-2')).toMatchObject([{ waiting: 0, allocated: 1 }]);
    const known = await api.db.sql`
      select adjustment_id from adjustments where sku = 'COUCH'`;
    expect([...known]).toEqual([]);
    expect(await post('/v1/adjustments/preview', { sku: 'COUCH', delta: -4 })).toMatchObject({
      status: 409,
      body: { code: 'more_than_on_hand' },
    });
  });

  it('of a count says what it would change, and for whom', async () => {
    await place('PV-3', 'LAMP/2', 2);
    const path = `/v1/stock/${encodeURIComponent('LAMP/2')}/preview`;
    expect(await post(path, { onHand: 5 })).toMatchObject({
      status: 200,
      body: {
        difference: 5,
        allocated: 2,
        left: 3,
        filled: [{ orderId: 'PV-3', lineId: '1', quantity: 2 }],
        revoked: [],
      },
    });
    expect(await linesOf('PV-3')).toMatchObject([{ waiting: 2, allocated: 0 }]);
  });

  it('is for those who may correct', async () => {
    const body = { sku: 'COUCH', delta: -1 };
    expect((await post('/v1/adjustments/preview', body, 'support')).status).toBe(403);
    expect((await post('/v1/stock/COUCH/preview', { onHand: 1 }, 'support')).status).toBe(403);
  });
});
