import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../../db/client.ts';
import { joinLeases } from '../../../../db/stock/lease/join.ts';
import { makeFirm } from '../../../../db/stock/lease/lease.ts';
import { readSnapshot } from '../../../../db/stock/ledger/snapshot.ts';
import { dayZero } from '../../../support/cast.ts';
import { empty, place, receive, story } from '../../cast.ts';
import { freshDatabase } from '../../fresh.ts';
import { expectLedgerToAddUp } from '../ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const leasesOf = async (orderId: string) => (await readSnapshot(db.sql, orderId)).leases;

const idsOf = async (orderId: string) => (await leasesOf(orderId)).map(({ leaseId }) => leaseId);

const join = (leaseIds: string[], orderId = 'A') =>
  joinLeases(db, { orderId, leaseIds, at: dayZero });

/** A lorry brings a lamp, a rug, and another lamp. */
const unload = async () => {
  await place(db, { A: ['LAMP:2', 'RUG:1'] }, { fulfilment: 'ship-available' });
  for (const what of ['LAMP:1', 'RUG:1', 'LAMP:1']) await receive(db, what);
};

describe('leases of one order', () => {
  test('become one, the oldest, with its own end and all units', async () => {
    await unload();
    const before = await leasesOf('A');
    expect(before).toHaveLength(3);
    const [oldest] = before;
    const { leases } = await join(before.map(({ leaseId }) => leaseId));
    const units = [
      { lineId: '1', quantity: 2 },
      { lineId: '2', quantity: 1 },
    ];
    expect(leases).toEqual([{ ...oldest, units }]);
    expect(await story(db, 'A')).toEqual(['A leased 1×2 2×1']);
    await expectLedgerToAddUp(db);
  });

  test('are joined once, whoever asks again, and later as one made firm', async () => {
    await unload();
    const ids = await idsOf('A');
    const [first, again] = await Promise.all([join(ids), join(ids)]);
    expect(again).toEqual(first);
    await makeFirm(db, { orderId: 'A', leaseId: ids[0] ?? '' });
    expect(await story(db, 'A')).toEqual(['A firm 1×2 2×1']);
    await expectLedgerToAddUp(db);
  });

  test('that is paid for stays as it is', async () => {
    await unload();
    const ids = await idsOf('A');
    await makeFirm(db, { orderId: 'A', leaseId: ids[0] ?? '' });
    await join(ids);
    expect(await story(db, 'A')).toEqual(['A firm 1×1', 'A leased 1×1 2×1']);
    await expectLedgerToAddUp(db);
  });

  test('stay apart from those of another order', async () => {
    await unload();
    await place(db, { B: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    const ids = [...(await idsOf('A')), ...(await idsOf('B'))];
    await join(ids);
    expect(await idsOf('B')).toHaveLength(1);
    await expectLedgerToAddUp(db);
  });
});
