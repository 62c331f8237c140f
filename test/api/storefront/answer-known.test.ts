import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp } from '../test-app.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  shop.call('GET', `/v1/availability/${path}`, { as: null, headers });

/** What is the same in two answers of one question. */
const shown = ({ status, headers, body }: Awaited<ReturnType<typeof ask>>) => {
  const { 'x-request-id': _, ...rest } = Object.fromEntries(headers);
  return { status, rest, body };
};

describe('a question that was asked before', () => {
  it('is answered as it was the first time, under an id of its own', async () => {
    const first = await ask('LAMP?quantity=2');
    const again = await ask('LAMP?quantity=2');
    expect(first.status).toBe(200);
    expect(shown(again)).toEqual(shown(first));
    const ids = [first, again].map(({ headers }) => headers.get('X-Request-Id'));
    expect(new Set(ids).size).toBe(2);
    expect(ids[1]).toMatch(/^[\da-f-]{36}$/);
  });

  it('is answered under the id that its caller gives', async () => {
    await ask('RUG');
    const { headers } = await ask('RUG', { 'X-Request-Id': 'mine-1' });
    expect(headers.get('X-Request-Id')).toBe('mine-1');
  });

  it('is answered 304 to a cache that has the answer', async () => {
    const { headers } = await ask('CHAIR');
    const tag = headers.get('ETag') ?? '';
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const { status, body } = await ask('CHAIR', { 'If-None-Match': known });
      expect([status, body]).toEqual([304, '']);
    }
    expect((await ask('CHAIR', { 'If-None-Match': '"x"' })).status).toBe(200);
  });

  it('counts for the measures like any other', async () => {
    for (let i = 0; i < 3; i++) await ask('BED');
    const { body } = await shop.operate('/metrics');
    const counted =
      /duration_seconds_count\{method="GET",route="\/v1\/availability\/:sku",status="200"\} (\d+)/;
    expect(Number(counted.exec(String(body))?.[1])).toBeGreaterThanOrEqual(3);
  });

  it('is no other one: what is not valid is refused each time', async () => {
    for (let i = 0; i < 2; i++) expect((await ask('LAMP?quantity=0')).status).toBe(422);
  });
});
