import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { listPromiseMoves } from '../../../db/promise/changes.ts';
import { projectOrder } from '../../../db/promise/outlook.ts';
import { listPromises } from '../../../db/promise/promises.ts';
import { listSupplies, type SupplyChange } from '../../../db/promise/supplies.ts';
import {
  deleteSupply,
  getSupplyReport,
  putSupply,
  runSupplyChange,
  runUnfinishedSupplyChanges,
} from '../../../db/promise/supply-changes.ts';
import { previewSupply } from '../../../db/promise/supply-preview.ts';
import { receiveStock } from '../../../db/stock/receipts.ts';
import { addMs } from '../../../workflows/domain/time.ts';
import { day, dayZero } from '../../support/cast.ts';
import { empty, newOrder, place, receiptOf, receive } from '../cast.ts';
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

const today = '2026-11-23';
const now = `${today}T17:00:00.000Z`;
const forever = { budgetMs: Number.POSITIVE_INFINITY, now };

/** `LAMP:5 2027-01-10`, without a day when nobody knows it. */
const announced = (supplyId: string, text: string): SupplyChange & { bodyHash: string } => {
  const [units = '', expectedOn = null] = text.split(' ');
  const { sku, location, quantity } = receiptOf(supplyId, units);
  return { supplyId, sku, location, quantity, expectedOn, basis: 'the factory', bodyHash: text };
};

const announce = async (supplyId: string, text: string) => {
  const { revision } = await putSupply(db, announced(supplyId, text));
  await runSupplyChange(db, { supplyId, revision }, forever);
  return getSupplyReport(db.sql, { supplyId, revision });
};

const coming = async (sku: string): Promise<string[]> =>
  (await listSupplies(db.sql, { sku })).map(({ supplyId, quantity }) => `${supplyId} ${quantity}`);

const projected = async (wanted: string[], changes: object = {}): Promise<string | null> => {
  const order = newOrder('new', wanted, { placedAt: day(9), ...changes });
  return (await projectOrder(db.sql, order, today))?.on ?? null;
};

describe('a receipt', () => {
  beforeEach(async () => {
    await announce('late', 'LAMP:10 2027-03-01');
    await announce('early', 'LAMP:4 2027-01-01');
    await announce('some-day', 'LAMP:9');
  });

  test('lowers the supply that it names', async () => {
    await receiveStock(db, { ...receiptOf('r', 'LAMP:3'), supplyId: 'late' });
    expect(await coming('LAMP')).toEqual(['early 4', 'late 7', 'some-day 9']);
  });

  test('lowers the earliest when it names none, and those after it by the rest', async () => {
    await receive(db, 'LAMP:6');
    expect(await coming('LAMP')).toEqual(['late 8', 'some-day 9']);
  });

  test('lowers nothing beyond what was to come, nor another location', async () => {
    await receive(db, 'LAMP:100');
    await announce('north', 'LAMP@north:3 2027-01-01');
    await receive(db, 'LAMP:1');
    expect(await coming('LAMP')).toEqual(['north 3']);
  });

  test('lowers it once, however often it is repeated, and all when many come at once', async () => {
    const receipts = Array.from({ length: 10 }, (_, index) => receiptOf(`r-${index}`, 'LAMP:2'));
    await Promise.all([...receipts, ...receipts].map((receipt) => receiveStock(db, receipt)));
    expect(await coming('LAMP')).toEqual(['some-day 3']);
  });
});

