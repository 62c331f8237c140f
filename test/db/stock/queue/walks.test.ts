import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeOrder } from '../../../../db/backorder/place.ts';
import type { Db } from '../../../../db/client.ts';
import {
  findWalkOfReceipt,
  runUnfinishedWalks,
  runWalk,
} from '../../../../db/stock/queue/walks.ts';
import { receiveStock } from '../../../../db/stock/receipts.ts';
import type { Fulfilment } from '../../../../workflows/domain/stock/allocation.ts';
import { addMs } from '../../../../workflows/domain/time.ts';
import { day, dayZero } from '../../../support/cast.ts';
import { empty, newOrder, place, receiptOf, receive, story } from '../../cast.ts';
import { freshDatabase } from '../../fresh.ts';
import { expectLedgerToAddUp } from '../ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 20 });
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const open = async (text: string): Promise<number> => {
  const received = await receiveStock(db, receiptOf(`receipt of ${text}`, text));
  if (received.outcome === 'conflict') throw new Error('received before');
  return received.walkId;
};

describe('a walk', () => {
  test('gives units to the first in the queue', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'] });
    await receive(db, 'LAMP:2');
    expect(await story(db, 'A', 'B', 'C')).toEqual([
      'A leased 1×1',
      'B leased 1×1',
      'C waiting 1×1',
    ]);
    await expectLedgerToAddUp(db);
  });

  test('puts priority before time, and time before the id', async () => {
    const at = addMs(dayZero, 1);
    await place(db, { low: ['LAMP:1'] }, { priority: -5 });
    await place(db, { a: ['LAMP:1'] }, { placedAt: at });
    await place(db, { B: ['LAMP:1'] }, { placedAt: at });
    await place(db, { early: ['LAMP:1'] });
    await place(db, { high: ['LAMP:1'] }, { priority: 10, placedAt: addMs(at, 1) });
    const served: string[] = [];
    for (let count = 0; count < 5; count++) {
      served.push(...(await receive(db, 'LAMP:1')).filled.map((part) => part.orderId));
    }
    expect(served).toEqual(['high', 'early', 'B', 'a', 'low']);
  });

  const policies: Record<Fulfilment, string[]> = {
    'ship-available': ['A leased 1×3', 'A waiting 1×2', 'A waiting 2×1', 'B waiting 1×2'],
    'whole-line': ['A waiting 1×5', 'A waiting 2×1', 'B leased 1×2'],
    'whole-order': ['A waiting 1×5', 'A waiting 2×1', 'B leased 1×2'],
  };
  test.each(Object.entries(policies))('fills what %s can use', async (policy, expected) => {
    const fulfilment = policy as Fulfilment;
    await place(db, { A: ['LAMP:5', 'RUG:1'], B: ['LAMP:2'] }, { fulfilment });
    await receive(db, 'LAMP:3');
    expect(await story(db, 'A', 'B')).toEqual(expected);
    await expectLedgerToAddUp(db);
  });

  test('keeps the place of a skipped order for the next receipt', async () => {
    await place(db, { A: ['LAMP:4'], B: ['LAMP:3'], C: ['LAMP:1'] });
    expect(await receive(db, 'LAMP:2')).toMatchObject({
      allocated: 1,
      left: 1,
      skipped: [
        { orderId: 'A', reason: 'needs_more_units' },
        { orderId: 'B', reason: 'needs_more_units' },
      ],
    });
    await receive(db, 'LAMP:3');
    expect(await story(db, 'A', 'B', 'C')).toEqual([
      'A leased 1×4',
      'B waiting 1×3',
      'C leased 1×1',
    ]);
  });

  test('calls nobody skipped whom its units never reached', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1', 'RUG:1'] });
    await receive(db, 'RUG:1');
    expect(await receive(db, 'LAMP:1')).toMatchObject({ allocated: 1, skipped: [], more: false });
  });

  test('fills a whole order when the last of its SKUs arrives', async () => {
    await place(db, { A: ['LAMP:1', 'RUG:1'] });
    expect((await receive(db, 'LAMP:1')).skipped).toEqual([
      { orderId: 'A', reason: 'needs_other_lines' },
    ]);
    await receive(db, 'RUG:1');
    expect(await story(db, 'A')).toEqual(['A leased 1×1 2×1']);
  });

  test('walks a queue longer than a page, and lists the first hundred', async () => {
    await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        placeOrder(db, newOrder(`n${index}`, ['LAMP:1'], { placedAt: addMs(dayZero, index) })),
      ),
    );
    await place(db, { urgent: ['LAMP:1'] }, { priority: 1, placedAt: day(1) });
    const report = await receive(db, 'LAMP:295');
    expect(report).toMatchObject({ allocated: 295, left: 0, more: true });
    expect(report.filled).toHaveLength(100);
    expect(report.filled[0]).toMatchObject({ orderId: 'urgent' });
    expect(await story(db, 'n293', 'n294')).toEqual(['n293 leased 1×1', 'n294 waiting 1×1']);
    await expectLedgerToAddUp(db);
  });

  test('locks no more than a hundred shelves for orders that want many', async () => {
    const wide = (start: number) => Array.from({ length: 60 }, (_, index) => `S${start + index}:1`);
    await place(db, { A: ['LAMP:1', ...wide(0)], B: ['LAMP:1', ...wide(60)], C: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    expect(await story(db, 'C')).toEqual(['C leased 1×1']);
  });

  test('goes on after a crash where it stopped', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await open('LAMP:2');
    expect(await runUnfinishedWalks(db, { budgetMs: 5_000 })).toBe(1);
    expect(await findWalkOfReceipt(db.sql, 'receipt of LAMP:2')).toMatchObject({ allocated: 2 });
    expect(await runUnfinishedWalks(db, { budgetMs: 5_000 })).toBe(0);
  });

  test('stops when its budget is used up', async () => {
    const walkId = await open('LAMP:2');
    expect(await runWalk(db, walkId, { budgetMs: 0 })).toEqual({ done: false });
    expect(await runWalk(db, walkId)).toEqual({ done: true });
  });

  test('leaves no whole order idle when its two SKUs arrive at once', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `${index}`);
    await place(db, Object.fromEntries(names.map((n) => [n, [`LAMP-${n}:1`, `RUG-${n}:1`]])));
    await Promise.all(
      names.flatMap((n) => [receive(db, `LAMP-${n}:1`), receive(db, `RUG-${n}:1`)]),
    );
    expect(await story(db, ...names)).toEqual(names.map((n) => `${n} leased 1×1 2×1`));
    await expectLedgerToAddUp(db);
  });

  test('keeps the order of every queue while two are under way', async () => {
    await place(db, { first: ['RUG:1'], both: ['LAMP:1', 'RUG:1'], last: ['LAMP:1'] });
    const rugs = await open('RUG:1');
    const lamps = await open('LAMP:1');
    await runWalk(db, lamps);
    await runWalk(db, rugs);
    expect(await story(db, 'first', 'both', 'last')).toEqual([
      'first leased 1×1',
      'both waiting 1×1',
      'both waiting 2×1',
      'last leased 1×1',
    ]);
    await expectLedgerToAddUp(db);
  });

  test('goes on by itself after another walk needed a part of it done', async () => {
    await place(db, { first: ['RUG:1'], both: ['LAMP:1', 'RUG:1'], last: ['RUG:1'] });
    const rugs = await open('RUG:3');
    const lamps = await open('LAMP:1');
    await runWalk(db, lamps);
    expect(await story(db, 'first', 'both', 'last')).toEqual([
      'first leased 1×1',
      'both leased 1×1 2×1',
      'last waiting 1×1',
    ]);
    await runWalk(db, rugs);
    expect(await story(db, 'last')).toEqual(['last leased 1×1']);
    await expectLedgerToAddUp(db);
  });

  test('serves those ahead first when units arrive behind a walk under way', async () => {
    await place(db, { big: ['LAMP:3'], a: ['LAMP:2'], b: ['LAMP:2'] });
    const second = await open('LAMP:2');
    await open('LAMP:1');
    await runWalk(db, second);
    await runUnfinishedWalks(db, { budgetMs: 5_000 });
    expect(await story(db, 'big', 'a', 'b')).toEqual([
      'big leased 1×3',
      'a waiting 1×2',
      'b waiting 1×2',
    ]);
  });

  test('does not overtake an order that a checkout has yet to be given its units', async () => {
    await place(db, { idle: ['LAMP:9'] });
    await receive(db, 'LAMP:1');
    await placeOrder(db, newOrder('quick', ['LAMP:1'], { placedAt: addMs(dayZero, 60_000) }));
    await place(db, { late: ['LAMP:1'] }, { placedAt: addMs(dayZero, 120_000) });
    expect(await story(db, 'quick', 'late')).toEqual(['quick leased 1×1', 'late waiting 1×1']);
    await expectLedgerToAddUp(db);
  });
});
