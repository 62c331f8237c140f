import type { Promised } from '../workflows/domain/backorder.ts';
import type { Db } from './client.ts';

/** Promises of the order that its workflow has not been told of, oldest first. */
export const listPromiseMoves = ({ sql }: Db, orderId: string): Promise<Promised[]> =>
  sql<Promised[]>`
    select promise_id, "on", stated_at from promise_moves join promises using (order_id, promise_id)
    where order_id = ${orderId} order by ordinal, stated_at limit 100`;

/** The workflow was told of these. */
export const finishPromiseMoves = async (
  { sql }: Db,
  { orderId, promiseIds }: { orderId: string; promiseIds: readonly string[] },
): Promise<void> => {
  await sql`
    delete from promise_moves
    where order_id = ${orderId} and promise_id = any(${promiseIds}::text[])`;
};

/**
 * Nobody has to be told any more: what was not told leaves the history of promises too, unless
 * its workflow has taken it on already.
 */
export const dropPromiseMoves = async ({ sql }: Db, orderId: string): Promise<void> => {
  await sql`
    with dropped as (
      delete from promise_moves where order_id = ${orderId} returning order_id, promise_id
    )
    delete from promises p using dropped d
    where (p.order_id, p.promise_id) = (d.order_id, d.promise_id) and not exists (
      select from projections v
      where v.order_id = p.order_id and v.body ->> 'promiseId' = p.promise_id
    )`;
};
