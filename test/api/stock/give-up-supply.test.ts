import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import { runUnfinishedSupplyChanges } from '../../../db/promise/supply-changes.ts';
import { newOrder, place, promisedOn, receive, story } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';
import { forgetAll, givingUpAt } from './give-up-cast.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => forgetAll(api));
afterAll(() => api.close());

const { giveUp, preview, progressOf, sweep, untilBlocked, announce } = givingUpAt(() => api);

describe('giving up a supply', () => {
  it('cancels only what nothing else reaches, and tells the others their new date', async () => {
    await announce('first', 2, promisedOn);
    await announce('second', 1, '2099-03-01');
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'], D: ['LAMP:1'] });
    expect((await preview({ supplyId: 'first' })).body).toMatchObject({
      ...{ location: 'main', orders: 3, units: 3 },
      withdrawn: [{ supplyId: 'first', quantity: 2 }],
    });
    expect((await giveUp('g', { supplyId: 'first' })).status).toBe(201);
    await runUnfinishedSupplyChanges(api.db, { budgetMs: 5_000, now: new Date().toISOString() });
    await sweep();
    expect(await story(api.db, 'A', 'B', 'C', 'D')).toEqual([
      'A waiting 1×1',
      'B cancelled 1×1',
      'C cancelled 1×1',
      'D cancelled 1×1',
    ]);
    const moved = await api.db
      .sql`select order_id, "on" from promises where promise_id <> 'checkout'`;
    expect(moved).toEqual([{ orderId: 'A', on: '2099-03-01' }]);
    expect((await placeOrder(api.db, newOrder('E', ['LAMP:1']))).outcome).toBe('placed');
  });

  it('leaves units that arrive meanwhile with the first in line, who keep them', async () => {
    await announce('first', 2, promisedOn);
    await announce('second', 1, '2099-03-01');
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'], D: ['LAMP:1'] });
    await giveUp('g', { supplyId: 'first' });
    await receive(api.db, 'LAMP:2');
    await sweep();
    expect(await story(api.db, 'A', 'B', 'C', 'D')).toEqual([
      'A leased 1×1',
      'B leased 1×1',
      'C cancelled 1×1',
      'D cancelled 1×1',
    ]);
    expect(await progressOf('g')).toMatchObject({ total: 3, cancelled: 2, gone: 1 });
  });

  it('takes of an order no more than is out of reach', async () => {
    await announce('first', 2, promisedOn);
    await announce('second', 2, null);
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:2', 'LAMP:1'] });
    await giveUp('g', { supplyId: 'first' });
    await sweep();
    expect(await story(api.db, 'A', 'B')).toEqual([
      'A waiting 1×1',
      'B waiting 1×1',
      'B cancelled 1×1',
      'B cancelled 2×1',
    ]);
  });

  it('is given up once, under whatever ids', async () => {
    await announce('first', 1, promisedOn);
    await place(api.db, { A: ['LAMP:1'] });
    const answers = await api.db.sql.begin(async (sql) => {
      await sql`select from stock where sku = 'LAMP' for update`;
      const both = [giveUp('g', { supplyId: 'first' }), giveUp('h', { supplyId: 'first' })];
      await untilBlocked();
      return { both };
    });
    const statuses = (await Promise.all(answers.both)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 404]);
    expect(await api.db.sql`select from give_ups`).toHaveLength(1);
  });

  it('cancels no unit twice when another supply is given up before it is through', async () => {
    await announce('first', 1, promisedOn);
    await announce('second', 1, '2099-03-01');
    await announce('third', 2, null);
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:3'] });
    await giveUp('g', { supplyId: 'first' });
    expect((await preview({ supplyId: 'second' })).body).toMatchObject({ orders: 1, units: 1 });
    await giveUp('h', { supplyId: 'second' });
    await sweep();
    expect(await story(api.db, 'A', 'B')).toEqual([
      'A waiting 1×1',
      'B waiting 1×1',
      'B cancelled 1×2',
    ]);
  });

  it('tells an order its new date for the units that it leaves', async () => {
    await announce('first', 2, promisedOn);
    await announce('second', 2, '2099-03-01');
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:2'] });
    await giveUp('g', { supplyId: 'first' });
    // Its walk passes B over, which is about to hear of a cancellation.
    await runUnfinishedSupplyChanges(api.db, { budgetMs: 5_000, now: new Date().toISOString() });
    await sweep();
    expect(await story(api.db, 'B')).toEqual(['B waiting 1×1', 'B cancelled 1×1']);
    const moved = await api.db.sql`
      select order_id, "on" from promises where promise_id <> 'checkout' order by order_id`;
    expect(moved).toEqual([
      { orderId: 'A', on: '2099-03-01' },
      { orderId: 'B', on: '2099-03-01' },
    ]);
  });

  it('tells an order that refuses its new date', async () => {
    await announce('first', 1, promisedOn);
    await announce('second', 1, null);
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await giveUp('g', { supplyId: 'first' });
    await announce('second', 2, '2099-03-01');
    await runUnfinishedSupplyChanges(api.db, { budgetMs: 5_000, now: new Date().toISOString() });
    await sweep(async () => ({ refused: 'nothing_to_cancel' }));
    const moved = await api.db.sql`
      select order_id, "on" from promises where promise_id <> 'checkout' order by order_id`;
    expect(moved).toEqual([
      { orderId: 'A', on: '2099-03-01' },
      { orderId: 'B', on: '2099-03-01' },
    ]);
  });

  it('answers 404 to one that is not expected, or is of something else', async () => {
    await announce('first', 2, promisedOn);
    expect((await giveUp('g', { supplyId: 'none' })).status).toBe(404);
    expect((await giveUp('g', { supplyId: 'first' }, 'RUG')).status).toBe(404);
    expect((await preview({ supplyId: 'none' })).status).toBe(404);
    await giveUp('g', { supplyId: 'first' });
    expect((await giveUp('g', { supplyId: 'first' })).status).toBe(200);
    expect((await giveUp('h', { supplyId: 'first' })).status).toBe(404);
  });
});
