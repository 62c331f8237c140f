import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createClient } from '../../../../api/connector/bigcommerce/client.ts';

type Method = 'GET' | 'POST';

const client = (answer: () => Response | Promise<Response>, now: () => number = () => 0) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    asked.push({ url: String(url), init });
    return answer();
  };
  const { call } = createClient({ base: 'https://a.example/s/', accessToken: 't0ken', fetch, now });
  const ask = (method: Method = 'GET', path = '/v2/orders/1') =>
    call({ method, path, query: { page: 2, sku: undefined }, schema: z.object({ id: z.int() }) });
  return { ask, asked };
};

const json =
  (body: unknown, init: ResponseInit = {}) =>
  () =>
    new Response(JSON.stringify(body), { status: 200, ...init });

describe('a call', () => {
  test('carries the token, asks for JSON and follows nobody elsewhere', async () => {
    const { ask, asked } = client(json({ id: 1, more: true }));
    expect(await ask()).toEqual({ outcome: 'ok', value: { id: 1 } });
    expect(asked[0]?.url).toBe('https://a.example/s/v2/orders/1?page=2');
    expect(asked[0]?.init).toMatchObject({
      redirect: 'manual',
      headers: { 'X-Auth-Token': 't0ken', Accept: 'application/json' },
    });
  });

  const status = (code: number) => json({ title: 'No' }, { status: code });
  const cut = () => Promise.reject(new TypeError('fetch failed'));
  const long = () => new Response('x'.repeat(9 * 1024 * 1024));

  test.each<[string, Method, () => Response | Promise<Response>, object]>([
    ['401', 'GET', status(401), { outcome: 'refused', code: 'forbidden' }],
    ['403', 'POST', status(403), { outcome: 'refused', code: 'forbidden' }],
    ['404', 'GET', status(404), { outcome: 'refused', code: 'not_found' }],
    ['422', 'POST', status(422), { outcome: 'refused', code: 'invalid' }],
    ['409', 'POST', status(409), { outcome: 'refused', code: 'invalid' }],
    [
      '302',
      'GET',
      () => new Response(null, { status: 302 }),
      { outcome: 'refused', code: 'invalid' },
    ],
    ['429', 'POST', status(429), { outcome: 'later', retryAfterMs: 5_000 }],
    ['500', 'GET', status(500), { outcome: 'later', isSilent: true }],
    ['500', 'POST', status(500), { outcome: 'unknown' }],
    ['503', 'POST', status(503), { outcome: 'unknown' }],
    ['a cut connection', 'GET', cut, { outcome: 'later', isSilent: true }],
    ['a cut connection', 'POST', cut, { outcome: 'unknown' }],
    ['an endless body', 'GET', long, { outcome: 'later' }],
    ['an endless body', 'POST', long, { outcome: 'unknown' }],
    [
      'no body',
      'GET',
      () => new Response(null, { status: 204 }),
      { outcome: 'ok', value: undefined },
    ],
    ['a page', 'GET', () => new Response('<html>'), { outcome: 'refused', code: 'invalid' }],
    ['another shape', 'GET', json({ id: 'one' }), { outcome: 'refused', code: 'invalid' }],
  ])('that is answered with %s to a %s is told apart', async (_, method, answer, expected) => {
    const { ask } = client(answer);
    expect(await ask(method)).toMatchObject(expected);
  });

  test('never says a secret, nor more of an answer than a line', async () => {
    const { ask } = client(json({ title: 'N'.repeat(500) }, { status: 422 }));
    const answer = JSON.stringify(await ask('POST'));
    expect(answer).not.toContain('t0ken');
    expect(answer.length).toBeLessThan(400);
  });

  test('waits for the end of a window that is used up, and asks nothing in it', async () => {
    let at = 0;
    const headers = { 'x-rate-limit-requests-left': '1', 'x-rate-limit-time-reset-ms': '15000' };
    const { ask, asked } = client(json({ id: 1 }, { headers }), () => at);
    expect(await ask()).toMatchObject({ outcome: 'ok' });
    at = 5_000;
    expect(await ask('POST')).toMatchObject({ outcome: 'later', retryAfterMs: 10_000 });
    expect(asked).toHaveLength(1);
    at = 15_000;
    expect(await ask()).toMatchObject({ outcome: 'ok' });
  });

  test('after a refusal for its pace waits as long as it is told', async () => {
    const headers = { 'x-rate-limit-time-reset-ms': '1234' };
    const { ask } = client(json({}, { status: 429, headers }));
    expect(await ask()).toMatchObject({ outcome: 'later', retryAfterMs: 1_234 });
  });
});
