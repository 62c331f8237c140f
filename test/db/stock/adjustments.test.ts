import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { adjustStock } from '../../../db/stock/adjustments.ts';
import { makeFirm } from '../../../db/stock/lease/lease.ts';
import { readSnapshot } from '../../../db/stock/ledger/snapshot.ts';
import { empty, leaseOf, place, receive, runWalks, story } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';
import { expectLedgerToAddUp } from './ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const adjust = async (delta: number, adjustmentId = `a${delta}`, bodyHash = 'body') => {
  const shelf = { sku: 'LAMP', location: 'main' };
  const done = await adjustStock(db, { adjustmentId, ...shelf, delta, reason: 'other', bodyHash });
  if ('walkIds' in done) await runWalks(db, done.walkIds);
  return done;
};

const firm = async (orderId: string) =>
  makeFirm(db, { orderId, leaseId: await leaseOf(db, orderId) });

const newsOf = async (): Promise<string[]> =>
  (await db.sql<{ orderId: string }[]>`select order_id from news order by 1`).map(
    ({ orderId }) => orderId,
  );

describe('a negative correction', () => {
  it('takes free units first and leaves every order alone', async () => {
    await place(db, { A: ['LAMP:1'] });
    await receive(db, 'LAMP:3');
    expect(await adjust(-2)).toMatchObject({ outcome: 'adjusted', revoked: [] });
    expect(await story(db, 'A')).toEqual(['A leased 1×1']);
    await expectLedgerToAddUp(db);
  });

  it('ends leases before firm ones, each from the end of the queue', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'], D: ['LAMP:1'] });
    await receive(db, 'LAMP:4');
    await firm('C');
    await firm('D');
    expect(await adjust(-1)).toMatchObject({ revoked: [{ orderId: 'B', quantity: 1 }] });
    expect(await adjust(-2)).toMatchObject({ revoked: [{ orderId: 'A' }, { orderId: 'D' }] });
    expect(await story(db, 'A', 'B', 'C', 'D')).toEqual([
      'A waiting 1×1',
      'B waiting 1×1',
      'C firm 1×1',
      'D waiting 1×1',
    ]);
    await expectLedgerToAddUp(db);
  });

  it('tells the orders that lost units, and counts it for them', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await receive(db, 'LAMP:2');
    await db.sql`delete from news`;
    await adjust(-1);
    expect(await newsOf()).toEqual(['B']);
    expect((await readSnapshot(db.sql, 'A')).revocations).toBe(0);
    expect((await readSnapshot(db.sql, 'B')).revocations).toBe(1);
  });

  it('shrinks the lease of an order that may go in parts', async () => {
    await place(db, { A: ['LAMP:5'] }, { fulfilment: 'ship-available' });
    await receive(db, 'LAMP:5');
    await firm('A');
    expect(await adjust(-2)).toMatchObject({ revoked: [{ orderId: 'A', quantity: 2 }] });
    expect(await story(db, 'A')).toEqual(['A firm 1×3', 'A waiting 1×2']);
    await expectLedgerToAddUp(db);
  });

  it('ends the lease of a whole order, and what is left of it goes to the next', async () => {
    await place(db, { A: ['LAMP:3', 'RUG:1'] });
    await receive(db, 'RUG:1');
    await receive(db, 'LAMP:3');
    await place(db, { B: ['RUG:1'], C: ['LAMP:2'] });
    expect(await story(db, 'A')).toEqual(['A leased 1×3 2×1']);
    expect(await adjust(-1)).toMatchObject({
      revoked: [
        { orderId: 'A', lineId: '1', quantity: 3 },
        { orderId: 'A', lineId: '2', quantity: 1 },
      ],
    });
    expect(await story(db, 'A', 'B', 'C')).toEqual([
      'A waiting 1×3',
      'A waiting 2×1',
      'B leased 1×1',
      'C leased 1×2',
    ]);
    await expectLedgerToAddUp(db);
  });

  it('takes both lines of one lease at once', async () => {
    await place(db, { A: ['LAMP:2', 'LAMP:2'] });
    await receive(db, 'LAMP:4');
    await adjust(-3);
    expect(await story(db, 'A')).toEqual(['A waiting 1×2', 'A waiting 2×2']);
    expect((await readSnapshot(db.sql, 'A')).revocations).toBe(1);
    await expectLedgerToAddUp(db);
  });

  it('is refused when more would be gone than is on hand', async () => {
    await receive(db, 'LAMP:3');
    expect(await adjust(-4)).toEqual({ outcome: 'too_much', onHand: 3 });
    expect(await adjust(-3)).toMatchObject({ outcome: 'adjusted' });
  });
});

describe('a correction', () => {
  it('gives found units to those who wait', async () => {
    await place(db, { A: ['LAMP:2'] });
    await adjust(3);
    expect(await story(db, 'A')).toEqual(['A leased 1×2']);
    await expectLedgerToAddUp(db);
  });

  it('is applied once, however often and wherever it is repeated', async () => {
    await receive(db, 'LAMP:9');
    const all = await Promise.all(Array.from({ length: 5 }, () => adjust(-2, 'once')));
    expect(all.map(({ outcome }) => outcome).sort()).toEqual([
      'adjusted',
      ...Array.from({ length: 4 }, () => 'replayed'),
    ]);
    expect(await adjust(-3, 'once', 'other')).toEqual({ outcome: 'conflict' });
    const [shelf] = await db.sql`select on_hand from stock`;
    expect(shelf).toEqual({ onHand: 7 });
  });

  it('never takes a unit that becomes firm at the same moment twice', async () => {
    const orders = Array.from({ length: 6 }, (_, index) => `O${index}`);
    await place(db, Object.fromEntries(orders.map((orderId) => [orderId, ['LAMP:1']])));
    await receive(db, 'LAMP:6');
    const leases = await Promise.all(orders.map((orderId) => leaseOf(db, orderId)));
    await Promise.all([
      ...orders.map((orderId, index) => makeFirm(db, { orderId, leaseId: leases[index] ?? '' })),
      ...[1, 2, 3].map((index) => adjust(-1, `p${index}`)),
    ]);
    const told = await story(db, ...orders);
    expect(told.filter((line) => line.includes('waiting'))).toHaveLength(3);
    await expectLedgerToAddUp(db);
  });
});
