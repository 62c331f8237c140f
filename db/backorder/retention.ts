import type { Db } from '../client.ts';
import { appendTimeline } from '../record/timeline.ts';
import { inTransaction, joined } from '../transaction.ts';
import { eraseOrder } from './erase.ts';

/**
 * Erases the personal data of orders that ended more than so many days ago, oldest first, at most
 * `limit` of them, each in a transaction of its own. Orders that still wait for a person are left
 * alone. Returns how many it erased. Safe to repeat, and for several processes at once.
 */
export const eraseOldOrders = async (
  db: Db,
  { afterDays, limit }: { afterDays: number; limit: number },
): Promise<number> => {
  for (let erased = 0; erased < limit; erased++) {
    if (!(await eraseOldest(db, afterDays))) return erased;
  }
  return limit;
};

const eraseOldest = (db: Db, afterDays: number): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const [oldest] = await sql<{ orderId: string }[]>`
      select order_id from views v
      where ended_at is not null and erased_at is null and attention = '{}'
        and ended_at < now() - ${afterDays} * interval '1 day'
        and not exists (
          select from attention a where a.order_id = v.order_id and a.resolved_at is null)
      order by ended_at limit 1 for update skip locked`;
    if (oldest === undefined) return false;
    const { orderId } = oldest;
    await eraseOrder(joined(sql), orderId);
    const summary = `Personal data was erased, ${afterDays} days after the end`;
    await appendTimeline(sql, [{ orderId, key: 'retention', type: 'PersonalDataErased', summary }]);
    return true;
  });
