import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../../support/lives/story.ts';
import { startTestApp } from '../test-app.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  shop = await startTestApp();
  await put('/v1/products/LAMP', { title: 'Lamp </script>', url: 'https://shop.example/lamp' });
  await put('/v1/products/RUG', { title: 'Rug', backorderLimit: 0 });
  await put('/v1/supplies/PO-1', {
    ...{ sku: 'LAMP', quantity: 5, expectedOn: arrivesOn, basis: 'the factory' },
  });
  await shop.call('POST', '/v1/restocks', { body: { restockId: 'R-1', sku: 'BED', quantity: 2 } });
});
afterAll(() => shop.close());

const arrivesOn = inDays(40);

const put = async (path: string, body: object) =>
  expect((await shop.call('PUT', path, { body })).status).toBeLessThan(300);

const ask = (path: string, headers: Record<string, string> = {}) =>
  shop.call('GET', path, { as: null, headers });

const many = (query: string, headers = {}) => ask(`/v1/availability?${query}`, headers);

/** An answer but for the id of its request. */
const shown = ({ status, headers, body }: Awaited<ReturnType<typeof ask>>) => {
  const { 'x-request-id': _, ...rest } = Object.fromEntries(headers);
  return { status, rest, body };
};

describe('a question about many SKUs', () => {
  it('is answered as a question about each, in its order, twice where it is named twice', async () => {
    const skus = ['LAMP', 'BED', 'NOBODY', 'RUG', 'LAMP'];
    const { status, body } = await many(skus.map((sku) => `sku=${sku}`).join('&'));
    expect(status).toBe(200);
    const each = await Promise.all(skus.map((sku) => ask(`/v1/availability/${sku}`)));
    expect(body).toEqual({ data: each.map((one) => one.body) });
    expect(body.data).toMatchObject([
      { sku: 'LAMP', state: 'backorder', shipsOn: arrivesOn },
      { sku: 'BED', state: 'in_stock' },
      { sku: 'NOBODY', state: 'backorder', shipsOn: null },
      { sku: 'RUG', state: 'out_of_stock', limitLeft: 0 },
      { sku: 'LAMP' },
    ]);
  });

  it('takes one SKU, and as many as fifty', async () => {
    expect((await many('sku=LAMP')).body.data).toHaveLength(1);
    const fifty = Array.from({ length: 50 }, (_, index) => `sku=S-${index}`);
    expect((await many(fifty.join('&'))).body.data).toHaveLength(50);
    const { status, body } = await many([...fifty, 'sku=ONE-MORE'].join('&'));
    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: '/sku', detail: 'Expected 50 SKUs at most', in: 'query' }],
    ]);
  });

  it.each([
    ['', ['/sku']],
    ['sku=', ['/sku/0']],
    [
      'sku=A&sku=%20B&quantity=0&locale=en_US&location=~',
      [...['/location', '/quantity', '/locale', '/sku/1']],
    ],
    ['sku=A&locale=de&locale=fr', ['/locale']],
  ])('is refused with all that is wrong with it: %s', async (query, pointers) => {
    const { status, body, headers } = await many(query);
    expect([status, body.code]).toEqual([422, 'invalid_request']);
    const told = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(told.sort()).toEqual([...pointers].sort());
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('asks for the quantity, the location and the language of all of them', async () => {
    const { body } = await many('sku=BED&sku=LAMP&quantity=3&location=main&locale=de');
    expect(body.data).toMatchObject([
      { sku: 'BED', state: 'backorder', text: 'Bestellbar, noch kein Versandtermin' },
      { sku: 'LAMP', shipsOn: arrivesOn, text: expect.stringMatching(/^Bestellbar, Versand bis /) },
    ]);
  });

  it('is answered again as the first time, and 304 to a cache that has the answer', async () => {
    const first = await many('sku=LAMP&sku=BED');
    expect(shown(await many('sku=LAMP&sku=BED'))).toEqual(shown(first));
    expect(first.headers.get('Cache-Control')).toContain('public');
    const known = { 'If-None-Match': first.headers.get('ETag') ?? '' };
    const again = await many('sku=LAMP&sku=BED', known);
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('is answered at once with what this process has changed', async () => {
    await many('sku=CHAIR&sku=BED');
    const body = { restockId: 'R-2', sku: 'CHAIR', quantity: 1 };
    await shop.call('POST', '/v1/restocks', { body });
    expect((await many('sku=CHAIR&sku=BED')).body.data[0]).toMatchObject({ sku: 'CHAIR' });
    await expect
      .poll(async () => (await many('sku=CHAIR&sku=BED')).body.data[0].state)
      .toBe('in_stock');
  });
});

describe('the language of an answer', () => {
  it.each([
    ['', 'en'],
    ['?locale=de', 'de'],
    ['?locale=DE-at', 'de-AT'],
    ['?locale=fr-CA', 'fr-CA'],
    ['?locale=pl', 'en'],
  ])('is that of %s: %s, whatever the browser prefers', async (query, language) => {
    const { headers, body } = await ask(`/v1/availability/NOBODY${query}`, {
      'Accept-Language': 'es',
    });
    expect(headers.get('Content-Language')).toBe(language);
    expect(headers.get('Vary')).toBeNull();
    expect(body.text).not.toContain('Bajo');
  });
});

describe('structured data', () => {
  it('has the date of availability, and may stand in a script element', async () => {
    const { status, headers, body } = await ask('/v1/structured-data/LAMP');
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('application/ld+json');
    expect(headers.get('Cache-Control')).toContain('public');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(body).toMatchObject({
      name: 'Lamp </script>',
      offers: {
        availability: 'https://schema.org/BackOrder',
        availabilityStarts: `${arrivesOn}T00:00:00+00:00`,
      },
    });
    const raw = await (await shop.app.request('/v1/structured-data/LAMP')).text();
    expect(raw).not.toContain('<');
    const known = { 'If-None-Match': headers.get('ETag') ?? '' };
    expect((await ask('/v1/structured-data/LAMP', known)).status).toBe(304);
  });

  it('is out of stock without a date, and over a limit', async () => {
    for (const sku of ['NOBODY', 'RUG']) {
      const { body } = await ask(`/v1/structured-data/${sku}`);
      expect(body.offers, sku).toEqual({
        '@type': 'Offer',
        availability: 'https://schema.org/OutOfStock',
      });
    }
  });

  it('shows a new title at once', async () => {
    await put('/v1/products/SHADE', { title: 'Shade' });
    expect((await ask('/v1/structured-data/SHADE')).body.name).toBe('Shade');
    await put('/v1/products/SHADE', { title: 'Linen shade' });
    expect((await ask('/v1/structured-data/SHADE')).body.name).toBe('Linen shade');
  });
});

describe('the feed', () => {
  it('lists every SKU that has a product, by what availability says', async () => {
    const { status, headers, body } = await ask('/feeds/availability.tsv');
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('text/tab-separated-values; charset=utf-8');
    expect(headers.get('Cache-Control')).toBe('public, max-age=60');
    const rows = body.trimEnd().split('\n');
    expect(rows.slice(0, 3)).toEqual([
      'id\tavailability\tavailability_date',
      `LAMP\tbackorder\t${arrivesOn}T00:00+0000`,
      'RUG\tout_of_stock\t',
    ]);
    expect(body).not.toContain('BED');
    const known = { 'If-None-Match': headers.get('ETag') ?? '' };
    expect((await ask('/feeds/availability.tsv', known)).status).toBe(304);
  });
});

describe('the widget', () => {
  it('is a small script that any page may load, classic or module', async () => {
    const { status, headers, body } = await ask('/widget.js');
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(gzipSync(body).length).toBeLessThan(5 * 1024);
    const known = { 'If-None-Match': headers.get('ETag') ?? '' };
    expect((await ask('/widget.js', known)).status).toBe(304);
  });

  it('runs code that it was not sent with nowhere, and writes no HTML', async () => {
    const { body } = await ask('/widget.js');
    expect(body).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|\beval\b|Function\(|\.style\b/,
    );
    expect(body).toContain('"http://meanwhile.test"');
  });
});

describe('an SKU with a slash, a quote and letters of all the world', () => {
  const sku = 'Lámpara/50% "日本" #1?';
  const path = encodeURIComponent(sku);

  it('is the same in every answer', async () => {
    await put(`/v1/products/${path}`, { title: 'Lámpara' });
    expect((await ask(`/v1/availability/${path}`)).body).toMatchObject({ sku });
    expect((await many(`sku=${path}`)).body.data).toMatchObject([{ sku }]);
    expect((await ask(`/v1/structured-data/${path}`)).body).toMatchObject({ sku, name: 'Lámpara' });
    await expect
      .poll(async () => (await shop.app.request('/feeds/availability.tsv')).text())
      .toContain(`"${sku.replaceAll('"', '""')}"\tout_of_stock\t\n`);
  });
});
