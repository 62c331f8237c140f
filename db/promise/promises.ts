import type { Sql } from '../client.ts';
import type { promises } from '../schema/promise/promises.ts';

/** A date, or none, that the customer was told. `statedAt` is order time. */
export type PromiseRecord = Omit<typeof promises.$inferSelect, 'orderId' | 'ordinal'>;

/**
 * Adds a promise to the order's history. The same id with the same content is `replayed`, with
 * other content a `conflict`; neither changes anything, not even `statedAt`.
 */
export const recordPromise = async (
  sql: Sql,
  orderId: string,
  { promiseId, on, basis, reason, statedAt }: PromiseRecord,
): Promise<{ outcome: 'recorded' | 'replayed' | 'conflict' }> => {
  const added = await sql`
    insert into promises (order_id, promise_id, ordinal, "on", basis, reason, stated_at)
    select ${orderId}, ${promiseId}, coalesce(max(ordinal), 0) + 1, ${on}::date, ${basis},
           ${reason}, ${statedAt}::timestamptz
    from promises where order_id = ${orderId}
    on conflict (order_id, promise_id) do nothing`;
  if (added.count > 0) return { outcome: 'recorded' };
  const same = await sql`
    select from promises
    where order_id = ${orderId} and promise_id = ${promiseId}
      and ("on", basis, reason) is not distinct from (${on}::date, ${basis}, ${reason})`;
  return { outcome: same.count > 0 ? 'replayed' : 'conflict' };
};

/** Takes a promise back that the backorder refused: the customer was never told of it. */
export const withdrawPromise = async (
  sql: Sql,
  { orderId, promiseId }: { orderId: string; promiseId: string },
): Promise<void> => {
  await sql`delete from promises where order_id = ${orderId} and promise_id = ${promiseId}`;
};

/** Every promise of an order, the first one first. */
export const listPromises = (sql: Sql, orderId: string): Promise<PromiseRecord[]> =>
  sql<PromiseRecord[]>`
    select promise_id, "on", basis, reason, stated_at from promises
    where order_id = ${orderId} order by ordinal, stated_at limit 1000`;
