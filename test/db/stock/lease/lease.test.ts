import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setSkipped } from '../../../../db/backorder/place.ts';
import type { Db } from '../../../../db/client.ts';
import { endLease, makeFirm } from '../../../../db/stock/lease/lease.ts';
import { rejoinQueue } from '../../../../db/stock/lease/rejoin.ts';
import { readSnapshot } from '../../../../db/stock/ledger/snapshot.ts';
import { dayMs, msBetween } from '../../../../workflows/domain/time.ts';
import { empty, leaseOf, place, receive, runWalks, story } from '../../cast.ts';
import { freshDatabase } from '../../fresh.ts';
import { expectLedgerToAddUp } from '../ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

describe('a lease', () => {
  test('lasts three days, told in the time of the order', async () => {
    await place(db, { A: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    const before = await readSnapshot(db.sql, 'A');
    await setSkipped(db.sql, 'A', 10 * dayMs);
    const [lease] = (await readSnapshot(db.sql, 'A')).leases;
    const [earlier] = before.leases;
    expect(lease?.endsAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(msBetween(earlier?.endsAt ?? '', lease?.endsAt ?? '')).toBe(10 * dayMs);
    const left = msBetween(new Date().toISOString(), earlier?.endsAt ?? '');
    expect(left).toBeGreaterThan(3 * dayMs - 60_000);
    expect(left).toBeLessThanOrEqual(3 * dayMs + 1_000);
  });

  test('becomes firm, and stays so when it is asked again', async () => {
    await place(db, { A: ['LAMP:1', 'RUG:2'] });
    await receive(db, 'LAMP:1');
    await receive(db, 'RUG:2');
    const leaseId = await leaseOf(db, 'A');
    const { firm, snapshot } = await makeFirm(db, { orderId: 'A', leaseId });
    expect(firm).toBe(true);
    expect(await story(db, 'A')).toEqual(['A firm 1×1 2×2']);
    expect(await makeFirm(db, { orderId: 'A', leaseId })).toEqual({ firm: true, snapshot });
    await expectLedgerToAddUp(db);
  });

  test('is not firm when it is gone', async () => {
    await place(db, { A: ['LAMP:1'] });
    const answer = await makeFirm(db, { orderId: 'A', leaseId: 'A/7' });
    expect(answer).toEqual({ firm: false, snapshot: await readSnapshot(db.sql, 'A') });
  });

  test('goes to the next in line when it ends without payment', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    const lease = { orderId: 'A', leaseId: await leaseOf(db, 'A') };
    const { snapshot, walkIds } = await endLease(db, { ...lease, bar: 'payment' });
    expect(snapshot.leases).toEqual([]);
    await runWalks(db, walkIds);
    expect(await story(db, 'A', 'B')).toEqual(['A waiting 1×1', 'B leased 1×1']);
    await receive(db, 'LAMP:1');
    expect(await story(db, 'A')).toEqual(['A waiting 1×1']);
    await expectLedgerToAddUp(db);
  });

  test('is recorded at the order time of its end', async () => {
    await place(db, { A: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    const at = '2027-03-01T10:00:00.000Z';
    const lease = { orderId: 'A', leaseId: await leaseOf(db, 'A'), at };
    await endLease(db, { ...lease, bar: 'payment' });
    const [entry] = await db.sql`
      select at from timeline where order_id = 'A' and type = 'LeaseEnded'`;
    expect(entry?.at).toBe(at);
  });

  test('is taken again by the same order if it is not passed over', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    const leaseId = await leaseOf(db, 'A');
    const { walkIds } = await endLease(db, { orderId: 'A', leaseId, bar: null });
    await runWalks(db, walkIds);
    expect(await story(db, 'A', 'B')).toEqual(['A leased 1×1', 'B waiting 1×1']);
    expect(await leaseOf(db, 'A')).not.toBe(leaseId);
  });

  test('is released once, and never once it is firm', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await receive(db, 'LAMP:2');
    const a = { orderId: 'A', leaseId: await leaseOf(db, 'A'), bar: null };
    const first = await endLease(db, a);
    expect(await endLease(db, a)).toEqual({ snapshot: first.snapshot, walkIds: [] });
    await runWalks(db, first.walkIds);
    const b = { orderId: 'B', leaseId: await leaseOf(db, 'B') };
    await makeFirm(db, b);
    expect((await endLease(db, { ...b, bar: null })).walkIds).toEqual([]);
    expect(await story(db, 'B')).toEqual(['B firm 1×1']);
    await expectLedgerToAddUp(db);
  });

  test('is left alone when it becomes firm while it is being released', async () => {
    await place(db, { A: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    const lease = { orderId: 'A', leaseId: await leaseOf(db, 'A'), bar: null };
    let releasing: ReturnType<typeof endLease> | undefined;
    await db.sql.begin(async (sql) => {
      await sql`select from orders where order_id = 'A' for no key update`;
      releasing = endLease(db, lease);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`update leases set state = 'firm' where lease_id = ${lease.leaseId}`;
      await sql`update lines set leased = 0, firm = 1 where order_id = 'A'`;
    });
    expect(await releasing).toMatchObject({ snapshot: { leases: [{ state: 'firm' }] } });
    await expectLedgerToAddUp(db);
  });

  test('gives an order that rejoins the queue what is free, at its old place', async () => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    const leaseId = await leaseOf(db, 'A');
    const released = await endLease(db, { orderId: 'A', leaseId, bar: 'payment' });
    await runWalks(db, released.walkIds);
    await receive(db, 'LAMP:1');
    const { ledgerRevision } = await readSnapshot(db.sql, 'A');
    const { walkIds, snapshot } = await rejoinQueue(db, 'A');
    expect(snapshot).toMatchObject({ barred: null, ledgerRevision: ledgerRevision + 1 });
    await runWalks(db, walkIds);
    expect(await story(db, 'A', 'B')).toEqual(['A leased 1×1', 'B leased 1×1']);
    expect((await rejoinQueue(db, 'A')).walkIds).toEqual([]);
  });

  test('is either firm or released when both are asked at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `O${index}`);
    await place(db, Object.fromEntries(names.map((name) => [name, ['LAMP:1']])));
    await receive(db, 'LAMP:20');
    const firm = await Promise.all(
      names.map(async (orderId) => {
        const lease = { orderId, leaseId: await leaseOf(db, orderId) };
        const [made, released] = await Promise.all([
          makeFirm(db, lease),
          endLease(db, { ...lease, bar: 'payment' }),
        ]);
        await runWalks(db, released.walkIds);
        return made.firm;
      }),
    );
    const expected = names.map((name, index) => `${name} ${firm[index] ? 'firm' : 'waiting'} 1×1`);
    expect(await story(db, ...names)).toEqual(expected);
    await expectLedgerToAddUp(db);
  });
});
