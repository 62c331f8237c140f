import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setStarted } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import {
  claimNews,
  finishNews,
  newsBacklog,
  postponeNews,
  tellOrders,
} from '../../../db/record/news.ts';
import { empty, place, receive } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 10 });
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const claim = (leaseMs = 60_000) => claimNews(db.sql, { limit: 10, leaseMs });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('news', () => {
  test('tells once of everything that happened meanwhile', async () => {
    await place(db, { A: ['LAMP:2'] }, { fulfilment: 'ship-available' });
    await receive(db, 'LAMP:1');
    await receive(db, 'LAMP:1');
    expect(await claim()).toEqual([{ orderId: 'A', seq: 3, attempts: 1, started: false }]);
    await finishNews(db.sql, { orderId: 'A', seq: 3 });
    expect(await newsBacklog(db.sql)).toBe(0);
  });

  test('grows whoever makes it', async () => {
    await place(db, { A: ['LAMP:1'] });
    await tellOrders(db.sql, ['A']);
    expect(await claim()).toMatchObject([{ orderId: 'A', seq: 2 }]);
  });

  test('is due at once, whatever is left of the millisecond', async () => {
    const orderIds = Array.from({ length: 20 }, (_, index) => `O${index}`);
    await place(db, Object.fromEntries(orderIds.map((orderId) => [orderId, ['LAMP:1']])));
    await db.sql`delete from news`;
    for (const orderId of orderIds) {
      await db.sql.begin(async (sql) => {
        await tellOrders(sql, [orderId]);
        const claimed = await claimNews(sql, { limit: 10, leaseMs: 60_000 });
        expect(claimed).toMatchObject([{ orderId }]);
      });
    }
  });

  test('says whether the workflow was started', async () => {
    await place(db, { A: ['LAMP:1'] });
    await setStarted(db.sql, 'A');
    expect(await claim()).toMatchObject([{ orderId: 'A', started: true }]);
  });

  test('stays when more happened while it was being delivered', async () => {
    await place(db, { A: ['LAMP:1'] });
    await claim();
    await receive(db, 'LAMP:1');
    expect(await claim()).toEqual([]);
    await finishNews(db.sql, { orderId: 'A', seq: 1 });
    expect(await claim()).toEqual([{ orderId: 'A', seq: 2, attempts: 1, started: false }]);
  });

  test('is claimed again when its relay crashed', async () => {
    await place(db, { A: ['LAMP:1'] });
    await claim(40);
    expect(await claim()).toEqual([]);
    await pause(60);
    expect(await claim()).toEqual([{ orderId: 'A', seq: 1, attempts: 2, started: false }]);
  });

  test('rests after a failure', async () => {
    await place(db, { A: ['LAMP:1'] });
    await claim();
    await postponeNews(db.sql, { orderId: 'A', delayMs: 40 });
    expect(await claim()).toEqual([]);
    await pause(60);
    expect(await claim()).toMatchObject([{ orderId: 'A', attempts: 2 }]);
  });

  test('goes to one of several relays', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `O${index}`);
    await place(db, Object.fromEntries(names.map((name) => [name, ['LAMP:1']])));
    const claims = await Promise.all(Array.from({ length: 6 }, () => claim()));
    const told = claims.flat().map((news) => news.orderId);
    expect(new Set(told).size).toBe(told.length);
    const rest = await Promise.all([claim(), claim(), claim()]);
    expect(told.length + rest.flat().length).toBe(30);
  });
});
