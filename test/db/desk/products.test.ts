import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type Db } from '../../../db/client.ts';
import { listPromisedMonths, listWaitedWeeks } from '../../../db/desk/products/demand.ts';
import { listKnownSkus, type SkuFilter } from '../../../db/desk/products/known-skus.ts';
import { listBarredLines, listQueuedLines } from '../../../db/desk/products/queue.ts';
import { listDeskShelves } from '../../../db/desk/products/shelves.ts';
import { putSupply } from '../../../db/promise/supply-changes.ts';
import { putProduct } from '../../../db/storefront/products.ts';
import { addMs, dayMs } from '../../../workflows/domain/time.ts';
import { inDays } from '../../support/lives/story.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';
import { empty, place, promisedOn, receive } from '../cast.ts';

let db: Db;
beforeAll(async () => {
  db = createDatabase(await createOwnDatabase(), { max: 2 });
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate products, supplies, supply_changes`;
});

const describeIt = (sku: string, title: string, limit: number | null = null) =>
  putProduct(db.sql, {
    product: {
      ...{ sku, title, url: null, imageUrl: null, highlights: [], related: [] },
      ...{ backorderLimit: limit, handlingDays: 0 },
    },
    bodyHash: title,
  });

const expectSupply = (supplyId: string, sku: string, quantity: number, expectedOn: string | null) =>
  putSupply(db, {
    ...{ supplyId, sku, location: 'main', quantity, expectedOn },
    ...{ basis: 'the factory', bodyHash: supplyId },
  });

const list = (filter: SkuFilter = {}, after: string | null = null, limit = 100) =>
  listKnownSkus(db.sql, { filter, after, limit });

const names = async (...given: Parameters<typeof list>) =>
  (await list(...given)).map(({ sku }) => sku);

describe('the known SKUs', () => {
  beforeEach(async () => {
    await describeIt('BED', 'Oak bed', 10);
    await place(db, { 'O-1': ['LAMP:2', 'RUG:1'], 'O-2': ['LAMP:1'], 'O-3': ['LAMP@north:1'] });
    await receive(db, 'SOFA:4');
    await expectSupply('S-1', 'VASE', 9, inDays(30));
    await db.sql`update orders set barred = 'payment' where order_id = 'O-1'`;
    await db.sql`update lines set barred = 'payment' where order_id = 'O-1'`;
  });

  it('are all that is described, lies, comes or is waited for', async () => {
    expect(await names()).toEqual(['BED', 'LAMP', 'RUG', 'SOFA', 'VASE']);
    const [bed, lamp, rug, sofa, vase] = await list();
    expect(bed).toMatchObject({ title: 'Oak bed', isDescribed: true, limit: 10, waiting: 0 });
    expect(lamp).toMatchObject({
      ...{ title: null, isDescribed: false, limit: null, waiting: 4, orders: 3 },
      oldestAt: expect.stringMatching(/Z$/),
    });
    expect(rug).toMatchObject({ waiting: 1, orders: 1 });
    expect(sofa).toMatchObject({ onHand: 4, allocated: 0, oldestAt: null, oldestDays: null });
    expect(vase).toMatchObject({ coming: 9, expectedOn: inDays(30) });
  });

  it('come in pages that leave none out', async () => {
    expect(await names({}, null, 2)).toEqual(['BED', 'LAMP']);
    expect(await names({}, 'LAMP', 2)).toEqual(['RUG', 'SOFA']);
    expect(await names({}, 'SOFA', 2)).toEqual(['VASE']);
  });

  it('are found by how SKU or title begin, whatever the case of the title', async () => {
    expect(await names({ search: 'LA' })).toEqual(['LAMP']);
    expect(await names({ search: 'la' })).toEqual(['LAMP']);
    expect(await names({ search: 'oAK' })).toEqual(['BED']);
    expect(await names({ search: 'AMP' })).toEqual([]);
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ search: '', isWaited: true })).toEqual(['LAMP', 'RUG']);
    expect(await names({ search: 'R', isWaited: true })).toEqual(['RUG']);
    expect(await names({ isWaited: true }, 'LAMP')).toEqual(['RUG']);
    expect(await names({ isWaited: true }, null, 1)).toEqual(['LAMP']);
  });

  it('count the age of a wait in the own time of the order', async () => {
    const before = await list({ search: 'LAMP' });
    await db.sql`update orders set skipped_ms = ${10 * dayMs} where order_id = 'O-1'`;
    const after = await list({ search: 'LAMP' });
    const gained = (after[0]?.oldestDays ?? 0) - (before[0]?.oldestDays ?? 0);
    expect(gained).toBeCloseTo(10, 1);
  });
});

describe('the queue of a product', () => {
  const shelf = { sku: 'LAMP', location: 'main' };
  const read = (after: Parameters<typeof listQueuedLines>[1]['after'] = null, limit = 10) =>
    listQueuedLines(db.sql, { shelf, after, limit, now: new Date().toISOString() });

  it('goes by place, and says when and from what each ships', async () => {
    await place(db, { A: ['LAMP:2'], B: ['LAMP:1', 'RUG:1', 'LAMP:3'], C: ['LAMP:5'] });
    await expectSupply('S-1', 'LAMP', 6, inDays(20));
    const queue = await read();
    expect(
      queue.map(({ orderId, lineId, from, to, projected }) => [
        ...[orderId, lineId, from, to, projected?.supply?.supplyId],
      ]),
    ).toEqual([
      ['A', '1', 1, 2, 'S-1'],
      ['B', '1', 3, 3, 'S-1'],
      ['B', '3', 4, 6, 'S-1'],
      ['C', '1', 7, 11, undefined],
    ]);
    expect(queue[0]).toMatchObject({ promisedOn, fulfilment: 'whole-order', waiting: 2 });
  });

  it('goes on in pages with the same places', async () => {
    await place(db, { A: ['LAMP:2'], B: ['LAMP:1', 'LAMP:3'], C: ['LAMP:5'] });
    const [first] = await read(null, 1);
    const rest = await read(first ?? null, 10);
    expect(rest.map(({ orderId, from, to }) => [orderId, from, to])).toEqual([
      ['B', 3, 3],
      ['B', 4, 6],
      ['C', 7, 11],
    ]);
  });

  it('names those who are left out of it, and why', async () => {
    await place(db, { A: ['LAMP:2'], B: ['LAMP:1'] });
    await db.sql`update orders set barred = 'payment' where order_id = 'A'`;
    await db.sql`update lines set barred = 'payment' where order_id = 'A'`;
    expect((await read()).map(({ orderId, from }) => [orderId, from])).toEqual([['B', 1]]);
    expect(await listBarredLines(db.sql, { sku: 'LAMP', limit: 10 })).toMatchObject([
      { orderId: 'A', barred: 'payment', waiting: 2, location: 'main' },
    ]);
  });
});

describe('a product', () => {
  it('has a shelf for each place where it lies, comes or is waited for', async () => {
    await place(db, { A: ['LAMP:2'], B: ['LAMP@north:1'] });
    await receive(db, 'LAMP:3');
    await expectSupply('S-1', 'LAMP', 6, null);
    expect(await listDeskShelves(db.sql, 'LAMP')).toMatchObject([
      { location: 'main', onHand: 3, allocated: 2, coming: 6, waiting: 0, isFilling: false },
      { location: 'north', onHand: 0, allocated: 0, coming: 0, waiting: 1 },
    ]);
  });

  it('is waited for since so many weeks, and for so many months', async () => {
    const weekAgo = addMs(new Date().toISOString(), -8 * dayMs);
    await place(db, { A: ['LAMP:2'], B: ['LAMP:1'] }, { placedAt: weekAgo });
    await place(db, { C: ['LAMP:4'] }, { placedAt: new Date().toISOString(), promise: null });
    expect(await listWaitedWeeks(db.sql, 'LAMP')).toEqual([
      { week: 1, units: 4, orders: 1 },
      { week: 2, units: 3, orders: 2 },
    ]);
    expect(await listPromisedMonths(db.sql, 'LAMP')).toEqual([
      { month: promisedOn.slice(0, 7), units: 3, orders: 2 },
      { month: null, units: 4, orders: 1 },
    ]);
  });
});
