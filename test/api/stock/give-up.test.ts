import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import { runUnfinishedSupplyChanges } from '../../../db/promise/supply-changes.ts';
import { newOrder, place, promisedOn, receive, story } from '../../db/cast.ts';
import { checkoutBody } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';
import { forgetAll, givingUpAt } from './give-up-cast.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => forgetAll(api));
afterAll(() => api.close());

const { giveUp, preview, progressOf, carryOut, sweep, announce } = givingUpAt(() => api);

describe('giving up an SKU', () => {
  it('cancels what waits, and leaves what is set aside and what else was ordered', async () => {
    await place(api.db, { A: ['LAMP:2'], B: ['LAMP:3'], C: ['LAMP:1', 'RUG:1'] });
    await receive(api.db, 'LAMP:2');
    expect((await giveUp('g')).status).toBe(201);
    await sweep();
    expect(await story(api.db, 'A', 'B', 'C')).toEqual([
      'A leased 1×2',
      'B cancelled 1×3',
      'C cancelled 1×1',
      'C waiting 2×1',
    ]);
    expect(await progressOf('g')).toMatchObject({
      ...{ state: 'done', total: 2, cancelled: 2, gone: 0, refused: 0, units: 4, left: [] },
    });
  });

  it('previews the same, with the money, and changes nothing', async () => {
    await place(api.db, { A: ['LAMP:2'], B: ['LAMP:3'], C: ['LAMP:1', 'RUG:1'] });
    await receive(api.db, 'LAMP:2');
    await announce('s', 5, promisedOn);
    const { status, body } = await preview();
    expect(status).toBe(200);
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    expect(body).toMatchObject({
      ...{ orders: 2, lines: 2, units: 4, whole: 1, partial: 1, more: false },
      money: [{ refunded: usd(0), voided: usd(0), neverCharged: usd(4 * 12_900) }],
      stays: { orders: 1, units: 2 },
      withdrawn: [{ supplyId: 's', quantity: 5 }],
      listed: [
        { orderId: 'B', units: 3, whole: true },
        { orderId: 'C', units: 1, whole: false },
      ],
    });
    expect(await story(api.db, 'B')).toEqual(['B waiting 1×3']);
    expect((await api.call('GET', '/v1/skus/LAMP/give-up')).body).toMatchObject({ closed: [] });
  });

  it('lets nobody join the queue, until it is taken up again', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('g');
    const order = (orderId: string) =>
      api.call('POST', '/v1/backorders', {
        body: checkoutBody({
          orderId,
          lines: [
            { id: '1', sku: 'LAMP', quantity: 1, unitPrice: { amount: 12_900, currency: 'USD' } },
          ],
        }),
      });
    expect(await order('late')).toMatchObject({ status: 409 });
    expect((await api.call('GET', '/v1/availability/LAMP')).body).toMatchObject({
      state: 'out_of_stock',
      limitLeft: 0,
    });
    expect((await api.call('DELETE', '/v1/skus/LAMP/give-up')).status).toBe(204);
    expect((await api.call('DELETE', '/v1/skus/LAMP/give-up')).status).toBe(404);
    expect((await order('late')).status).toBe(201);
  });

  it('sells what lies on the shelf still', async () => {
    await place(api.db, {});
    await receive(api.db, 'LAMP:1');
    await giveUp('g');
    expect((await placeOrder(api.db, newOrder('A', ['LAMP:1']))).outcome).toBe('placed');
    expect((await placeOrder(api.db, newOrder('B', ['LAMP:1']))).outcome).toBe('over_limit');
  });

  it('cancels at one location alone', async () => {
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP@north:1'] });
    await giveUp('g', { location: 'north' });
    await sweep();
    expect(await story(api.db, 'A', 'B')).toEqual(['A waiting 1×1', 'B cancelled 1×1']);
    expect((await placeOrder(api.db, newOrder('C', ['LAMP:1']))).outcome).toBe('placed');
    expect((await placeOrder(api.db, newOrder('D', ['LAMP@north:1']))).outcome).toBe('over_limit');
  });

  it('closes a location that it has never come to as well', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('g');
    expect((await placeOrder(api.db, newOrder('B', ['LAMP@new:1']))).outcome).toBe('over_limit');
  });

  it('announces no later date to those whom it cancels', async () => {
    await announce('s', 5, promisedOn);
    await place(api.db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    // Its walk is still to be run.
    await announce('s', 5, null);
    await giveUp('g');
    await runUnfinishedSupplyChanges(api.db, {
      budgetMs: 5_000,
      now: new Date().toISOString(),
    });
    expect(await api.db.sql`select from promise_moves`).toHaveLength(0);
    expect(await api.db.sql`select from supplies where remaining > 0`).toHaveLength(0);
  });

  it('takes in what has come to wait meanwhile from elsewhere', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    await giveUp('g');
    await place(api.db, { sold: ['LAMP:2'] }, { isSold: true });
    await sweep();
    await sweep();
    expect(await story(api.db, 'A', 'sold')).toEqual(['A cancelled 1×1', 'sold cancelled 1×2']);
    expect(await progressOf('g')).toMatchObject({ state: 'done', total: 2, units: 3 });
  });

  it('takes no unit that was set aside between the question and the act', async () => {
    await place(api.db, { A: ['LAMP:2'] }, { fulfilment: 'ship-available' });
    await giveUp('g');
    await sweep(async (orderId, request) => {
      await receive(api.db, 'LAMP:1');
      return carryOut(orderId, request);
    });
    expect(await story(api.db, 'A')).toEqual(['A leased 1×1', 'A cancelled 1×1']);
  });
});
