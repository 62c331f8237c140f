import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import { eraseOldOrders } from '../../../db/backorder/retention.ts';
import type { Db } from '../../../db/client.ts';
import { raiseAttention, resolveRaised } from '../../../db/record/attention.ts';
import { listTimeline } from '../../../db/record/timeline.ts';
import type { View } from '../../../workflows/domain/view.ts';
import { say } from '../../api/page/cast.ts';
import { dayZero } from '../../support/cast.ts';
import { empty, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(() => empty(db));

/** Orders that ended so many days ago. */
const ended = async (daysAgo: Record<string, number>, view: Partial<View> = {}): Promise<void> => {
  for (const [orderId, days] of Object.entries(daysAgo)) {
    await place(db, { [orderId]: ['LAMP:1'] });
    await say(db, orderId, { outcome: 'cancelled', ...view });
    await db.sql`
      update views set ended_at = now() - ${days} * interval '1 day'
      where order_id = ${orderId}`;
  }
};

const erasedNow = async (limit = 10): Promise<string[]> => {
  await eraseOldOrders(db, { afterDays: 30, limit });
  const rows = await db.sql<{ orderId: string }[]>`
    select order_id from orders where email = '' order by order_id`;
  return rows.map(({ orderId }) => orderId);
};

describe('keeping personal data for thirty days', () => {
  it('erases the orders that ended before that, and says so once', async () => {
    await ended({ old: 31, young: 29 });
    await place(db, { open: ['LAMP:1'] });
    await say(db, 'open');
    expect(await erasedNow()).toEqual(['old']);
    expect(await erasedNow()).toEqual(['old']);
    const timeline = await listTimeline(db.sql, 'old');
    expect(timeline.filter(({ type }) => type === 'PersonalDataErased')).toMatchObject([
      { summary: 'Personal data was erased, 30 days after the end' },
    ]);
    const [order] = await db.sql`select name, link_version from orders where order_id = 'old'`;
    expect(order).toEqual({ name: null, linkVersion: 2 });
  });

  it('leaves alone what still waits for a person, until that is over', async () => {
    await ended({ asked: 31 }, { attention: [{ code: 'refund_failed', at: dayZero }] });
    await ended({ raised: 31 });
    await raiseAttention(db.sql, { orderId: 'raised', code: 'disputed', at: dayZero });
    expect(await erasedNow()).toEqual([]);
    await resolveRaised(db.sql, { orderId: 'raised', code: 'disputed' });
    expect(await erasedNow()).toEqual(['raised']);
  });

  it('takes the oldest first, a few at a time', async () => {
    await ended({ a: 40, b: 60, c: 50 });
    expect(await erasedNow(2)).toEqual(['b', 'c']);
    expect(await erasedNow(2)).toEqual(['a', 'b', 'c']);
  });

  it('does not do again what a person has asked for', async () => {
    await ended({ done: 31 });
    await eraseOrder(db, 'done');
    expect(await eraseOldOrders(db, { afterDays: 30, limit: 10 })).toBe(0);
  });

  it('is done once by several processes', async () => {
    await ended({ a: 40, b: 60, c: 50 });
    const counts = await Promise.all(
      [1, 2, 3].map(() => eraseOldOrders(db, { afterDays: 30, limit: 10 })),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  });
});
