import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaceLink } from '../../../db/backorder/link.ts';
import { findBackorder } from '../../../db/backorder/read.ts';
import type { Db } from '../../../db/client.ts';
import { place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

test('one act replaces the link once, also when it is repeated at the same moment', async () => {
  await place(db, { A: ['LAMP:1'] });
  const act = { orderId: 'A', actId: 'a', by: 'support' };
  await Promise.all([replaceLink(db, act), replaceLink(db, act)]);
  await replaceLink(db, act);
  expect((await findBackorder(db.sql, 'A'))?.linkVersion).toBe(2);
  await replaceLink(db, { ...act, actId: 'b' });
  expect((await findBackorder(db.sql, 'A'))?.linkVersion).toBe(3);
});
