import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../db/client.ts';
import { getMailFacts } from '../../db/mail-facts.ts';
import { place } from './cast.ts';
import { freshDatabase } from './fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
});
afterAll(() => db.close());

it('a mail knows what was paid with the order', async () => {
  await place(db, { paid: ['LAMP:1'] });
  expect((await getMailFacts(db, 'paid')).paidUpfront).toBeNull();
  await db.sql`update orders set paid_upfront = 5000 where order_id = 'paid'`;
  expect((await getMailFacts(db, 'paid')).paidUpfront).toBe(5000);
});

it('a mail knows when money was last sent back, in the time of the order', async () => {
  await place(db, { back: ['LAMP:1'] });
  await db.sql`update orders set skipped_ms = 86400000 where order_id = 'back'`;
  const settle = (ordinal: number, outcome: string, settledAt: string) => db.sql`
    insert into payment_attempts
      (attempt_id, order_id, intent, step, ordinal, key, request, outcome, settled_at)
    values (${randomUUID()}, 'back', 'i1', 'refund', ${ordinal}, ${randomUUID()}, '{}', ${outcome},
      ${settledAt})`;
  await settle(1, 'RefundFailed', '2026-12-05T10:00:00Z');
  expect((await getMailFacts(db, 'back')).refundedAt).toBeNull();
  await settle(2, 'PaymentRefunded', '2026-12-01T10:00:00Z');
  await settle(3, 'PaymentRefunded', '2026-12-02T10:00:00Z');
  expect((await getMailFacts(db, 'back')).refundedAt).toBe('2026-12-03T10:00:00.000Z');
});
