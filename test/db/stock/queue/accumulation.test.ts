import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setSkipped } from '../../../../db/backorder/place.ts';
import type { Db } from '../../../../db/client.ts';
import { acceptPromises, recordPromise } from '../../../../db/promise/promises.ts';
import { withdrawPromise } from '../../../../db/promise/withdraw.ts';
import { adjustStock } from '../../../../db/stock/adjustments.ts';
import { applyCancellation } from '../../../../db/stock/cancel.ts';
import { changeAccumulation } from '../../../../db/stock/lease/change-accumulation.ts';
import { type Reassigned, reassignUnits } from '../../../../db/stock/lease/reassign.ts';
import { readSnapshot } from '../../../../db/stock/ledger/snapshot.ts';
import { changePriority } from '../../../../db/stock/priority.ts';
import { openWalksForAccumulating } from '../../../../db/stock/queue/begin-accumulating.ts';
import { dayMs } from '../../../../workflows/domain/time.ts';
import { day } from '../../../support/cast.ts';
import { empty, place, receive, runWalks, story } from '../../cast.ts';
import { freshDatabase } from '../../fresh.ts';
import { expectLedgerToAddUp } from '../ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const act = (orderId: string, actId = 'act') => ({
  orderId,
  actId,
  by: 'Grace of support',
  reason: 'a promise by phone',
});

const accumulate = async (orderId: string, on: boolean, actId = `acc-${on}`) => {
  const { walkIds } = await changeAccumulation(db, { ...act(orderId, actId), on });
  await runWalks(db, walkIds);
};

const kept = async (orderId: string): Promise<number[]> =>
  (await readSnapshot(db.sql, orderId)).lines.map((line) => line.kept);

/** Sets the order’s own clock. */
const forwardTo = async (orderId: string, instant: string) =>
  setSkipped(db.sql, orderId, Date.parse(instant) - Date.now());

const entries = (orderId: string) => db.sql`
  select type, summary, detail ->> 'by' as by, detail ->> 'reason' as reason
  from timeline where order_id = ${orderId} and key like 'operator/%'`;

describe('an order that accumulates', () => {
  it('keeps what arrives without a lease until it is whole, then gets one lease', async () => {
    await place(db, { A: ['LAMP:5'], B: ['LAMP:1'] });
    await accumulate('A', true);
    const report = await receive(db, 'LAMP:3');
    expect(report).toMatchObject({ allocated: 3, left: 0, filled: [{ quantity: 3, kept: true }] });
    expect(await story(db, 'A', 'B')).toEqual(['A waiting 1×2', 'B waiting 1×1']);
    expect(await kept('A')).toEqual([3]);
    await expectLedgerToAddUp(db);

    await receive(db, 'LAMP:3');
    expect(await story(db, 'A', 'B')).toEqual(['A leased 1×5', 'B leased 1×1']);
    expect((await readSnapshot(db.sql, 'A')).leases).toHaveLength(1);
    await expectLedgerToAddUp(db);
  });

  it('keeps units of several shelves', async () => {
    await place(db, { A: ['LAMP:2', 'RUG@north:1'] });
    await accumulate('A', true);
    await receive(db, 'RUG@north:1');
    expect(await kept('A')).toEqual([0, 1]);
    await receive(db, 'LAMP:2');
    expect(await story(db, 'A')).toEqual(['A leased 1×2 2×1']);
  });

  it('begins to fourteen days past its first promise, in its own time', async () => {
    const promise = { on: '2027-01-15', basis: 'supplier' };
    await place(db, { A: ['LAMP:2'] }, { promise });
    await forwardTo('A', '2027-01-28T12:00:00.000Z');
    await receive(db, 'LAMP:1');
    expect(await kept('A')).toEqual([0]);
    await forwardTo('A', '2027-01-29T00:01:00.000Z');
    await runWalks(db, (await openWalksForAccumulating(db.sql)).walkIds);
    expect(await kept('A')).toEqual([1]);
    expect(await openWalksForAccumulating(db.sql)).toEqual({ walkIds: [] });
  });

  it('takes no promise for its first that never counted', async () => {
    await place(db, { A: ['LAMP:2'], B: ['LAMP:2'] }, { promise: null });
    const promise = { on: '2026-11-24', basis: 'mail', reason: 'asked', statedAt: day(0) };
    for (const orderId of ['A', 'B']) {
      await recordPromise(db.sql, orderId, { ...promise, promiseId: 'p-1' });
      await forwardTo(orderId, '2026-12-18T12:00:00.000Z');
    }
    await withdrawPromise(db, { orderId: 'A', promiseId: 'p-1', because: 'cancelled' });
    await receive(db, 'LAMP:1');
    expect([await kept('A'), await kept('B')]).toEqual([[0], [0]]);
    await acceptPromises(db.sql, 'B', [{ promiseId: 'p-1', at: day(0) }]);
    const { walkIds } = await openWalksForAccumulating(db.sql);
    await runWalks(db, walkIds);
    expect([await kept('A'), await kept('B')]).toEqual([[0], [1]]);
  });

  it('begins to thirty days after it was placed when nothing was promised', async () => {
    await place(db, { A: ['LAMP:2'] }, { promise: null });
    await forwardTo('A', day(29));
    await receive(db, 'LAMP:1');
    expect(await kept('A')).toEqual([0]);
    await setSkipped(db.sql, 'A', Date.parse(day(30)) - Date.now() + dayMs);
    await runWalks(db, (await openWalksForAccumulating(db.sql)).walkIds);
    expect(await kept('A')).toEqual([1]);
  });

  it('never does by an operator’s word, and gives back what was kept', async () => {
    await place(db, { A: ['LAMP:5'], B: ['LAMP:2'] }, { promise: null });
    await forwardTo('A', day(90));
    await receive(db, 'LAMP:2');
    expect(await kept('A')).toEqual([2]);
    await accumulate('A', false);
    expect(await story(db, 'A', 'B')).toEqual(['A waiting 1×5', 'B leased 1×2']);
    await receive(db, 'LAMP:2');
    expect(await kept('A')).toEqual([0]);
    expect(await entries('A')).toMatchObject([
      { type: 'AccumulationChanged', by: 'Grace of support', reason: 'a promise by phone' },
    ]);
    await expectLedgerToAddUp(db);
  });

  it('is whole once it gives up what it still waited for', async () => {
    await place(db, { A: ['LAMP:5'] });
    await accumulate('A', true);
    await receive(db, 'LAMP:3');
    const lines = [{ lineId: '1', quantity: 2 }];
    const cancellation = { orderId: 'A', cancelId: 'c', by: 'customer' as const, at: day(1) };
    await runWalks(db, (await applyCancellation(db, { ...cancellation, lines })).walkIds);
    expect(await story(db, 'A')).toEqual(['A leased 1×3', 'A cancelled 1×2']);
    await expectLedgerToAddUp(db);
  });

  it('loses kept units to a correction before anybody loses a lease, without a word', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:5'] });
    await accumulate('B', true);
    await receive(db, 'LAMP:3');
    const shelf = { sku: 'LAMP', location: 'main' };
    await adjustStock(db, {
      adjustmentId: 'a',
      ...shelf,
      delta: -1,
      reason: 'other',
      bodyHash: '',
    });
    expect(await kept('B')).toEqual([1]);
    expect((await readSnapshot(db.sql, 'B')).revocations).toBe(0);
    await expectLedgerToAddUp(db);
  });
});

