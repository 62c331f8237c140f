import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type NewOrder, placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { receiveStock } from '../../../db/stock/receipts.ts';
import { empty, newOrder, receiptOf, receive, runWalks } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 20 });
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate products`;
  await limit('LAMP', 10);
});
afterAll(() => db.close());

const limit = (sku: string, units: number) => db.sql`
  insert into products (sku, title, backorder_limit, body_hash) values (${sku}, ${sku}, ${units}, '')`;

const checkout = (orderId: string, wanted: string[], changes: Partial<NewOrder> = {}) =>
  placeOrder(db, newOrder(orderId, wanted, changes));

const refused = (available: number, sku = 'LAMP') => ({
  outcome: 'over_limit',
  excess: [{ sku, available }],
});

const close = (sku: string, location: string) => db.sql`
  update stock set given_up = 'here' where sku = ${sku} and location = ${location}`;

const waiting = async (): Promise<number> => {
  const [row] = await db.sql<{ units: number }[]>`
    select coalesce(sum(waiting), 0)::bigint as units from lines where sku = 'LAMP'`;
  return row?.units ?? 0;
};

describe('a backorder limit', () => {
  test('caps the units that wait, over all locations, and names what is left', async () => {
    expect(await checkout('A', ['LAMP:6'])).toMatchObject({ outcome: 'placed' });
    expect(await checkout('B', ['LAMP@north:5'])).toEqual(refused(4));
    expect(await checkout('C', ['LAMP@north:4'])).toMatchObject({ outcome: 'placed' });
    expect(await checkout('D', ['LAMP:1'])).toEqual(refused(0));
    expect(await checkout('E', ['RUG:100'])).toMatchObject({ outcome: 'placed' });
  });

  test('counts two lines of one order together', async () => {
    expect(await checkout('A', ['LAMP:6', 'LAMP:5'])).toEqual(refused(10));
    expect(await checkout('A', ['LAMP:6', 'LAMP:4'])).toMatchObject({ outcome: 'placed' });
  });

  test('leaves nothing of a refused order', async () => {
    expect(await checkout('A', ['LAMP:11', 'RUG:1'])).toEqual(refused(10));
    for (const table of ['orders', 'lines', 'news', 'promises', 'timeline']) {
      expect(await db.sql`select from ${db.sql(table)}`).toHaveLength(0);
    }
    expect(await checkout('A', ['LAMP:10'])).toMatchObject({ outcome: 'placed' });
  });

  test('answers a repetition as before, though nothing is left', async () => {
    await checkout('A', ['LAMP:10']);
    expect(await checkout('A', ['LAMP:10'])).toEqual({ outcome: 'exists', sameBody: true });
  });

  test('does not count what is free for the order, nor what others are about to take', async () => {
    await limit('VASE', 0);
    await receive(db, 'VASE:3');
    const first = await checkout('A', ['VASE:3']);
    expect(first).toMatchObject({ outcome: 'placed' });
    expect(await checkout('B', ['VASE:3'])).toEqual(refused(0, 'VASE'));
    if (first.outcome === 'placed') await runWalks(db, first.walkIds);
    await receiveStock(db, receiptOf('r', 'VASE:2'));
    expect(await checkout('C', ['VASE:1'])).toEqual(refused(0, 'VASE'));
  });

  test('never refuses what another system has taken already, and counts it', async () => {
    expect(await checkout('A', ['LAMP:12'], { imported: true })).toMatchObject({
      outcome: 'placed',
    });
    expect(await checkout('B', ['LAMP:1'])).toEqual(refused(0));
  });

  test('is met exactly by many checkouts at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        checkout(`n${index}`, index % 2 ? ['LAMP:1', 'RUG:1'] : ['LAMP@north:1', 'LAMP:1']),
      ),
    );
    expect(await waiting()).toBeLessThanOrEqual(10);
    expect(await waiting()).toBeGreaterThanOrEqual(9);
    const placed = answers.filter(({ outcome }) => outcome === 'placed');
    const over = answers.filter(({ outcome }) => outcome === 'over_limit');
    expect(placed.length + over.length).toBe(60);
  });

  test('is met by orders of several limited SKUs at once, in any order of lines', async () => {
    await limit('RUG', 7);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        checkout(`n${index}`, index % 2 ? ['LAMP:1', 'RUG:1'] : ['RUG:1', 'LAMP:1']),
      ),
    );
    expect(await waiting()).toBe(7);
  });
});

describe('what was given up', () => {
  test('is sold once for each unit that lies there still, however many want it at once', async () => {
    for (let round = 0; round < 5; round++) {
      const sku = `VASE-${round}`;
      await receive(db, `${sku}:1`);
      await close(sku, 'main');
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => checkout(`${sku}-${index}`, [`${sku}:1`])),
      );
      expect(answers.filter(({ outcome }) => outcome === 'placed')).toHaveLength(1);
    }
  });

  test('does not come to wait for what is free at another location', async () => {
    await limit('VASE', 100);
    await receive(db, 'VASE:1');
    await receive(db, 'VASE@north:5');
    await close('VASE', 'main');
    const changes = { fulfilment: 'ship-available' as const };
    expect(await checkout('A', ['VASE:5', 'VASE@north:5'], changes)).toEqual(refused(6, 'VASE'));
    expect(await checkout('A', ['VASE:1', 'VASE@north:9'], changes)).toMatchObject({
      outcome: 'placed',
    });
  });
});
