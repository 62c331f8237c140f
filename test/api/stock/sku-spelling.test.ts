import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutBody, usd } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const line = (sku: string) => ({ sku, quantity: 1, unitPrice: usd(100) });

/** Every way in which a SKU reaches us in a body. */
const bodies: [string, string, (sku: string) => object][] = [
  ['POST', '/v1/backorders', (sku) => checkoutBody({ lines: [line('LAMP'), line(sku)] })],
  ['POST', '/v1/restocks', (sku) => ({ restockId: 'r-1', sku, quantity: 1 })],
  ['POST', '/v1/restocks/preview', (sku) => ({ sku, quantity: 1 })],
  ['POST', '/v1/adjustments', (sku) => ({ adjustmentId: 'a-1', sku, delta: 1, reason: 'found' })],
  [
    'PUT',
    '/v1/supplies/PO-1',
    (sku) => ({ sku, quantity: 1, expectedOn: null, basis: 'the supplier' }),
  ],
  [
    'POST',
    '/v1/supplies/PO-1/preview',
    (sku) => ({ sku, quantity: 1, expectedOn: null, basis: 'the supplier' }),
  ],
];

/** Every path and query that names one. */
const addresses: [string, string, object | undefined][] = [
  ['PUT', '/v1/stock/SKU', { countId: 'c-1', onHand: 1, countedAt: '2026-11-23T10:00:00Z' }],
  ['PUT', '/v1/products/SKU', { title: 'Brass lamp' }],
  ['GET', '/v1/skus/SKU', undefined],
  ['GET', '/v1/availability/SKU', undefined],
  ['GET', '/v1/backorders?sku=SKU', undefined],
  ['GET', '/v1/demand?sku=SKU', undefined],
  ['GET', '/v1/demand?format=csv&sku=SKU', undefined],
];

const odd = [
  ['a blank at its end', 'LAMP '],
  ['a blank before it', ' LAMP'],
  ['a no-break space at its end', 'LAMP\u00a0'],
  ['nothing but a blank', ' '],
  ['an accent apart from its letter', 'CAFE\u0301'],
] as const;

describe.each(odd)('a SKU with %s', (_name, sku) => {
  it.each(bodies)('is refused by %s %s, and makes no second shelf', async (method, path, body) => {
    const answer = await api.call(method, path, { body: body(sku) });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      { pointer: expect.stringMatching(/(^|\/)sku$/), detail: expect.stringContaining('NFC') },
    ]);
  });

  it.each(addresses)('is refused by %s %s', async (method, path, body) => {
    const address = path.replace('SKU', encodeURIComponent(sku));
    const answer = await api.call(method, address, { body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      { pointer: '/sku', detail: expect.stringContaining('NFC'), in: expect.any(String) },
    ]);
  });
});

describe('a SKU', () => {
  it('may have blanks between its words', async () => {
    const body = { restockId: 'r-inner', sku: 'LAMP  BRASS', quantity: 1 };
    expect((await api.call('POST', '/v1/restocks', { body })).status).toBe(201);
    const { status, body: shelf } = await api.call('GET', '/v1/skus/LAMP%20%20BRASS');
    expect(status).toBe(200);
    expect(shelf.onHand).toBe(1);
  });

  it('that nothing can have is still a 404 in a path', async () => {
    expect((await api.call('GET', '/v1/skus/LAMP%07')).status).toBe(404);
  });
});