describe('the promise of a new checkout', () => {
  test('comes from the supply that its place at the end of its priority reaches', async () => {
    await place(db, { A: ['LAMP:3'], B: ['LAMP:1'] });
    await announce('one', 'LAMP:5 2027-01-10');
    await announce('two', 'LAMP:5 2027-02-10');
    expect(await projected(['LAMP:1'])).toBe('2027-01-10');
    expect(await projected(['LAMP:2'])).toBe('2027-02-10');
    expect(await projected(['LAMP:5'], { priority: 1 })).toBe('2027-01-10');
    expect(await projected(['LAMP:7'])).toBeNull();
  });

  test('adds handling days, and is that of the latest of its lines', async () => {
    await db.sql`insert into products (sku, title, handling_days, body_hash)
      values ('LAMP', 'Lamp', 3, '')`;
    await announce('lamps', 'LAMP:5 2027-01-30');
    await announce('rugs', 'RUG:5 2027-02-01');
    expect(await projected(['LAMP:1'])).toBe('2027-02-02');
    expect(await projected(['LAMP:1', 'RUG:1'])).toBe('2027-02-02');
    expect(await projected(['LAMP:1', 'VASE:1'])).toBeNull();
  });

  test('counts two lines of one SKU together', async () => {
    await announce('one', 'LAMP:5 2027-01-10');
    expect(await projected(['LAMP:3', 'LAMP:3'])).toBeNull();
  });

  test('is today when units are free that nobody who waits can use', async () => {
    await place(db, { A: ['LAMP:10'] });
    await receive(db, 'LAMP:4');
    expect(await projected(['LAMP:4'])).toBe(today);
    expect(await projected(['LAMP:5'])).toBeNull();
  });

  test('belongs to its own location', async () => {
    await announce('north', 'LAMP@north:5 2027-01-10');
    expect(await projected(['LAMP:1'])).toBeNull();
    expect(await projected(['LAMP@north:1'])).toBe('2027-01-10');
  });
});

