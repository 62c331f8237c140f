import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { applyCancellation, recordCancellation } from '../../../db/stock/cancel.ts';
import { makeFirm } from '../../../db/stock/lease/lease.ts';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import { dayZero } from '../../support/cast.ts';
import { empty, leaseOf, listStock, place, receive, runWalks, story } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';
import { expectLedgerToAddUp } from './ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const cancel = async (orderId: string, lines: Part[] | null, cancelId = 'c-1') => {
  const act = { orderId, cancelId, by: 'customer' as const, lines, at: dayZero };
  const cancelled = await applyCancellation(db, act);
  await runWalks(db, cancelled.walkIds);
  return cancelled;
};

describe('a cancellation', () => {
  test('gives up waiting units, then the newest lease, and firm units last', async () => {
    await place(db, { A: ['LAMP:7'] }, { fulfilment: 'ship-available' });
    await receive(db, 'LAMP:2');
    await makeFirm(db, { orderId: 'A', leaseId: await leaseOf(db, 'A') });
    await receive(db, 'LAMP:2');
    await receive(db, 'LAMP:1');
    expect(await story(db, 'A')).toEqual([
      'A firm 1×2',
      'A leased 1×2',
      'A leased 1×1',
      'A waiting 1×2',
    ]);
    const some = (quantity: number) => [{ lineId: '1', quantity }];
    await cancel('A', some(3), 'c-1');
    expect(await story(db, 'A')).toEqual(['A firm 1×2', 'A leased 1×2', 'A cancelled 1×3']);
    await cancel('A', some(3), 'c-2');
    expect(await story(db, 'A')).toEqual(['A firm 1×1', 'A cancelled 1×6']);
    expect((await cancel('A', some(9), 'c-3')).lines).toEqual(some(1));
    expect(await story(db, 'A')).toEqual(['A cancelled 1×7']);
    expect(await listStock(db, 'LAMP')).toMatchObject([{ onHand: 5, allocated: 0, waiting: 0 }]);
    await expectLedgerToAddUp(db);
  });

  test('of everything frees only what was set aside, for the next in line', async () => {
    await place(db, { A: ['LAMP:1', 'RUG:1'], B: ['LAMP:1'] }, { fulfilment: 'ship-available' });
    await receive(db, 'LAMP:1');
    const { lines, snapshot } = await cancel('A', null);
    expect(lines).toEqual([
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
    ]);
    expect(snapshot.leases).toEqual([]);
    expect(await story(db, 'A', 'B')).toEqual([
      'A cancelled 1×1',
      'A cancelled 2×1',
      'B leased 1×1',
    ]);
    expect(await listStock(db, 'RUG')).toMatchObject([{ onHand: 0, allocated: 0 }]);
    await expectLedgerToAddUp(db);
  });

  test('cancels once under one id, and keeps who asked and why', async () => {
    await place(db, { A: ['LAMP:3'] });
    const one = [{ lineId: '1', quantity: 1 }];
    const asked = { orderId: 'A', cancelId: 'c-1', by: 'shop' as const, lines: one, at: dayZero };
    await recordCancellation(db.sql, { ...asked, reason: 'too late for the birthday' });
    const first = await cancel('A', one);
    expect(await cancel('A', one)).toEqual({ ...first, walkIds: [] });
    expect(await story(db, 'A')).toEqual(['A waiting 1×2', 'A cancelled 1×1']);
    expect(await db.sql`select by, reason, requested, lines from cancellations`).toMatchObject([
      { by: 'shop', reason: 'too late for the birthday', requested: one, lines: one },
    ]);
  });

  test('lets what remains be whole with units that lay idle', async () => {
    await place(db, { A: ['LAMP:1', 'RUG:1'] });
    await receive(db, 'LAMP:1');
    await cancel('A', [{ lineId: '2', quantity: 1 }]);
    expect(await story(db, 'A')).toEqual(['A leased 1×1', 'A cancelled 2×1']);
    await expectLedgerToAddUp(db);
  });
});
