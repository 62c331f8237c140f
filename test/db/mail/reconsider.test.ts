import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeCustomer } from '../../../db/backorder/customer.ts';
import type { Db } from '../../../db/client.ts';
import { lockAddress } from '../../../db/mail/address-facts.ts';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { listReconsidered, reconsiderHeld } from '../../../db/mail/reconsider.ts';
import { claimNews, newsBacklog } from '../../../db/record/news.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { createSender } from '../../activities/mail/sender.ts';
import { ada } from '../../support/cast.ts';
import { empty, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

const night = '2027-01-12T03:00:00.000Z';
const addressKey = addressKeyOf(ada.email);

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate messages`;
  await place(db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1'], D: ['LAMP:1'] });
  await db.sql`update orders set email = 'ben@example.org' where order_id = 'D'`;
  await db.sql`truncate news`;
});

const told = async () => (await claimNews(db.sql, { limit: 10, leaseMs: 1 })).map(nameOf);

const nameOf = ({ orderId }: { orderId: string }) => orderId;

describe('a change of what an address wants to hear', () => {
  it('is told to its orders that hold mail, and to no others', async () => {
    const { send } = createSender(db);
    await send('A', { at: night });
    await send('A', { at: night, key: 'countdown:2' });
    await send('B', { at: night, isSuspended: true });
    await send('D', { at: night });
    await reconsiderHeld(db.sql, addressKey);
    expect(await told()).toEqual(['A']);
    expect(await listReconsidered(db.sql, ['A', 'B', 'C', 'D'])).toEqual(new Set(['A']));
  });

  it('is heard once the mail is decided again', async () => {
    const { send } = createSender(db);
    await send('A', { at: night });
    await reconsiderHeld(db.sql, addressKey);
    await send('A', { at: night });
    expect(await listReconsidered(db.sql, ['A'])).toEqual(new Set());
  });

  it('is heard by an order whose mail goes to another address from now on', async () => {
    const { send } = createSender(db);
    await send('A', { at: night });
    await send('B', { at: night });
    await changeCustomer(db, 'A', { patch: { email: 'new@example.org' }, at: night });
    expect(await told()).toEqual(['A']);
    expect(await listReconsidered(db.sql, ['A', 'B'])).toEqual(new Set(['A']));
  });

  it('is no news when nothing is held', async () => {
    await reconsiderHeld(db.sql, addressKey);
    expect(await newsBacklog(db.sql)).toBe(0);
  });

  it('waits for a decision that has read what was wanted before', async () => {
    const done: string[] = [];
    let reconsidered: Promise<unknown> = Promise.resolve();
    await inTransaction(db, async (sql) => {
      await lockAddress(sql, addressKey);
      reconsidered = inTransaction(db, (other) => reconsiderHeld(other, addressKey)).then(() =>
        done.push('reconsidered'),
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      done.push('decided');
    });
    await reconsidered;
    expect(done).toEqual(['decided', 'reconsidered']);
  });
});
