import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signPageToken } from '../../../db/page/page-token.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { lantern, placeLamps } from './cast.ts';

const linkSecrets = ['local', 'the-one-before'] as const;

const strangers = { perMinute: 600, isTrustedProxy: () => true, isLoopbackFree: true };

let shop: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  // No minute ends during a test.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:20.000Z') });
  shop = await startTestApp({ shop: lantern, linkSecrets: [...linkSecrets], strangers });
});
afterAll(async () => {
  vi.useRealTimers();
  await shop.close();
});

const linkTo = async (orderId: string, secret: string = linkSecrets[0]): Promise<string> => {
  await placeLamps(shop.db, orderId);
  return `/b/${signPageToken([secret], { orderId, version: 1 })}`;
};

const post = (path: string) => shop.call('POST', path, { as: null, body: 'answer=yes' });

const send = async (path: string, times: number): Promise<number[]> => {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await post(path)).status);
  return statuses;
};

test('the forms of one page may be sent twenty times a minute, all together', async () => {
  const path = await linkTo('often');
  expect(await send(`${path}/paid`, 5)).toEqual(Array(5).fill(303));
  expect(await send(`${path}/language`, 5)).toEqual(Array(5).fill(422));
  // Two each of what the law lets a customer say, whatever comes of it.
  expect(await send(`${path}/answer`, 2)).toEqual([409, 409]);
  expect(await send(`${path}/withdraw`, 2)).toEqual([409, 409]);
  expect(await send(`${path}/further-period`, 2)).toEqual([409, 409]);
  expect(await send(`${path}/cancel`, 4)).toEqual(Array(4).fill(303));
  const asked = shop.acts.asked.length;
  const { status, headers, body } = await post(`${path}/cancel`);
  expect(status).toBe(429);
  expect(headers.get('Retry-After')).toBe('40');
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(textOf(body)).toContain('That was a lot at once');
  expect(textOf(body)).toContain('Lantern & Sons');
  expect((await post(`${path}/paid`)).status).toBe(429);
  for (const at of ['language', 'answer', 'withdraw', 'further-period']) {
    expect((await post(`${path}/${at}`)).status).toBe(429);
  }
  expect(shop.acts.asked).toHaveLength(asked);
  expect((await shop.call('GET', path, { as: null })).status).toBe(200);
});

test('another order is not concerned', async () => {
  const path = await linkTo('calm');
  expect((await post(`${path}/cancel`)).status).toBe(303);
});

test('a link is the same whichever secret has signed it', async () => {
  const path = await linkTo('rolled');
  await send(`${path}/cancel`, 20);
  const old = signPageToken([linkSecrets[1]], { orderId: 'rolled', version: 1 });
  expect((await post(`/b/${old}/cancel`)).status).toBe(429);
});

test('a link that was replaced does not use up what the new one may do', async () => {
  const path = await linkTo('replaced');
  await shop.db.sql`update orders set link_version = 2 where order_id = 'replaced'`;
  expect(await send(`${path}/cancel`, 21)).toEqual([...Array(20).fill(410), 429]);
  const link = signPageToken([linkSecrets[0]], { orderId: 'replaced', version: 2 });
  expect((await post(`/b/${link}/cancel`)).status).toBe(303);
});

test('whoever has opened too many pages is told so like a person', async () => {
  const { status, headers, body } = await tooMany('/b/unknown');
  expect(status).toBe(429);
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(textOf(body)).toContain('That was a lot at once');
});

/** The answer to an address that has used up its minute. */
const tooMany = async (path: string) => {
  const headers = { 'X-Forwarded-For': '203.0.113.9' };
  for (let i = 0; i < 600; i++) shop.access.counts.add('address 203.0.113.9', 600);
  return shop.call('GET', path, { as: null, headers });
};
