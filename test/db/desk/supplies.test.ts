import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Db } from '../../../db/client.ts';
import {
  countQueues,
  listDated,
  listHistory,
  listServed,
  listUndated,
  listWeeks,
} from '../../../db/desk/supplies.ts';
import { beginGiveUp } from '../../../db/stock/give-up/begin.ts';
import { claimOrder } from '../../../db/stock/give-up/orders.ts';
import { listConcerned, readConcerned } from '../../../db/stock/give-up/preview.ts';
import { writeDown } from '../../../db/stock/give-up/write-down.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';
import { placeMany } from '../stock/many.ts';
import { walked as walkedAt } from '../walked.ts';

let db: Db;
let url: string;

/** A hundred thousand orders that wait, three quarters of them for one SKU, and ten thousand supplies. */
beforeAll(async () => {
  url = await createOwnDatabase();
  db = createDatabase(url, { max: 2 });
  await placeMany(db, { count: 100_000, skus: ['LAMP', 'LAMP', 'LAMP', 'RUG'] });
  await db.sql`
    insert into views (order_id, revision, phase, body, promised_on)
    select 'O' || n, 1, 'awaiting_stock', '{}', '2099-01-01'::date + n % 300
    from generate_series(1, 100000) n`;
  await db.sql`
    insert into supplies (supply_id, sku, location, quantity, remaining, expected_on, basis, body_hash)
    select 's-' || n, case when n <= 5 then 'LAMP' else 'SKU-' || n end, 'main', 100, 100,
      case when n % 10 > 0 then '2099-01-01'::date + n % 300 end, 'the factory', 'body'
    from generate_series(1, 10000) n`;
  await db.sql`vacuum analyze`;
}, 120_000);
afterAll(() => db.close());

const lamps = { sku: 'LAMP', location: 'main' };
const page = { after: null, limit: 51 };
const weeks = { from: '2099-01-01', to: '2099-04-01' };

const reads: Record<string, (db: Db) => Promise<unknown>> = {
  'the first page of the calendar': ({ sql }) => listDated(sql, {}, page),
  'a later page of it': ({ sql }) =>
    listDated(sql, {}, { ...page, after: { on: '2099-06-01', supplyId: 's-151' } }),
  'what has no date': ({ sql }) => listUndated(sql, {}, page),
  'the calendar of an SKU': ({ sql }) => listDated(sql, { sku: 'LAMP' }, page),
  'whom a supply is for': ({ sql }) =>
    listServed(sql, lamps, { before: 200, quantity: 100, limit: 100 }),
  'the history of a supply': ({ sql }) => listHistory(sql, { supplyId: 's-1', limit: 100 }),
};

const walked = async (work: (db: Db) => Promise<unknown>): Promise<string[]> =>
  (await walkedAt(url, work)).map(({ table }) => table);

/** The best of three, in milliseconds: others may be using the machine. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const taken: number[] = [];
  for (let run = 0; run < 3; run++) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  return Math.min(...taken);
};

describe('with a hundred thousand orders that wait', () => {
  test.each(Object.keys(reads))('%s walks no table', async (name) => {
    expect(await walked((own) => reads[name]?.(own) ?? Promise.reject())).toEqual([]);
  });

  test('the watch notices a walk', async () => {
    expect(await walked(({ sql }) => sql`select count(*) from supplies`)).toEqual(['supplies']);
  });

  test('what is counted is counted as far as a page has time', async () => {
    const limitMs = 500;
    expect(await timed(() => countQueues(db.sql, [lamps]))).toBeLessThan(limitMs);
    expect(await timed(() => listWeeks(db.sql, weeks))).toBeLessThan(limitMs);
    expect(await timed(() => listWeeks(db.sql, { ...weeks, sku: 'LAMP' }))).toBeLessThan(limitMs);
    const [queue] = await countQueues(db.sql, [lamps]);
    expect(queue).toMatchObject({ waiting: 5_000, isCut: true });
    expect((await listWeeks(db.sql, { ...weeks, sku: 'LAMP' })).isCut).toBe(true);
  });

  test('whom a give-up concerns is found by reading the queue once, and then order by order', async () => {
    const givenUp = { ...lamps, supplyId: 's-1' };
    const all = await listConcerned(db.sql, givenUp);
    expect(all).toHaveLength(75_000 - 400);
    const some = all.slice(0, 500);
    expect(await walked((own) => readConcerned(own.sql, givenUp, some))).toEqual([]);
  });

  test('a give-up finds its next order at once', async () => {
    const all = { giveUpId: 'g', sku: 'LAMP', location: null, supplyId: null };
    expect(await beginGiveUp(db, { ...all, reason: 'x', bodyHash: 'x' })).toBe('begun');
    await writeDown(db, { budgetMs: 60_000 });
    await db.sql`analyze give_up_orders`;
    expect(await walked((own) => claimOrder(own.sql))).toEqual([]);
  }, 60_000);
});
