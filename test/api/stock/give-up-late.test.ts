import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import { adjustStock } from '../../../db/stock/adjustments.ts';
import { endLease } from '../../../db/stock/lease/lease.ts';
import { leaseOf, newOrder, place, receive, story } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';
import { forgetAll, givingUpAt } from './give-up-cast.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => forgetAll(api));
afterAll(() => api.close());

const { giveUp, progressOf, sweep, dueNow, untilBlocked } = givingUpAt(() => api);

const untilDone = async (giveUpId: string) => {
  await sweep();
  await sweep();
  expect(await progressOf(giveUpId)).toMatchObject({ state: 'done' });
};

const causeOf = (orderId: string) => api.db.sql`
  select by, reason, give_up_id from cancellations where order_id = ${orderId}`;

describe('what comes to wait for what was given up long ago', () => {
  beforeEach(async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('old', { reason: 'The factory burnt down' });
    await giveUp('g');
    await untilDone('old');
    await untilDone('g');
  });

  it.each([
    ['a connected shop', { isSold: true }],
    ['a file', { imported: true }],
  ])('from %s is cancelled soon, with the newest reason', async (_, changes) => {
    await place(api.db, { late: ['LAMP:2', 'RUG:1'] }, changes);
    await untilDone('g');
    expect(await story(api.db, 'late')).toEqual(['late cancelled 1×2', 'late waiting 2×1']);
    expect(await causeOf('late')).toEqual([
      { by: 'shop', reason: 'The maker has stopped making it', giveUpId: 'g' },
    ]);
  });

  it('because its card is still to come is cancelled too', async () => {
    await place(api.db, { late: ['LAMP:1'] }, { isSold: true });
    await api.db.sql`update orders set barred = 'payment' where order_id = 'late'`;
    await api.db.sql`update lines set barred = 'payment' where order_id = 'late'`;
    await untilDone('g');
    expect(await story(api.db, 'late')).toEqual(['late cancelled 1×1']);
  });

  it('because its card is still to come waits on where units lie free', async () => {
    await receive(api.db, 'LAMP:1');
    await place(api.db, { late: ['LAMP:1'] });
    const lease = { orderId: 'late', leaseId: await leaseOf(api.db, 'late') };
    await endLease(api.db, { ...lease, bar: 'payment' });
    await untilDone('g');
    expect(await story(api.db, 'late')).toEqual(['late waiting 1×1']);
  });

  it('after it has lost its units is cancelled, and those that lie there stay', async () => {
    await receive(api.db, 'LAMP:2');
    await place(api.db, { has: ['LAMP:1'], loses: ['LAMP:1'] });
    expect(await story(api.db, 'has', 'loses')).toEqual(['has leased 1×1', 'loses leased 1×1']);
    const shelf = { sku: 'LAMP', location: 'main' };
    await adjustStock(api.db, {
      ...{ adjustmentId: 'a', ...shelf, delta: -1, reason: 'other', bodyHash: 'x' },
    });
    await untilDone('g');
    expect(await story(api.db, 'has', 'loses')).toEqual(['has leased 1×1', 'loses cancelled 1×1']);
  });

  it('is refused if it is a checkout, though it was under way by then', async () => {
    await api.call('DELETE', '/v1/skus/LAMP/give-up');
    const { late } = await api.db.sql.begin(async (sql) => {
      await sql`update stock set given_up = 'here' where sku = 'LAMP'`;
      const late = placeOrder(api.db, newOrder('late', ['LAMP:1']));
      await untilBlocked();
      return { late };
    });
    expect((await late).outcome).toBe('over_limit');
  });

  it('waits if it was taken up again', async () => {
    await api.call('DELETE', '/v1/skus/LAMP/give-up');
    await place(api.db, { late: ['LAMP:1'] }, { isSold: true });
    await untilDone('g');
    expect(await story(api.db, 'late')).toEqual(['late waiting 1×1']);
  });

  it('is asked no more often than any other when it refuses', async () => {
    await place(api.db, { late: ['LAMP:1'] }, { isSold: true });
    let asked = 0;
    for (let turn = 0; turn < 12; turn++) {
      await sweep(async () => {
        asked++;
        return { refused: 'already_shipped' };
      });
      await dueNow();
    }
    expect(asked).toBe(5);
    expect(await progressOf('g')).toMatchObject({ state: 'done', refused: 1 });
  });
});
