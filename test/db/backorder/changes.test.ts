import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { updateCustomer } from '../../../db/backorder/customer.ts';
import { setSkipped, setStarted } from '../../../db/backorder/place.ts';
import { setSuspension } from '../../../db/backorder/suspension.ts';
import type { Db } from '../../../db/client.ts';
import { ada, dayZero } from '../../support/cast.ts';
import { empty, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  await empty(db);
  await place(db, { A: ['LAMP:1'] });
});
afterAll(() => db.close());

const orderRow = async () => {
  const [row] = await db.sql`select * from orders where order_id = 'A'`;
  return row ?? {};
};

const london = { country: 'GB', region: null, postalCode: null, timeZone: 'Europe/London' };

describe('an order', () => {
  test('keeps what a change of the customer leaves out', async () => {
    expect(await updateCustomer(db.sql, 'A', { email: 'ada@home.example' })).toBe(true);
    expect(await updateCustomer(db.sql, 'A', { shipTo: london })).toBe(true);
    expect(await orderRow()).toMatchObject({
      email: 'ada@home.example',
      name: 'Ada',
      timeZone: 'Europe/London',
      timeZoneGiven: false,
      country: 'GB',
      region: null,
      postalCode: null,
    });
  });

  test.each(['before', 'with it'])('keeps a zone that was given %s where it goes', async (when) => {
    const timeZone = ada.timeZone;
    if (when === 'before') await updateCustomer(db.sql, 'A', { timeZone });
    const change = when === 'before' ? { shipTo: london } : { timeZone, shipTo: london };
    expect(await updateCustomer(db.sql, 'A', change)).toBe(true);
    expect(await orderRow()).toMatchObject({ timeZone, timeZoneGiven: true, country: 'GB' });
  });

  test('says when a change is for no known order', async () => {
    expect(await updateCustomer(db.sql, 'A', {})).toBe(true);
    expect(await updateCustomer(db.sql, 'B', {})).toBe(false);
    expect(await updateCustomer(db.sql, 'B', { name: 'Ben' })).toBe(false);
  });

  test('is suspended and resumed', async () => {
    await setSuspension(db.sql, 'A', { reason: 'address check', at: dayZero });
    expect(await orderRow()).toMatchObject({
      suspensionReason: 'address check',
      suspendedAt: dayZero,
    });
    await setSuspension(db.sql, 'A', null);
    expect(await orderRow()).toMatchObject({ suspensionReason: null, suspendedAt: null });
  });

  test('keeps the moment at which its workflow was first seen', async () => {
    await setStarted(db.sql, 'A');
    const { startedAt } = await orderRow();
    await setStarted(db.sql, 'A');
    expect(startedAt).toMatch(/Z$/);
    expect((await orderRow()).startedAt).toBe(startedAt);
  });

  test('keeps how far its time is ahead', async () => {
    await setSkipped(db.sql, 'A', 86_400_000 * 400);
    expect(await orderRow()).toMatchObject({ skippedMs: 34_560_000_000 });
  });
});
