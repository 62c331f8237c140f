import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { findWalkOfReceipt, runWalk } from '../../../db/stock/queue/walks.ts';
import { receiveStock } from '../../../db/stock/receipts.ts';
import { listStock, place, receiptOf } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('a receipt', () => {
  test('puts its units on the shelf once, however often it comes', async () => {
    const receipt = receiptOf('r-1', 'LAMP:5');
    const answers = await Promise.all(Array.from({ length: 10 }, () => receiveStock(db, receipt)));
    expect(answers.map((answer) => answer.outcome).sort()).toEqual([
      'received',
      ...Array(9).fill('replayed'),
    ]);
    expect(await listStock(db, 'LAMP')).toEqual([
      { sku: 'LAMP', location: 'main', onHand: 5, allocated: 0, waiting: 0 },
    ]);
  });

  test('is a conflict when its id comes with another body', async () => {
    await receiveStock(db, receiptOf('r-2', 'RUG:5'));
    expect(await receiveStock(db, receiptOf('r-2', 'RUG:6'))).toEqual({ outcome: 'conflict' });
    expect(await listStock(db, 'RUG')).toMatchObject([{ onHand: 5 }]);
  });

  test('reports the same when it is replayed', async () => {
    await place(db, { A: ['VASE:2'], B: ['VASE:9'], C: ['VASE:1'] });
    const receipt = receiptOf('r-3', 'VASE:5');
    const first = await receiveStock(db, receipt);
    if (first.outcome === 'conflict') throw new Error('new');
    await runWalk(db, first.walkId);
    const report = await findWalkOfReceipt(db.sql, 'r-3');
    expect(report).toEqual({
      walkId: first.walkId,
      allocated: 3,
      left: 2,
      filled: [
        { orderId: 'A', lineId: '1', quantity: 2 },
        { orderId: 'C', lineId: '1', quantity: 1 },
      ],
      skipped: [{ orderId: 'B', reason: 'needs_more_units' }],
      more: false,
    });
    expect(await receiveStock(db, receipt)).toEqual({ outcome: 'replayed', walkId: first.walkId });
    await runWalk(db, first.walkId);
    expect(await findWalkOfReceipt(db.sql, 'r-3')).toEqual(report);
  });

  test('says that there is more to come until its walk is over', async () => {
    await receiveStock(db, receiptOf('r-4', 'BOWL:5'));
    expect(await findWalkOfReceipt(db.sql, 'r-4')).toMatchObject({ allocated: 0, more: true });
  });
});
