import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import { placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { announce } from '../../../db/outbound/announce.ts';
import { listDue, storeBodies } from '../../../db/outbound/deliveries.ts';
import { putEndpoint } from '../../../db/outbound/endpoints.ts';
import { inTransaction, joined } from '../../../db/transaction.ts';
import { empty, newOrder } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const endpoint = { endpointId: 'shop', personalData: true };

test('keeps nothing of a person that was read while their order was being erased', async () => {
  await putEndpoint(db, {
    ...{ ...endpoint, url: 'https://shop.example', events: ['backorder.attention'] },
    secret: { sealed: '', endsAt: null },
  });
  await placeOrder(db, newOrder('1001', ['LAMP:1']));
  let storing: Promise<Set<number>> | undefined;
  await inTransaction(db, async (sql) => {
    await eraseOrder(joined(sql), '1001');
    // Written after the erasure took out what had been said, by somebody who does not know of it.
    const event = { key: 'k', type: 'backorder.attention' as const, subject: '1001' };
    await announce(db.sql, [{ ...event, orderId: '1001' }]);
    const due = await listDue(db.sql, { endpointId: 'shop', limit: 9 });
    expect(due).toMatchObject([{ isErased: false, redactions: 0 }]);
    const made = due.map((each) => ({ ...each, body: 'ada@example.org' }));
    storing = storeBodies(db.sql, endpoint, made);
    await db.sql`select pg_sleep(0.3)`;
  });
  expect(await storing).toEqual(new Set());
  expect(await db.sql`select body from webhook_deliveries`).toEqual([{ body: null }]);
  const [again] = await listDue(db.sql, { endpointId: 'shop', limit: 9 });
  if (!again) throw new Error('it is due');
  expect(again.isErased).toBe(true);
  const stored = await storeBodies(db.sql, endpoint, [{ ...again, body: 'nobody' }]);
  expect(stored).toEqual(new Set([again.seq]));
});
