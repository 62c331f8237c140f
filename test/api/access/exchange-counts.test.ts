import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createExchange } from '../../../api/access/exchange-counts.ts';
import { keepAccess } from '../../../api/operations/keep-access.ts';
import { createDatabase } from '../../../db/client.ts';
import { minuteMs } from '../../../workflows/domain/time.ts';
import { tablesWith } from '../../db/tables-with.ts';
import { assemble, startTestApp } from '../test-app.ts';

const silent = pino({ level: 'silent' });

const strangers = { perMinute: 5, isTrustedProxy: () => true, isLoopbackFree: true };

type Api = ReturnType<typeof assemble>;

let api: Awaited<ReturnType<typeof startTestApp>>;
/** Another process on the same database. */
let other: Api;
beforeAll(async () => {
  // No minute ends during a test.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:20.000Z') });
  api = await startTestApp({ strangers });
  other = assemble(api.db, { strangers });
});
afterAll(async () => {
  vi.useRealTimers();
  await other.readiness.close();
  await api.close();
});

const ask = async ({ app }: Pick<Api, 'app'>, from: string): Promise<number> =>
  (await app.request('/b/unknown', { headers: { 'X-Forwarded-For': from } })).status;

const exchangeBoth = async (): Promise<void> => {
  const both = [api, other].map(({ access }) => createExchange(api.db, access.counts));
  for (const exchange of [...both, ...both]) await exchange();
};

test('an address is counted over all processes', async () => {
  const from = '203.0.113.1';
  for (let i = 0; i < 3; i++) expect(await ask(api, from)).toBe(404);
  for (let i = 0; i < 2; i++) expect(await ask(other, from)).toBe(404);
  await exchangeBoth();
  expect([await ask(api, from), await ask(other, from)]).toEqual([429, 429]);
  expect(await ask(other, '203.0.113.2')).toBe(404);
});

test('one that has used up its minute elsewhere is not let in here either', async () => {
  const from = '203.0.113.3';
  for (let i = 0; i < 5; i++) expect(await ask(api, from)).toBe(404);
  await exchangeBoth();
  expect(await ask(other, from)).toBe(429);
});

test('no address is written down, and rows of past minutes go', async () => {
  await ask(api, '203.0.113.4');
  await exchangeBoth();
  expect(await tablesWith(api.db, '203.0.113')).toEqual([]);
  const rows = async () => (await api.db.sql`select from address_counts`).count;
  expect(await rows()).toBeGreaterThan(0);
  vi.setSystemTime(Date.now() + 2 * minuteMs);
  await createExchange(api.db, api.access.counts)();
  expect(await rows()).toBe(0);
});

test('the processes exchange by themselves, once a second', async () => {
  const loops = [api, other].map(({ access }) =>
    keepAccess({ db: api.db, access, logger: silent }),
  );
  const from = '203.0.113.5';
  for (let i = 0; i < 5; i++) expect(await ask(api, from)).toBe(404);
  await vi.waitUntil(async () => (await ask(other, from)) === 429, {
    timeout: 5_000,
    interval: 1_200,
  });
  await Promise.all(loops.map((loop) => loop.close()));
});

test('without PostgreSQL each process counts for itself', async () => {
  const nowhere = createDatabase('postgres://nobody@127.0.0.1:1/nothing', { max: 1 });
  const alone = assemble(nowhere, { strangers });
  await expect(createExchange(nowhere, alone.access.counts)()).rejects.toThrow();
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++) {
    const headers = { 'X-Forwarded-For': '203.0.113.6' };
    statuses.push((await alone.app.request('/nowhere', { headers })).status);
  }
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
  await alone.readiness.close();
  await nowhere.close();
});
