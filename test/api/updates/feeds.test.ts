import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../api/config.ts';
import { putProduct } from '../../../db/storefront/products.ts';
import { checkoutBody, usd } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';
import { publishAll } from './publication.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  const { shop } = parseConfig({ SHOP_NAME: 'Lamps & <Co>' });
  api = await startTestApp({ shop });
});
beforeEach(async () => {
  await api.db.sql`truncate updates, update_posts, products`;
});
afterAll(() => api.close());

let count = 0;

const announce = (supplyId: string, change: object) =>
  api.call('PUT', `/v1/supplies/${supplyId}`, {
    as: 'inventory',
    body: { sku: 'LAMP', quantity: 2, expectedOn: '2099-01-10', basis: 'Acme & Sons', ...change },
  });

const restock = (change: object) =>
  api.call('POST', '/v1/restocks', {
    as: 'inventory',
    body: { restockId: `r-${++count}`, sku: 'LAMP', quantity: 1, share: true, ...change },
  });

const order = (sku: string) =>
  api.call('POST', '/v1/backorders', {
    body: {
      ...checkoutBody({
        orderId: `F-${++count}`,
        lines: [{ sku, quantity: 1, unitPrice: usd(1) }],
      }),
      promise: undefined,
    },
  });

const product = (title: string, url: string | null = null) =>
  putProduct(api.db.sql, {
    product: {
      ...{ sku: 'LAMP', title, url, imageUrl: null, highlights: [], related: [] },
      ...{ backorderLimit: null, handlingDays: 0 },
    },
    bodyHash: `${title} ${url}`,
  });

const get = (path: string, headers = {}) => api.call('GET', path, { as: null, headers });

const readJson = async (query = '') => {
  const { status, body } = await get(`/feeds/updates.json${query}`);
  expect(status).toBe(200);
  return body;
};

const texts = async (query = ''): Promise<string[]> =>
  (await readJson(query)).items.map(
    (item: { title: string; content_text: string }) => `${item.title} | ${item.content_text}`,
  );

type Node = Record<string, unknown>;

