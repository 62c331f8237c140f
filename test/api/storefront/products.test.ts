import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const put = (sku: string, body: object, headers: Record<string, string> = {}) =>
  api.call('PUT', `/v1/products/${encodeURIComponent(sku)}`, { as: 'inventory', body, headers });

const read = (sku: string, as: 'read' | null = 'read') =>
  api.call('GET', `/v1/products/${encodeURIComponent(sku)}`, { as });

const tagOf = ({ headers }: { headers: Headers }) => headers.get('ETag') ?? '';

describe('a product', () => {
  it('is read as it was put, under a tag that names its version', async () => {
    const written = await put('A/B 1', { title: 'Lamp', highlights: ['Brass'], backorderLimit: 3 });
    const found = await read('A/B 1');
    expect(found).toMatchObject({
      status: 200,
      body: { sku: 'A/B 1', title: 'Lamp', highlights: ['Brass'], backorderLimit: 3 },
    });
    expect(found.body).not.toHaveProperty('bodyHash');
    expect(tagOf(found)).toBe(tagOf(written));
    expect((await read('NOBODY')).status).toBe(404);
    expect((await read('A/B 1', null)).status).toBe(401);
  });

  it('is replaced under the tag that was read, and by nobody who read another', async () => {
    await put('RUG', { title: 'Rug' });
    const tag = tagOf(await read('RUG'));
    const first = await put('RUG', { title: 'Red rug' }, { 'If-Match': tag });
    expect(first).toMatchObject({ status: 200, body: { title: 'Red rug' } });
    const late = await put('RUG', { title: 'Blue rug' }, { 'If-Match': tag });
    expect(late).toMatchObject({ status: 412, body: { code: 'changed_meanwhile' } });
    expect((await read('RUG')).body.title).toBe('Red rug');
  });

  it('answers a repeated request as the first, although its tag is old by then', async () => {
    await put('BED', { title: 'Bed' });
    const ifRead = { 'If-Match': tagOf(await read('BED')) };
    await put('BED', { title: 'Oak bed' }, ifRead);
    const again = await put('BED', { title: 'Oak bed' }, ifRead);
    expect(again.status).toBe(200);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
  });

  it('is only added where nobody described it, if that is what is asked', async () => {
    const ifNew = { 'If-None-Match': '*' };
    expect((await put('NEW', { title: 'New' }, ifNew)).status).toBe(200);
    expect((await put('NEW', { title: 'Newer' }, ifNew)).status).toBe(412);
    expect((await put('GONE', { title: 'Gone' }, { 'If-Match': '"abc"' })).status).toBe(412);
    expect((await read('GONE')).status).toBe(404);
  });

  it('lets just one of two who replace the same version at once', async () => {
    await put('DUO', { title: 'Duo' });
    const ifRead = { 'If-Match': tagOf(await read('DUO')) };
    const both = await Promise.all(['One', 'Two'].map((title) => put('DUO', { title }, ifRead)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('says of a story what is wrong with it, and not that it is no text', async () => {
    const story = { title: 'Headline', text: 'x'.repeat(1_001), url: 'javascript:alert(1)' };
    const { status, body } = await put('DUO', { title: 'Duo', highlights: ['Fine', story] });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/highlights/1/text',
      '/highlights/1/url',
    ]);
  });

  it('refuses a tag that no answer gave', async () => {
    const { status, body } = await put('DUO', { title: 'Duo' }, { 'If-Match': 'yesterday' });
    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: '/if-match', detail: 'Expected the ETag of an answer' }],
    ]);
  });
});