describe('a change of supply', () => {
  const promise = { on: '2027-01-15', basis: 'supply one' };

  test('breaks only promises that it cannot keep, with from and to', async () => {
    await announce('one', 'LAMP:2 2027-01-10');
    await announce('two', 'LAMP:2 2027-01-12');
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'] }, { promise });
    await db.sql`delete from news`;
    const report = await announce('two', 'LAMP:2 2027-02-20');
    expect(report).toMatchObject({
      moved: 1,
      broken: [{ orderId: 'C', from: '2027-01-15', to: '2027-02-20' }],
      more: false,
    });
    expect((await listPromises(db.sql, 'C')).at(-1)).toMatchObject({
      promiseId: 'supply/two/2',
      on: '2027-02-20',
      basis: 'supply two, expected on 2027-02-20: the factory',
    });
    expect(await listPromiseMoves(db.sql, 'C')).toMatchObject([{ promiseId: 'supply/two/2' }]);
    expect(await db.sql`select order_id from news`).toMatchObject([{ orderId: 'C' }]);
    expect(await listPromises(db.sql, 'A')).toHaveLength(1);
  });

  test('moves silently where the promise holds', async () => {
    await announce('one', 'LAMP:2 2027-01-10');
    await place(db, { A: ['LAMP:1'] }, { promise });
    expect(await announce('one', 'LAMP:2 2027-01-15')).toMatchObject({ moved: 1, broken: [] });
    expect(await announce('one', 'LAMP:2 2027-01-05')).toMatchObject({ moved: 1, broken: [] });
  });

  test('that withdraws it leaves nobody with a date, nor anyone unheard', async () => {
    await announce('one', 'LAMP:2 2027-01-10');
    await place(db, { A: ['LAMP:2'], B: ['LAMP:1'] }, { promise });
    const changed = await deleteSupply(db, 'one');
    await runSupplyChange(db, { supplyId: 'one', revision: changed?.revision ?? 0 }, forever);
    const report = await getSupplyReport(db.sql, { supplyId: 'one', revision: 2 });
    // B was never within reach of any supply: nothing has changed for it.
    expect(report.broken).toMatchObject([{ orderId: 'A', from: '2027-01-15', to: null }]);
    expect((await listPromises(db.sql, 'A')).at(-1)).toMatchObject({ on: null });
    expect(await deleteSupply(db, 'one')).toEqual({ outcome: 'unchanged', revision: 2 });
    expect(await deleteSupply(db, 'nothing')).toBeUndefined();
  });

  test('under the same words changes nothing, even after a receipt', async () => {
    await announce('one', 'LAMP:2 2027-01-10');
    await receive(db, 'LAMP:1');
    const again = await putSupply(db, announced('one', 'LAMP:2 2027-01-10'));
    expect(again).toEqual({ outcome: 'unchanged', revision: 1 });
    expect(await coming('LAMP')).toEqual(['one 1']);
  });

  test('looks at every SKU of an order', async () => {
    await announce('lamps', 'LAMP:5 2027-01-10');
    await announce('rugs', 'RUG:5 2027-01-14');
    await place(db, { A: ['LAMP:1', 'RUG:1'], B: ['RUG:1'] }, { promise });
    expect(await announce('lamps', 'LAMP:5 2027-01-12')).toMatchObject({ moved: 0, broken: [] });
    expect((await announce('rugs', 'RUG:5 2027-03-01')).broken).toMatchObject([
      { orderId: 'A', to: '2027-03-01' },
      { orderId: 'B', to: '2027-03-01' },
    ]);
    expect((await announce('lamps', 'LAMP:5 2027-04-01')).broken).toMatchObject([
      { orderId: 'A', from: '2027-03-01', to: '2027-04-01' },
    ]);
  });

  test('to another location concerns both', async () => {
    await announce('one', 'LAMP:2 2027-01-10');
    await place(db, { A: ['LAMP:1'], N: ['LAMP@north:1'] }, { promise });
    expect(await announce('one', 'LAMP@north:2 2027-01-20')).toMatchObject({
      moved: 2,
      broken: [
        { orderId: 'A', to: null },
        { orderId: 'N', to: '2027-01-20' },
      ],
    });
  });

  test('is previewed exactly, and the preview changes nothing', async () => {
    await announce('one', 'LAMP:3 2027-01-10');
    await announce('rugs', 'RUG:1 2027-01-10');
    await place(
      db,
      { A: ['LAMP:1'], B: ['LAMP:1', 'RUG:1'], C: ['LAMP:1'], D: ['LAMP:1'] },
      { promise },
    );
    for (const text of ['LAMP:1 2027-02-01', 'LAMP@north:3 2027-01-01', 'LAMP:9 2027-01-01']) {
      const change = announced('one', text);
      const preview = await previewSupply(db.sql, { supplyId: 'one', change }, forever);
      expect(await previewSupply(db.sql, { supplyId: 'one', change }, forever)).toMatchObject({
        moved: preview?.moved,
        broken: preview?.broken,
      });
      const { moved, broken } = await announce('one', text);
      expect(preview).toMatchObject({ moved, broken });
    }
    const change = announced('one', 'LAMP:9 2027-01-01');
    expect(await previewSupply(db.sql, { supplyId: 'one', change }, forever)).toMatchObject({
      moved: 0,
    });
    expect((await previewSupply(db.sql, { supplyId: 'one', change: null }, forever))?.moved).toBe(
      4,
    );
    expect(
      await previewSupply(db.sql, { supplyId: 'none', change: null }, forever),
    ).toBeUndefined();
  });

  test('walks a long queue in pages, and goes on where a budget ended', async () => {
    await announce('one', 'LAMP:1200 2027-01-10');
    await Promise.all(
      Array.from({ length: 1_200 }, (_, index) =>
        placeOrder(
          db,
          newOrder(`n${index}`, ['LAMP:1'], { placedAt: addMs(dayZero, index), promise }),
        ),
      ),
    );
    const { revision } = await putSupply(db, announced('one', 'LAMP:1200 2027-03-01'));
    const change = { supplyId: 'one', revision };
    await runSupplyChange(db, change, { budgetMs: 1, now });
    expect(await getSupplyReport(db.sql, change)).toMatchObject({ moved: 500, more: true });
    await Promise.all([
      runUnfinishedSupplyChanges(db, forever),
      runUnfinishedSupplyChanges(db, forever),
      runSupplyChange(db, change, forever),
    ]);
    const report = await getSupplyReport(db.sql, change);
    expect(report).toMatchObject({ moved: 1_200, more: true });
    expect(report.broken).toHaveLength(100);
    const [count] = await db.sql`select count(*) from promise_moves`;
    expect(count).toEqual({ count: 1_200 });
  });
});
