import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hashKey } from '../../../api/access/auth.ts';
import { keyOf, startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  // No minute ends during a test.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:20.000Z') });
  api = await startTestApp({
    strangers: { perMinute: 5, isTrustedProxy: () => true, isLoopbackFree: true },
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await api.close();
});

/** Asks from an address that the proxy in front of the API has named. */
const ask = async (from: string, path: string, key?: string) => {
  const headers = { 'X-Forwarded-For': from, ...(key && { Authorization: `Bearer ${key}` }) };
  const { status, headers: answered } = await api.app.request(path, { headers });
  return { status, retryAfter: Number(answered.get('Retry-After')) };
};

const statuses = async (count: number, asking: () => Promise<{ status: number }>) => {
  const answers: number[] = [];
  for (let i = 0; i < count; i++) answers.push((await asking()).status);
  return answers;
};

test('pages, public answers and calls without a key are counted together', async () => {
  const from = '203.0.113.1';
  await ask(from, '/v1/availability/LAMP');
  await ask(from, '/b/unknown');
  await ask(from, '/v1/backorders');
  await ask(from, '/docs');
  await ask(from, '/nowhere');
  const { status, retryAfter } = await ask(from, '/b/unknown');
  expect(status).toBe(429);
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(60);
  expect((await ask('203.0.113.2', '/b/unknown')).status).toBe(404);
});

test('wrong keys are', async () => {
  const wrong = () => ask('203.0.113.3', '/v1/backorders', 'wrong');
  expect(await statuses(7, wrong)).toEqual([401, 401, 401, 401, 401, 429, 429]);
});

test('a valid key is not, and once it is known its address does not hold it up', async () => {
  const from = '203.0.113.4';
  const right = () => ask(from, '/v1/backorders', keyOf('read'));
  expect(await statuses(8, right)).toEqual(Array(8).fill(200));
  await statuses(6, () => ask(from, '/b/unknown'));
  expect((await ask(from, '/b/unknown')).status).toBe(429);
  expect((await right()).status).toBe(200);
});

test('a key that another process has put is let in from an address that is full', async () => {
  const from = '203.0.113.6';
  await statuses(6, () => ask(from, '/b/unknown', 'put-elsewhere'));
  expect((await ask(from, '/v1/backorders', 'put-elsewhere')).status).toBe(429);
  await api.db.sql`
    insert into api_keys (key_hash, name, scopes)
    values (${hashKey('put-elsewhere')}, 'elsewhere', '{read}')`;
  await vi.waitUntil(
    async () => (await ask(from, '/v1/backorders', 'put-elsewhere')).status === 200,
    { timeout: 3_000 },
  );
});

test('one-click links are not, or a mail program could not unsubscribe its readers', async () => {
  const from = '203.0.113.7';
  const click = () => ask(from, `/u/${'x'.repeat(22)}`);
  expect(await statuses(8, click)).toEqual(Array(8).fill(404));
});

test('a network of IPv6 is one address', async () => {
  let host = 0;
  const next = () => ask(`2001:db8::${(++host).toString(16)}`, '/b/unknown');
  expect((await statuses(6, next)).at(-1)).toBe(429);
});

test('health, readiness and signed webhooks always answer', async () => {
  const from = '203.0.113.5';
  await statuses(6, () => ask(from, '/b/unknown'));
  expect((await ask(from, '/healthz')).status).toBe(200);
  expect((await ask(from, '/readyz')).status).toBe(200);
  expect((await ask(from, '/webhooks/stripe')).status).not.toBe(429);
});

test("one's own computer is free where it is told so", async () => {
  expect(await statuses(8, () => ask('127.0.0.1', '/b/unknown'))).toEqual(Array(8).fill(404));
});
