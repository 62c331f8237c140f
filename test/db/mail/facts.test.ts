import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { getMailFacts } from '../../../db/mail/facts.ts';
import { place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
});
afterAll(() => db.close());

it('a mail knows what was paid with the order', async () => {
  await place(db, { paid: ['LAMP:1'] });
  expect((await getMailFacts(db.sql, 'paid')).paidUpfront).toBeNull();
  await db.sql`update orders set paid_upfront = 5000 where order_id = 'paid'`;
  expect((await getMailFacts(db.sql, 'paid')).paidUpfront).toBe(5000);
});
