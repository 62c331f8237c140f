import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import { deleteSupply, runUnfinishedSupplyChanges } from '../../../db/promise/supply-changes.ts';
import { beginGiveUp } from '../../../db/stock/give-up/begin.ts';
import { claimOrder } from '../../../db/stock/give-up/orders.ts';
import { writeDown, writePage } from '../../../db/stock/give-up/write-down.ts';
import { newOrder, place, promisedOn, story } from '../../db/cast.ts';
import { placeMany } from '../../db/stock/many.ts';
import { startTestApp } from '../test-app.ts';
import { forgetAll, givingUpAt, reason } from './give-up-cast.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => forgetAll(api));
afterAll(() => api.close());

const { giveUp, progressOf, sweep, announce } = givingUpAt(() => api);

const lamps = { giveUpId: 'g', sku: 'LAMP', location: null, supplyId: null };

/** The process dies right after it has begun. */
const beginAndDie = (supplyId: string | null = null) =>
  beginGiveUp(api.db, { ...lamps, supplyId, reason, bodyHash: 'x' });

const tellMoves = () =>
  runUnfinishedSupplyChanges(api.db, { budgetMs: 5_000, now: new Date().toISOString() });

const moved = () => api.db.sql`
  select order_id, "on" from promises where promise_id <> 'checkout' order by order_id`;

describe('a list that is longer than one statement may take', () => {
  it('is written down page by page, and goes on where a crash has left it', async () => {
    await placeMany(api.db, { count: 25_000 });
    await beginAndDie();
    expect(await progressOf('g')).toMatchObject({ total: 0, counting: true, minutesLeft: null });
    await api.db.sql.begin((sql) => writePage(sql, lamps));
    expect(await progressOf('g')).toMatchObject({ total: 10_000, counting: true });
    // It comes and goes between two pages, before and behind the place that was reached.
    await api.db.sql`update lines set waiting = 0, cancelled = 1 where order_id in ('O2', 'O9')`;
    await place(api.db, { A: ['LAMP:1'], Z: ['LAMP:1'] }, { isSold: true });
    await writeDown(api.db, { budgetMs: 60_000 });
    const [listed] = await api.db.sql`
      select count(*)::int as count, count(*) filter (where order_id in ('A', 'Z'))::int as come
      from give_up_orders`;
    const already = await api.db.sql`
      select from give_up_orders where order_id in ('O2', 'O9')`;
    expect(listed).toEqual({ count: 25_000 + already.count, come: 2 });
    expect(await progressOf('g')).toMatchObject({ counting: false });
  }, 60_000);

  it('keeps no checkout waiting, and tells it at once that nobody may wait any more', async () => {
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'] });
    await api.db.sql.unsafe(`
      create function slowly() returns trigger language plpgsql
        as 'begin perform pg_sleep(0.5); return new; end';
      create trigger slowly before insert on give_up_orders
        for each row execute function slowly()`);
    try {
      const given = giveUp('g');
      await sleep(300);
      const begunAt = performance.now();
      expect((await placeOrder(api.db, newOrder('late', ['LAMP:1']))).outcome).toBe('over_limit');
      expect(performance.now() - begunAt).toBeLessThan(600);
      expect((await given).body).toMatchObject({ total: 3, counting: false });
    } finally {
      await api.db.sql`drop function slowly() cascade`;
    }
  });

  it('stops to grow when it is taken up again', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await beginAndDie();
    expect((await api.call('DELETE', '/v1/skus/LAMP/give-up')).status).toBe(204);
    await sweep();
    expect(await story(api.db, 'A')).toEqual(['A waiting 1×1']);
    expect(await progressOf('g')).toMatchObject({ state: 'done', total: 0 });
  });

  it('announces no later date to those whom it has not come to', async () => {
    await announce('s', 5, promisedOn);
    await place(api.db, { A: ['LAMP:1'] });
    await beginAndDie();
    await announce('s', 5, '2099-03-01');
    await tellMoves();
    expect(await moved()).toEqual([]);
    await api.call('DELETE', '/v1/skus/LAMP/give-up');
    await sweep();
    expect(await moved()).toEqual([{ orderId: 'A', on: '2099-03-01' }]);
  });
});

describe('a supply, between its pages', () => {
  beforeEach(async () => {
    await announce('first', 2, promisedOn);
    await announce('second', 1, '2099-03-01');
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'] });
    await beginAndDie('first');
  });

  const isExpected = async () =>
    (await api.db.sql`select from supplies where supply_id = 'first' and remaining > 0`).count ===
    1;

  it('is expected, and cancels nobody, until all are written down', async () => {
    await api.db.sql.begin((sql) =>
      writePage(sql, { ...lamps, supplyId: 'first', location: 'main' }),
    );
    expect(await claimOrder(api.db.sql)).toBeUndefined();
    expect(await isExpected()).toBe(true);
    expect(await progressOf('g')).toMatchObject({ total: 2, counting: true });
    await sweep();
    await tellMoves();
    expect(await isExpected()).toBe(false);
    expect(await story(api.db, 'A', 'B', 'C')).toEqual([
      'A waiting 1×1',
      'B cancelled 1×1',
      'C cancelled 1×1',
    ]);
    expect(await moved()).toEqual([{ orderId: 'A', on: '2099-03-01' }]);
    expect(await progressOf('g')).toMatchObject({ location: 'main', counting: false });
  });

  it.each([
    ['withdraws it', () => deleteSupply(api.db, 'first')],
    ['moves it', () => announce('first', 2, '2099-02-01')],
  ])('is not given up if somebody else %s first', async (_, change) => {
    await change();
    await sweep();
    expect(await story(api.db, 'C')).toEqual(['C waiting 1×1']);
    expect(await api.db.sql`select from give_ups`).toHaveLength(0);
    expect(await api.db.sql`select from give_up_orders`).toHaveLength(0);
  });
});