describe('a new priority', () => {
  it('moves the order in the queue, with who and why on record', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await changePriority(db, { ...act('B'), priority: 5 });
    await changePriority(db, { ...act('B'), priority: 9 });
    await receive(db, 'LAMP:1');
    expect(await story(db, 'A', 'B')).toEqual(['A waiting 1×1', 'B leased 1×1']);
    expect(await entries('B')).toMatchObject([
      { type: 'PriorityChanged', summary: 'Priority 0 changed to 5 by Grace of support' },
    ]);
  });
});

describe('a reassignment', () => {
  const reassign = async (from: string, to: string, quantity: number): Promise<Reassigned> => {
    const done = await reassignUnits(db, {
      ...act(from),
      to,
      lines: [{ lineId: '1', quantity }],
    });
    if (done.outcome === 'reassigned') await runWalks(db, done.walkIds);
    return done;
  };

  it('moves set-aside units past everyone else, and both hear of it', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    await db.sql`delete from news`;
    expect(await reassign('A', 'C', 1)).toMatchObject({ outcome: 'reassigned' });
    expect(await story(db, 'A', 'B', 'C')).toEqual([
      'A waiting 1×1',
      'B waiting 1×1',
      'C leased 1×1',
    ]);
    expect(await db.sql`select order_id from news order by 1`).toEqual([
      { orderId: 'A' },
      { orderId: 'C' },
    ]);
    expect(await entries('A')).toHaveLength(1);
    expect(await entries('C')).toHaveLength(1);
    await expectLedgerToAddUp(db);
    expect(await reassign('A', 'C', 1)).toEqual({ outcome: 'reassigned', walkIds: [] });
  });

  it('keeps units that are too few for the other order’s policy', async () => {
    await place(db, { A: ['LAMP:2'], B: ['LAMP:3'] });
    await receive(db, 'LAMP:2');
    await reassign('A', 'B', 2);
    expect(await kept('B')).toEqual([2]);
    await receive(db, 'LAMP:3');
    expect(await story(db, 'A', 'B')).toEqual(['A leased 1×2', 'B leased 1×3']);
  });

  it('is refused when units are missing on either side', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['RUG:1'] });
    expect(await reassign('A', 'B', 1)).toEqual({ outcome: 'not_set_aside' });
    await receive(db, 'LAMP:1');
    expect(await reassign('A', 'C', 1)).toEqual({ outcome: 'not_waiting' });
    expect(await story(db, 'A')).toEqual(['A leased 1×1']);
  });
});