/** Throws on what is no XML; text is as it was written. */
const readAtom = async (query = ''): Promise<{ feed: Node; entries: Node[] }> => {
  const { status, body } = await get(`/feeds/updates.atom${query}`);
  expect(status).toBe(200);
  expect(XMLValidator.validate(body)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' });
  const { feed } = parser.parse(body);
  return { feed, entries: feed.entry ?? [] };
};

const textOf = (node: unknown): string => String((node as Node)['#text'] ?? node);

describe('what is said', () => {
  it('tells of an SKU on backorder with the date of the product page, and no more', async () => {
    await announce('s-1', { supplyId: undefined });
    await order('LAMP');
    await publishAll(api.db);
    expect(await texts()).toEqual([
      'LAMP: on backorder | You can order it now, and it ships by Saturday, January 10, 2099.',
    ]);
    const { body } = await get('/v1/availability/LAMP');
    expect(body.shipsOn).toBe('2099-01-10');
    expect(JSON.stringify(await readJson())).not.toMatch(/Acme|s-1|ada/i);
  });

  it('tells of dates that move and of what arrives only what is shared, with its note', async () => {
    await announce('s-2', { expectedOn: '2099-03-01', note: 'a secret' });
    await announce('s-2', { expectedOn: '2099-03-02', note: 'still secret' });
    await restock({ share: false, note: 'hush' });
    await publishAll(api.db);
    expect(await texts()).toEqual([]);
    await announce('s-2', { expectedOn: '2099-04-01', share: true, note: 'Storms at sea' });
    await restock({ note: 'All here', receivedAt: '2026-11-23T10:00:00Z' });
    await publishAll(api.db);
    const told = (await texts()).toSorted();
    expect(told).toEqual([
      'LAMP: a delivery has arrived | It came in on Monday, November 23, 2026.\n\nAll here',
      'LAMP: a new date | Orders that wait for this delivery now ship by Wednesday, April 1, 2099. Until now the date was Monday, March 2, 2099.\n\nStorms at sea',
    ]);
  });

  it('answers share and note, and takes them as part of the body', async () => {
    const words = { share: true, note: 'Storms' };
    expect((await announce('s-3', words)).body.supply).toMatchObject(words);
    expect((await announce('s-3', words)).headers.get('Idempotent-Replayed')).toBe('true');
    const body = { restockId: 'r-same', sku: 'LAMP', quantity: 1, ...words };
    const post = (change = {}) =>
      api.call('POST', '/v1/restocks', { as: 'inventory', body: { ...body, ...change } });
    expect(await post()).toMatchObject({ status: 201, body: words });
    expect(await post()).toMatchObject({ status: 200, body: words });
    expect(await post({ note: 'Others' })).toMatchObject({ status: 409 });
  });

  it('refuses notes that are too long, show nothing, or hold control characters', async () => {
    for (const note of ['x'.repeat(301), ' ', 'a\u0007b', 'a\nb', '\ud800']) {
      expect((await announce('s-4', { share: true, note })).status).toBe(422);
      expect((await restock({ note })).status).toBe(422);
    }
  });

  it('ignores them in previews', async () => {
    const shared = { sku: 'LAMP', quantity: 2, share: true, note: 'Storms' };
    const call = (path: string, body: object) => api.call('POST', path, { as: 'inventory', body });
    expect((await call('/v1/restocks/preview', shared)).status).toBe(200);
    const change = { ...shared, expectedOn: '2099-05-01', basis: 'x' };
    expect((await call('/v1/supplies/s-5/preview', change)).status).toBe(200);
    await publishAll(api.db);
    expect(await texts()).toEqual([]);
  });
});

describe('the feeds', () => {
  const hostile = '<b>"Lamp"</b> & ]]> \u202e evil';

  it('are Atom with all that RFC 4287 wants, whatever a title or a note holds', async () => {
    await product(hostile, 'https://shop.example/lamp?a=1&b="<');
    await announce('s-6', { share: true, note: `<script>alert(1)</script> ]]> & \uffff` });
    await publishAll(api.db);
    const { feed, entries } = await readAtom();
    expect(feed).toMatchObject({ '@_xmlns': 'http://www.w3.org/2005/Atom', '@_xml:lang': 'en' });
    for (const name of ['id', 'title', 'updated', 'author']) expect(feed[name]).toBeTruthy();
    expect(feed.title).toBe('Stock updates · Lamps & <Co>');
    expect(feed.author).toMatchObject({ name: 'Lamps & <Co>' });
    expect(feed.link).toContainEqual({
      '@_rel': 'self',
      '@_href': 'http://meanwhile.test/feeds/updates.atom',
    });
    const [entry = {}] = entries;
    expect(entry.id).toMatch(/^tag:meanwhile\.test,\d{4}-\d\d-\d\d:updates\/[\da-f-]{36}$/);
    expect(Date.parse(String(entry.updated))).toBeGreaterThan(0);
    // Both are HTML, in which nothing of what was written is markup.
    expect(textOf(entry.title)).toContain('&#60;b&#62;&#34;Lamp&#34;&#60;/b&#62; &#38; ]]&#62;');
    expect(textOf(entry.content)).toContain('<p>&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(textOf(entry.content).replace(/<\/?p>/g, '')).not.toContain('<');
    expect(entries).toHaveLength(1);
  });

  it('are JSON Feed 1.1', async () => {
    await product('Brass lamp', 'https://shop.example/lamp');
    await announce('s-7', { share: true, note: 'Soon & <i>surely</i>' });
    await publishAll(api.db);
    const feed = await readJson();
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Stock updates · Lamps & <Co>',
      home_page_url: 'http://meanwhile.test/updates',
      feed_url: 'http://meanwhile.test/feeds/updates.json',
      authors: [{ name: 'Lamps & <Co>' }],
      language: 'en',
    });
    expect(feed).not.toHaveProperty('author');
    const [item] = feed.items;
    expect(item).toMatchObject({
      url: 'https://shop.example/lamp',
      title: 'Brass lamp: there is a date',
      content_text:
        'Orders that wait for this delivery ship by Saturday, January 10, 2099.\n\nSoon & <i>surely</i>',
    });
    expect(typeof item.id).toBe('string');
    expect(item).not.toHaveProperty('content_html');
    for (const name of ['date_published', 'date_modified']) {
      expect(new Date(item[name]).toISOString()).toBe(item[name]);
    }
    const atom = await readAtom();
    expect(atom.entries.map(({ id }) => id)).toEqual([item.id]);
  });

  it('are whole when there is nothing to tell', async () => {
    expect((await readAtom()).entries).toEqual([]);
    expect((await readJson()).items).toEqual([]);
    expect((await get('/updates')).body).toContain('There are no updates yet.');
  });

  it('are of one SKU, and of the newest fifty', async () => {
    for (let index = 0; index < 52; index++) await restock({ sku: `S-${index}` });
    await publishAll(api.db);
    const { items } = await readJson();
    expect(items).toHaveLength(50);
    expect(items[0].title).toContain('S-51');
    const one = await readJson('?sku=S-0');
    expect(one.items).toMatchObject([{ title: 'S-0: a delivery has arrived' }]);
    expect(one.feed_url).toBe('http://meanwhile.test/feeds/updates.json?sku=S-0');
    expect((await readAtom('?sku=S-0')).entries).toHaveLength(1);
    expect((await get('/feeds/updates.json?sku=')).status).toBe(422);
    expect((await get('/feeds/updates.json?other=1')).status).toBe(422);
  });

  it('may be read by any site and kept by caches, which know them again', async () => {
    await restock({});
    await publishAll(api.db);
    for (const [file, type] of [
      ['atom', 'application/atom+xml; charset=utf-8'],
      ['json', 'application/feed+json'],
    ]) {
      const first = await get(`/feeds/updates.${file}`);
      expect(first.headers.get('Content-Type')).toBe(type);
      expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(first.headers.get('Cache-Control')).toContain('public');
      const tag = first.headers.get('ETag') ?? '';
      expect(tag).not.toBe('');
      const again = await get(`/feeds/updates.${file}`, { 'If-None-Match': tag });
      expect(again.status).toBe(304);
      expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*');
      await restock({});
      await publishAll(api.db);
      expect((await get(`/feeds/updates.${file}`, { 'If-None-Match': tag })).status).toBe(200);
    }
  });

  it('have a page, and one of each update, on which nothing written is markup', async () => {
    await product('<b>Lamp</b>', 'https://shop.example/lamp');
    await restock({ note: '<script>alert(1)</script>' });
    await publishAll(api.db);
    const { body } = await get('/updates');
    expect(body).toContain('&lt;b&gt;Lamp&lt;/b&gt;: a delivery has arrived');
    expect(body).not.toContain('<script');
    const [id] = /[\da-f]{8}-[\da-f-]{27}/.exec(body) ?? [];
    expect((await get(`/updates/${id}`)).body).toContain('&lt;b&gt;Lamp');
    expect((await get(`/updates/${crypto.randomUUID()}`)).status).toBe(404);
    expect((await get('/updates/none')).status).toBe(404);
    // What others add to a link that is passed on.
    expect((await get('/updates?sku=LAMP&utm_source=mail')).body).toContain('&lt;b&gt;Lamp');
    expect((await get('/updates?sku=')).status).toBe(404);
  });
});
