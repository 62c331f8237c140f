import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { adjustStock } from '../../../db/stock/adjustments.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { countStock } from '../../../db/stock/counts.ts';
import { endExpiredLeases } from '../../../db/stock/lease/end-expired.ts';
import { makeFirm } from '../../../db/stock/lease/lease.ts';
import { previewReceipt } from '../../../db/stock/preview-receipt.ts';
import { applyShipment } from '../../../db/stock/ship.ts';
import { addMs, hourMs } from '../../../workflows/domain/time.ts';
import { empty, leaseOf, place, receiptOf, receive, runWalks, story } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';
import { expectLedgerToAddUp } from './ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const now = () => new Date().toISOString();
const shelf = { sku: 'LAMP', location: 'main' };

const count = async (onHand: number, countedAt = now(), countId = `c${onHand}@${countedAt}`) => {
  const done = await countStock(db, {
    countId,
    ...shelf,
    onHand,
    countedAt,
    bodyHash: `${onHand}`,
  });
  if ('walkIds' in done) await runWalks(db, done.walkIds);
  return done;
};

/** Arrived before anything is counted. */
const arrive = async (text: string) => {
  await receive(db, text);
  await db.sql`update receipts set received_at = now() - interval '1 hour'`;
};

const onHand = async () => (await db.sql`select on_hand from stock where sku = 'LAMP'`)[0]?.onHand;

/** What a shop has left after its own sales. */
const available = async (units: number, countedAt = now()) => {
  const countId = `a${units}@${countedAt}`;
  const level = { countId, ...shelf, available: units, countedAt, bodyHash: countId };
  const done = await countStock(db, level);
  if ('walkIds' in done) await runWalks(db, done.walkIds);
  return done;
};

/** The order's only line leaves now. */
const leave = async (orderId: string, quantity: number) => {
  await makeFirm(db, { orderId, leaseId: await leaseOf(db, orderId) });
  const lines = [{ lineId: '1', quantity }];
  await applyShipment(db, { orderId, shipmentId: `s-${orderId}`, lines, at: now() });
};

describe('what a shop has left after its own sales', () => {
  it('is on hand together with what it sold for us', async () => {
    await place(db, { A: ['LAMP:3'] });
    expect(await available(-2)).toMatchObject({ outcome: 'counted', difference: 1 });
    expect(await onHand()).toBe(1);
    expect(await available(8)).toMatchObject({ difference: 10 });
    expect(await story(db, 'A')).toEqual(['A leased 1×3']);
    await expectLedgerToAddUp(db);
  });

  it('is the same before and after a shipment', async () => {
    await place(db, { A: ['LAMP:3'] });
    await available(8);
    await leave('A', 3);
    expect(await available(8)).toMatchObject({ difference: 0 });
    expect(await onHand()).toBe(8);
  });

  it('counts units as ours that were shipped or cancelled only since', async () => {
    await place(db, { A: ['LAMP:3'], B: ['LAMP:2'] });
    await available(5);
    const then = now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await leave('A', 3);
    await applyCancellation(db, {
      orderId: 'B',
      cancelId: 'c',
      by: 'shop',
      lines: null,
      at: now(),
    });
    expect(await available(5, then)).toMatchObject({ difference: 0 });
    expect(await onHand()).toBe(7);
  });

  it('does not count an order that was placed later', async () => {
    const then = now();
    await place(db, { A: ['LAMP:3'] }, { placedAt: addMs(then, hourMs) });
    expect(await available(4, then)).toMatchObject({ difference: 4 });
    expect(await onHand()).toBe(4);
  });

  it('is nothing where more was sold than is ours', async () => {
    await place(db, { A: ['LAMP:1'] });
    expect(await available(-4)).toMatchObject({ difference: 0 });
    expect(await onHand()).toBe(0);
  });
});

