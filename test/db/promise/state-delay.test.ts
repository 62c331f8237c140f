import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { listPromises, recordPromise } from '../../../db/promise/promises.ts';
import { stateDelay } from '../../../db/promise/state-delay.ts';
import { deleteSupply, putSupply } from '../../../db/promise/supply-changes.ts';
import { day } from '../../support/cast.ts';
import { empty, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate supplies, supply_changes, promise_moves, products`;
});
afterAll(() => db.close());

const at = day(52);
/** The last day of Ada's promise, which cannot be met. */
const on = '2027-01-15';

const late = (changes: object = {}) =>
  stateDelay(db, {
    ...{ orderId: 'A', at, today: '2027-01-14', on, does: 'tell', lateShipDays: 3 },
    ...{ isSetAside: false, unlessInTime: false },
    ...changes,
  });

const unlessInTime = { does: 'tell-unless-in-time', unlessInTime: true };

const announce = (expectedOn: string | null, quantity = 5) =>
  putSupply(db, {
    ...{ supplyId: 's', sku: 'LAMP', location: 'main', quantity, expectedOn },
    ...{ basis: 'the factory', bodyHash: `${quantity} ${expectedOn}` },
  });

const stated = async () =>
  (await listPromises(db.sql, 'A')).slice(1).map(({ promiseId, on, basis, reason }) => ({
    ...{ promiseId, on, basis, reason },
  }));

/** Another transaction of this database waits for one that has not ended. */
const untilOneWaits = () =>
  expect
    .poll(
      () => db.sql`
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    )
    .toHaveLength(1);

const notInTime = { reason: 'It could not be shipped in time' };

beforeEach(async () => {
  const promise = { on, basis: 'supply s' };
  await place(db, { A: ['LAMP:2'], B: ['LAMP:1'] }, { promise });
});

describe('what takes the place of a day that cannot be met', () => {
  test('is some days later for units that are set aside', async () => {
    await announce('2027-03-01');
    expect(await late({ isSetAside: true })).toEqual({
      ...{ promiseId: 'law/2027-01-15/tell', on: '2027-01-18', statedAt: at },
    });
    expect(await stated()).toEqual([
      {
        ...{ promiseId: 'law/2027-01-15/tell', on: '2027-01-18' },
        ...{ basis: 'units are set aside for it', ...notInTime },
      },
    ]);
  });

  test('is the day that supply gives its place', async () => {
    await announce('2027-02-20');
    expect(await late()).toMatchObject({ on: '2027-02-20' });
    expect(await stated()).toMatchObject([
      { on: '2027-02-20', basis: 'supply s, expected on 2027-02-20: the factory', ...notInTime },
    ]);
  });

  test('counts the days of handling, and the places ahead', async () => {
    await db.sql`insert into products (sku, title, handling_days, body_hash)
      values ('LAMP', 'Lamp', 3, '')`;
    await announce('2027-02-20', 2);
    expect(await late()).toMatchObject({ on: '2027-02-23' });
    // Both units of the supply are A's, who is ahead.
    expect(await late({ orderId: 'B' })).toMatchObject({ on: null });
  });

  test.each([
    { what: 'no supply', change: async () => {} },
    { what: 'supply that nobody has a day for', change: () => announce(null) },
    { what: 'supply that is overdue', change: () => announce('2027-01-01') },
    { what: 'supply for that very day alone', change: () => announce(on) },
  ])('is no day with $what', async ({ change }) => {
    await change();
    expect(await late()).toMatchObject({ on: null });
    expect(await stated()).toMatchObject([{ on: null, basis: 'no supply is dated for it' }]);
  });

  test('is stated once: asked again, it is what was stated first', async () => {
    await announce('2027-02-20');
    const first = await late();
    await announce('2027-04-01');
    expect(await late({ at: day(53) })).toEqual(first);
    expect(await late({ isSetAside: true })).toEqual(first);
    expect(await stated()).toHaveLength(1);
    await deleteSupply(db, 's');
    expect(await late({ on: '2027-02-20' })).toMatchObject({
      ...{ promiseId: 'law/2027-02-20/tell', on: null },
    });
    expect(await stated()).toHaveLength(2);
  });

  test('is what another try stated at the same moment, whatever supply says since', async () => {
    await announce('2027-02-20');
    const { other } = await db.sql.begin(async (sql) => {
      await recordPromise(sql, 'A', {
        ...{ promiseId: 'law/2027-01-15/tell', on: '2027-03-03', basis: 'b', reason: 'r' },
        statedAt: day(51),
      });
      const other = late();
      await untilOneWaits();
      return { other };
    });
    expect(await other).toEqual({
      ...{ promiseId: 'law/2027-01-15/tell', on: '2027-03-03', statedAt: day(51) },
    });
    expect(await stated()).toHaveLength(1);
  });
});

describe('a day that may still be met', () => {
  test('gets no other while units are set aside', async () => {
    expect(await late({ ...unlessInTime, isSetAside: true })).toBeNull();
    expect(await stated()).toEqual([]);
  });

  test('gets no other while supply is dated in time, on its last day too', async () => {
    await announce(on);
    expect(await late(unlessInTime)).toBeNull();
    expect(await stated()).toEqual([]);
  });

  test('gets one when supply is dated later, or not at all', async () => {
    await announce('2027-01-16');
    expect(await late(unlessInTime)).toMatchObject({ on: '2027-01-16' });
    expect(await late({ ...unlessInTime, on: '2027-01-16' })).toBeNull();
    await deleteSupply(db, 's');
    expect(await late({ ...unlessInTime, on: '2027-01-17' })).toMatchObject({ on: null });
  });
});
