import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { claimNews } from '../../../db/record/news.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { endLease, makeFirm } from '../../../db/stock/lease/lease.ts';
import { applyShipment } from '../../../db/stock/ship.ts';
import { decideShipment, reportShipment } from '../../../db/stock/shipment-reports.ts';
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

const ship = async (orderId: string, quantities: number[], shipmentId = 's-1') => {
  const lines = quantities.map((quantity, index) => ({ lineId: `${index + 1}`, quantity }));
  const shipped = await applyShipment(db, { orderId, shipmentId, lines, at: dayZero });
  await runWalks(db, shipped.walkIds);
  return shipped;
};

const firm = async (orderId: string): Promise<void> => {
  await makeFirm(db, { orderId, leaseId: await leaseOf(db, orderId) });
};

const takeBack = async (orderId: string): Promise<void> => {
  const lease = { orderId, leaseId: await leaseOf(db, orderId) };
  const { walkIds } = await endLease(db, { ...lease, bar: 'payment' });
  await runWalks(db, walkIds);
};

describe('a shipment', () => {
  test('takes firm units out of the ledger, oldest lease first', async () => {
    await place(db, { A: ['LAMP:3'] }, { fulfilment: 'ship-available' });
    await receive(db, 'LAMP:1');
    await firm('A');
    await receive(db, 'LAMP:1');
    expect(await ship('A', [1])).toMatchObject({ short: false, walkIds: [] });
    expect(await story(db, 'A')).toEqual(['A leased 1×1', 'A waiting 1×1', 'A shipped 1×1']);
    expect(await listStock(db, 'LAMP')).toMatchObject([{ onHand: 1, allocated: 1 }]);
    await expectLedgerToAddUp(db);
  });

  test('ships once under one id', async () => {
    await place(db, { A: ['LAMP:2'] });
    await receive(db, 'LAMP:2');
    await firm('A');
    const first = await ship('A', [1]);
    expect(await ship('A', [1])).toEqual(first);
    expect(await story(db, 'A')).toEqual(['A firm 1×1', 'A shipped 1×1']);
  });

  test('takes a free unit when its own was taken back', async () => {
    await place(db, { A: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    await takeBack('A');
    expect(await ship('A', [1])).toMatchObject({ short: false });
    expect(await story(db, 'A')).toEqual(['A shipped 1×1']);
    await expectLedgerToAddUp(db);
  });

  test('ends the lease that is last in the queue when none is free, and tells it', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['RUG:1', 'LAMP:1'] });
    await receive(db, 'LAMP:1');
    await receive(db, 'RUG:1');
    await takeBack('A');
    await receive(db, 'LAMP:1');
    expect(await story(db, 'A', 'B', 'C')).toEqual([
      'A waiting 1×1',
      'B leased 1×1',
      'C leased 1×1 2×1',
    ]);
    await db.sql`delete from news`;
    expect(await ship('A', [1])).toMatchObject({ short: false });
    expect(await story(db, 'A', 'B', 'C')).toEqual([
      'A shipped 1×1',
      'B leased 1×1',
      'C waiting 1×1',
      'C waiting 2×1',
    ]);
    expect(await listStock(db, 'RUG')).toMatchObject([{ onHand: 1, allocated: 0 }]);
    expect((await claimNews(db.sql, { limit: 9, leaseMs: 1 })).map((news) => news.orderId)).toEqual(
      ['C'],
    );
    await expectLedgerToAddUp(db);
  });

  test('is short when every other unit is firm', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    await takeBack('A');
    await firm('B');
    expect(await ship('A', [1])).toMatchObject({ short: true, lines: [] });
    expect(await story(db, 'A', 'B')).toEqual(['A waiting 1×1', 'B firm 1×1']);
    expect(await ship('A', [1])).toMatchObject({ short: true, lines: [] });
  });

  test('never ships more than the line has left', async () => {
    await place(db, { A: ['LAMP:2'] });
    await receive(db, 'LAMP:5');
    await firm('A');
    expect(await ship('A', [4])).toMatchObject({
      short: true,
      lines: [{ lineId: '1', quantity: 2 }],
    });
    await expectLedgerToAddUp(db);
  });

  test('stands when its units are taken back or cancelled at the same moment', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `O${index}`);
    await place(db, Object.fromEntries(names.map((name) => [name, ['LAMP:1']])));
    await receive(db, 'LAMP:12');
    const shipped = await Promise.all(
      names.map(async (orderId, index) => {
        const leaseId = await leaseOf(db, orderId);
        const cancel = { orderId, cancelId: 'c', by: 'shop' as const, lines: null, at: dayZero };
        const [result, other] = await Promise.all([
          ship(orderId, [1]),
          index % 2
            ? endLease(db, { orderId, leaseId, bar: 'payment' })
            : applyCancellation(db, cancel),
        ]);
        await runWalks(db, other.walkIds);
        return result;
      }),
    );
    const released = shipped.filter((_, index) => index % 2);
    expect(released.map(({ short }) => short)).toEqual(released.map(() => false));
    await expectLedgerToAddUp(db);
  });
});

describe('a shipment report', () => {
  const report = {
    orderId: 'A',
    shipmentId: 's-1',
    lines: null,
    carrier: 'UPS',
    tracking: '1Z',
    scannedAt: dayZero,
    bodyHash: 'body',
  };

  test('is kept, and known when it comes again', async () => {
    expect(await reportShipment(db.sql, report)).toBeUndefined();
    await decideShipment(db.sql, { ...report, status: 'refused', code: 'on_hold' });
    expect(await reportShipment(db.sql, report)).toEqual({
      sameBody: true,
      status: 'refused',
      code: 'on_hold',
    });
    expect(await reportShipment(db.sql, { ...report, bodyHash: 'another' })).toMatchObject({
      sameBody: false,
    });
  });

  test('stays accepted once it was, with what the ledger shipped', async () => {
    await place(db, { A: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    await reportShipment(db.sql, report);
    await decideShipment(db.sql, { ...report, status: 'accepted', code: null });
    await decideShipment(db.sql, { ...report, status: 'refused', code: 'on_hold' });
    await ship('A', [1]);
    expect(await db.sql`select status, code, lines, carrier from shipments`).toMatchObject([
      { status: 'accepted', code: null, lines: [{ lineId: '1', quantity: 1 }], carrier: 'UPS' },
    ]);
  });
});
