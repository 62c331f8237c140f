import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NewOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { listPromiseMoves } from '../../../db/promise/changes.ts';
import { listPromises } from '../../../db/promise/promises.ts';
import {
  deleteSupply,
  getSupplyReport,
  putSupply,
  runSupplyChange,
} from '../../../db/promise/supply-changes.ts';
import { adjustStock } from '../../../db/stock/adjustments.ts';
import { countStock } from '../../../db/stock/counts.ts';
import { changeAccumulation } from '../../../db/stock/lease/change-accumulation.ts';
import { endLease, makeFirm } from '../../../db/stock/lease/lease.ts';
import { reassignUnits } from '../../../db/stock/lease/reassign.ts';
import { rejoinQueue } from '../../../db/stock/lease/rejoin.ts';
import { applyShipment } from '../../../db/stock/ship.ts';
import { day, dayZero } from '../../support/cast.ts';
import { empty, leaseOf, place, receiptOf, receive, runWalks, story } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 20 });
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate supplies, supply_changes, promise_moves, products`;
});
afterAll(() => db.close());

const shelf = { sku: 'LAMP', location: 'main' };
const now = new Date().toISOString();
const promise: NewOrder['promise'] = { on: '2098-12-13', basis: 'supply one' };
const later = '2099-01-12';
const operator = { actId: 'x1', by: 'ops', reason: 'asked' };

/** `LAMP:1 2099-01-12`, without a day when nobody knows it. */
const announce = async (supplyId: string, text: string) => {
  const [units = '', expectedOn = null] = text.split(' ');
  const { sku, location, quantity } = receiptOf(supplyId, units);
  const supply = { supplyId, sku, location, quantity, expectedOn, basis: 'the factory' };
  const { revision } = await putSupply(db, { ...supply, bodyHash: text });
  const change = { supplyId, revision };
  await runSupplyChange(db, change, { budgetMs: Number.POSITIVE_INFINITY, now });
  return getSupplyReport(db.sql, change);
};

const adjust = (delta: number) =>
  adjustStock(db, { adjustmentId: `a${delta}`, ...shelf, delta, reason: 'other', bodyHash: 'b' });

/** The dates that the order was ever told, and how many of them its workflow has yet to hear. */
const told = async (orderId: string) => ({
  dates: (await listPromises(db.sql, orderId)).map(({ on }) => on),
  unheard: (await listPromiseMoves(db.sql, orderId)).length,
});

const heard = { dates: [promise.on], unheard: 0 };
const moved = { dates: [promise.on, later], unheard: 1 };

/** The unit that came for A, whose card said no, is B's now. */
const barred = async (): Promise<void> => {
  await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] }, { promise });
  await receive(db, 'LAMP:1');
  const lease = { orderId: 'A', leaseId: await leaseOf(db, 'A') };
  const { walkIds } = await endLease(db, { ...lease, bar: 'payment' });
  await runWalks(db, walkIds);
  expect(await story(db, 'A', 'B')).toEqual(['A waiting 1×1', 'B leased 1×1']);
};

describe('an order that is passed over', () => {
  beforeEach(barred);

  test('is left alone by supply, and projected anew when it rejoins', async () => {
    expect(await announce('two', `LAMP:1 ${later}`)).toMatchObject({ moved: 0, broken: [] });
    expect(await told('A')).toEqual(heard);
    await db.sql`delete from news`;
    await rejoinQueue(db, 'A');
    expect(await told('A')).toEqual(moved);
    expect((await listPromises(db.sql, 'A')).at(-1)).toMatchObject({
      basis: `supply two, expected on ${later}: the factory`,
    });
    expect(await db.sql`select order_id from news`).toMatchObject([{ orderId: 'A' }]);
    await rejoinQueue(db, 'A');
    expect(await told('A')).toEqual(moved);
    expect(await told('B')).toEqual(heard);
  });

  test('counts whoever is ahead of it when it rejoins', async () => {
    await announce('soon', 'LAMP:1 2098-12-01');
    await announce('two', `LAMP:1 ${later}`);
    await place(db, { F: ['LAMP:1'] }, { promise, priority: 1 });
    await rejoinQueue(db, 'A');
    expect(await told('A')).toEqual(moved);
  });

  test('keeps its date when it rejoins to a unit that lies free', async () => {
    await announce('two', `LAMP:9 ${later}`);
    await place(db, { whole: ['LAMP:5'] }, { priority: 1 });
    await receive(db, 'LAMP:1');
    const { walkIds } = await rejoinQueue(db, 'A');
    await runWalks(db, walkIds);
    expect(await story(db, 'A')).toEqual(['A leased 1×1']);
    expect(await told('A')).toEqual(heard);
  });

  test.each([
    ['without any supply', []],
    ['where supply ends ahead of it', ['LAMP:1 2099-02-01', 'F']],
    ['where supply has no date', ['LAMP:5']],
    ['where supply comes in time', ['LAMP:5 2098-12-13']],
  ])('keeps its date %s', async (_title, [supply, ahead]) => {
    if (ahead) await place(db, { [ahead]: ['LAMP:1'] }, { promise: null, priority: 1 });
    if (supply) await announce('two', supply);
    await rejoinQueue(db, 'A');
    expect(await told('A')).toEqual(heard);
  });

  test('has one new date when supply changes at the very moment it rejoins', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [rejoinQueue(db, 'A'), announce('two', `LAMP:1 ${later}`)];
      await Promise.all(round % 2 ? [a, b] : [b, a]);
      expect(await told('A')).toEqual(moved);
      await deleteSupply(db, 'two');
      await db.sql`truncate supply_changes, promise_moves`;
      await db.sql`delete from promises where promise_id <> 'checkout'`;
      await db.sql`update orders set barred = 'payment' where order_id = 'A'`;
      await db.sql`update lines set barred = 'payment' where order_id = 'A'`;
    }
  });
});

describe('an order that has its units taken back is projected anew', () => {
  beforeEach(async () => {
    await place(db, { A: ['LAMP:1'] }, { promise });
    await receive(db, 'LAMP:1');
    await makeFirm(db, { orderId: 'A', leaseId: await leaseOf(db, 'A') });
    await announce('two', `LAMP:1 ${later}`);
    expect(await told('A')).toEqual(heard);
  });

  test('by a correction', async () => {
    await adjust(-1);
    expect(await told('A')).toEqual(moved);
  });

  test('by a correction, and not by one that leaves it alone', async () => {
    await receive(db, 'LAMP:1');
    await adjust(-1);
    expect(await told('A')).toEqual(heard);
  });

  test('by a count', async () => {
    const count = { countId: 'c1', ...shelf, onHand: 0, countedAt: day(2), bodyHash: 'body' };
    await countStock(db, count);
    expect(await told('A')).toEqual(moved);
  });

  test('by an operator who gives them to another', async () => {
    await place(db, { B: ['LAMP:1'] }, { promise: null });
    const lines = [{ lineId: '1', quantity: 1 }];
    await reassignUnits(db, { orderId: 'A', ...operator, to: 'B', lines });
    expect(await story(db, 'A', 'B')).toEqual(['A waiting 1×1', 'B leased 1×1']);
    expect(await told('A')).toEqual(moved);
  });

  test('twice, and told of the second date as well', async () => {
    await adjust(-1);
    await announce('three', 'LAMP:1 2098-11-01');
    await receive(db, 'LAMP:1');
    await announce('two', 'LAMP:1 2099-03-01');
    const fewer = { ...shelf, delta: -1, reason: 'damaged' as const };
    await adjustStock(db, { adjustmentId: 'a2', ...fewer, bodyHash: 'b' });
    expect((await told('A')).dates).toEqual([promise.on, later, '2099-03-01']);
  });
});

describe('an order whose lease ends while it keeps its place', () => {
  test('is projected anew when its units go to another', async () => {
    await place(db, { A: ['LAMP:1'] }, { promise });
    await receive(db, 'LAMP:1');
    await announce('two', `LAMP:1 ${later}`);
    await place(db, { urgent: ['LAMP:1'] }, { promise: null, priority: 1 });
    const lease = { orderId: 'A', leaseId: await leaseOf(db, 'A') };
    const { walkIds } = await endLease(db, { ...lease, bar: null });
    await runWalks(db, walkIds);
    expect(await story(db, 'A', 'urgent')).toEqual(['A waiting 1×1', 'urgent leased 1×1']);
    expect(await told('A')).toEqual(moved);
  });

  test('keeps its date when they come back to it', async () => {
    await place(db, { A: ['LAMP:1'] }, { promise });
    await receive(db, 'LAMP:1');
    await announce('two', `LAMP:1 ${later}`);
    const lease = { orderId: 'A', leaseId: await leaseOf(db, 'A') };
    await endLease(db, { ...lease, bar: null });
    expect(await told('A')).toEqual(heard);
  });

  test('because its unit left with another, is projected anew', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] }, { promise });
    await receive(db, 'LAMP:2');
    await makeFirm(db, { orderId: 'A', leaseId: await leaseOf(db, 'A') });
    await announce('two', `LAMP:1 ${later}`);
    await db.sql`update orders set priority = -1 where order_id = 'A'`;
    await db.sql`update lines set priority = -1, firm = 0, waiting = 1 where order_id = 'A'`;
    await db.sql`delete from lease_units where lease_id like 'A/%'`;
    await db.sql`delete from leases where order_id = 'A'`;
    await db.sql`update stock set allocated = 1, written_off = 1`;
    const lines = [{ lineId: '1', quantity: 1 }];
    await applyShipment(db, { orderId: 'A', shipmentId: 's1', lines, at: dayZero });
    expect(await story(db, 'A', 'B')).toEqual(['A shipped 1×1', 'B waiting 1×1']);
    expect(await told('B')).toEqual(moved);
  });
});

test('an order that keeps no units any more is projected anew', async () => {
  await place(db, { A: ['LAMP:2'] }, { promise });
  await changeAccumulation(db, { orderId: 'A', ...operator, on: true });
  await receive(db, 'LAMP:1');
  await announce('near', 'LAMP:1 2098-12-01');
  await announce('two', `LAMP:1 ${later}`);
  await place(db, { urgent: ['LAMP:1'] }, { promise: null, priority: 1 });
  await db.sql`delete from promise_moves`;
  await db.sql`delete from promises where promise_id <> 'checkout'`;
  await changeAccumulation(db, { orderId: 'A', ...operator, actId: 'x2', on: false });
  expect(await told('A')).toEqual(moved);
});
