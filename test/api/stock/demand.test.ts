import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { makeFirm } from '../../../db/stock/lease/lease.ts';
import { applyShipment } from '../../../db/stock/ship.ts';
import { addMs, dayMs } from '../../../workflows/domain/time.ts';
import { leaseOf, newOrder, receive } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
const now = new Date().toISOString();
const daysAgo = (days: number) => addMs(now, -days * dayMs);

/** Lamps at 129.00: one shipped, one cancelled in its second week, the rest waits. */
beforeAll(async () => {
  api = await startTestApp();
  const { db } = api;
  const promise = { on: '2027-01-15', basis: 'supplier confirmation 8812' };
  const place = (id: string, wanted: string[], days: number, changes = {}) =>
    placeOrder(db, newOrder(id, wanted, { placedAt: daysAgo(days), promise, ...changes }));
  await place('D-1', ['LAMP:1'], 40);
  await place('D-2', ['LAMP:2'], 30);
  await receive(db, 'LAMP:1');
  await makeFirm(db, { orderId: 'D-1', leaseId: await leaseOf(db, 'D-1') });
  const lines = [{ lineId: '1', quantity: 1 }];
  await applyShipment(db, { orderId: 'D-1', shipmentId: 's', lines, at: now });
  const cancel = { orderId: 'D-2', cancelId: 'c', by: 'customer' as const, lines };
  await applyCancellation(db, { ...cancel, at: daysAgo(20) });
  await place('D-3', ['LAMP:3', '=RUG:1'], 10, { promise: null });
  await place('D-4', ['LAMP@north:1'], 20, { currency: 'EUR' });
});
afterAll(() => api.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });
const demand = (query = '', headers = {}) =>
  api.call('GET', `/v1/demand${query}`, { as: 'read', headers });

describe('demand', () => {
  it('tells buyers what waits, since when, for which week, and what it is worth', async () => {
    const { status, body } = await demand('?sku=LAMP&location=main');
    expect(status).toBe(200);
    const main = {
      waiting: 4,
      orders: 2,
      value: [usd(4 * 12_900)],
      oldestDays: 30,
      medianDays: 20,
      revenue: [
        { kept: usd(12_900), lost: usd(12_900), allocated: usd(0), waiting: usd(4 * 12_900) },
      ],
      promised: [
        { week: '2027-W02', units: 1 },
        { week: null, units: 3 },
      ],
      cancelled: [{ week: 2, units: 1 }],
    };
    expect(body).toEqual({
      data: [{ sku: 'LAMP', ...main, locations: [{ location: 'main', ...main }] }],
      nextCursor: null,
    });
  });

  it('sums up the locations, each currency for itself', async () => {
    const { body } = await demand('?sku=LAMP');
    expect(body.data[0]).toMatchObject({
      waiting: 5,
      value: [{ amount: 12_900, currency: 'EUR' }, usd(4 * 12_900)],
      locations: [
        { location: 'main', waiting: 4 },
        { location: 'north', waiting: 1, oldestDays: 20, medianDays: 20 },
      ],
    });
  });

  it('comes in pages by SKU', async () => {
    const first = await demand('?limit=1');
    expect(first.body.data).toMatchObject([{ sku: '=RUG', waiting: 1 }]);
    const second = await demand(`?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ data: [{ sku: 'LAMP' }], nextCursor: null });
    expect(await demand('?cursor=AAAA')).toMatchObject({ status: 422 });
  });

  it('is empty for what nobody ever ordered', async () => {
    await receive(api.db, 'VASE:3');
    expect((await demand('?sku=VASE')).body).toEqual({ data: [], nextCursor: null });
  });

  it('is a table that spreadsheets add up and do not run', async () => {
    const { body, headers } = await demand('', { Accept: 'text/csv' });
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const [head, rug, main, north, end] = body.split('\r\n');
    expect(head).toBe(
      'sku,location,waiting,orders,oldest_days,median_days,waiting_EUR,allocated_EUR,' +
        'shipped_EUR,cancelled_EUR,waiting_USD,allocated_USD,shipped_USD,cancelled_USD,' +
        'promised_no_date,promised_2027-W02,cancelled_in_week_1,cancelled_in_week_2',
    );
    expect(rug).toBe("'=RUG,main,1,1,10,10,0,0,0,0,12900,0,0,0,1,0,0,0");
    expect(main).toBe('LAMP,main,4,2,30,20,0,0,0,0,51600,0,12900,12900,3,1,0,1');
    expect(north).toBe('LAMP,north,1,1,20,20,12900,0,0,0,0,0,0,0,0,1,0,0');
    expect(end).toBe('');
    expect((await demand('?format=csv&sku=LAMP')).body).toMatch(/^sku,location/);
  });

  it('is for those who may read', async () => {
    const { status } = await api.call('GET', '/v1/demand', { as: 'checkout' });
    expect(status).toBe(403);
  });
});