describe('a stock count', () => {
  it('takes more than the ledger holds as a receipt, for those who wait', async () => {
    await place(db, { A: ['LAMP:2'] });
    expect(await count(3)).toMatchObject({ outcome: 'counted', difference: 3, revoked: [] });
    expect(await story(db, 'A')).toEqual(['A leased 1×2']);
    await expectLedgerToAddUp(db);
  });

  it('takes less as a correction, from the end of the queue', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await arrive('LAMP:2');
    expect(await count(1)).toMatchObject({ difference: -1, revoked: [{ orderId: 'B' }] });
    expect(await story(db, 'A', 'B')).toEqual(['A leased 1×1', 'B waiting 1×1']);
    await expectLedgerToAddUp(db);
  });

  it('does not count what moved since the count twice', async () => {
    await place(db, { A: ['LAMP:2'] });
    await arrive('LAMP:5');
    const leaseId = await leaseOf(db, 'A');
    await makeFirm(db, { orderId: 'A', leaseId });
    const countedAt = now();
    const later = addMs(countedAt, 1);
    const lines = [{ lineId: '1', quantity: 2 }];
    await applyShipment(db, { orderId: 'A', shipmentId: 's', lines, at: later });
    await adjustStock(db, { adjustmentId: 'a', ...shelf, delta: -1, reason: 'sold', bodyHash: '' });
    await db.sql`update adjustments set created_at = ${later}`;
    await db.sql`update shipments set created_at = ${later}`;
    await db.sql`insert into receipts (restock_id, sku, location, quantity, received_at, body_hash)
      values ('late', 'LAMP', 'main', 4, ${later}, '')`;
    await db.sql`update stock set received = received + 4`;
    expect(await onHand()).toBe(6);
    expect(await count(5, countedAt)).toMatchObject({ difference: 0 });
    expect(await count(4, countedAt)).toMatchObject({ difference: -1 });
    expect(await onHand()).toBe(5);
    await expectLedgerToAddUp(db);
  });

  it('is applied once, and never after a later one', async () => {
    const at = now();
    const all = await Promise.all([1, 2, 3].map(() => count(4, at, 'c')));
    expect(all.map(({ outcome }) => outcome).sort()).toEqual(['counted', 'replayed', 'replayed']);
    expect(await onHand()).toBe(4);
    expect(await count(5, at, 'c')).toEqual({ outcome: 'conflict' });
    expect(await count(9, addMs(at, -hourMs))).toMatchObject({ outcome: 'superseded' });
    expect(await onHand()).toBe(4);
  });
});

describe('a preview of a receipt', () => {
  const tables = async () =>
    Promise.all(
      ['orders', 'lines', 'leases', 'stock', 'receipts', 'walks', 'news', 'timeline'].map(
        (name) => db.sql`select * from ${db.sql(name)} order by 1, 2`,
      ),
    );

  it('says exactly what the receipt then does, and changes nothing', async () => {
    await place(db, { A: ['LAMP:2'], B: ['LAMP:9'], C: ['LAMP:1', 'RUG:1'], D: ['LAMP:1'] });
    const before = await tables();
    const told = await previewReceipt(db, receiptOf('preview/1', 'LAMP:4'), { budgetMs: 1_000 });
    expect(await tables()).toEqual(before);
    const { walkId: _, ...done } = await receive(db, 'LAMP:4');
    expect(told).toMatchObject(done);
    expect(done).toMatchObject({ allocated: 3, left: 1 });
  });

  it('says so when the queue is too long for it', async () => {
    await place(db, { A: ['LAMP:2'] });
    const told = await previewReceipt(db, receiptOf('preview/1', 'LAMP:4'), { budgetMs: 0 });
    expect(told).toMatchObject({ allocated: 0, more: true });
  });
});

describe('leases that nobody ended', () => {
  const expire = (orderId: string) =>
    db.sql`update leases set ends_at = now() - interval '10 minutes' where order_id = ${orderId}`;
  const sweep = () => endExpiredLeases(db, { overdueMs: 5 * 60_000, budgetMs: 1_000 });

  it('end after a while, and the units go to the next in line', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    expect(await sweep()).toBe(0);
    await expire('A');
    await db.sql`delete from news`;
    expect(await sweep()).toBe(1);
    expect(await story(db, 'A', 'B')).toEqual(['A waiting 1×1', 'B leased 1×1']);
    expect(await db.sql`select order_id from news order by 1`).toHaveLength(2);
    expect(await db.sql`select barred from orders where order_id = 'A'`).toEqual([
      { barred: null },
    ]);
    await expectLedgerToAddUp(db);
  });

  it('come back to the same order when nobody else wants them', async () => {
    await place(db, { A: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    await expire('A');
    await sweep();
    expect(await story(db, 'A')).toEqual(['A leased 1×1']);
  });

  it('let an order rejoin that a crash left standing back', async () => {
    await place(db, { A: ['LAMP:1'] });
    await db.sql`update orders set barred = 'parked'`;
    await db.sql`update lines set barred = 'parked'`;
    await sweep();
    await receive(db, 'LAMP:1');
    expect(await story(db, 'A')).toEqual(['A leased 1×1']);
  });
});
