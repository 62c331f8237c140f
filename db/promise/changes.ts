import type { Promised } from '../../workflows/domain/backorder/backorder.ts';
import type { Sql } from '../client.ts';
import { tellOrders } from '../record/news.ts';
import type { promiseMoves } from '../schema/promise/changes.ts';
import type { promises } from '../schema/promise/promises.ts';
import { orderNow } from '../sql.ts';

/** A promise that takes the place of one that broke: a date or none, and its evidence. */
export type PromiseMove = Pick<typeof promises.$inferSelect, 'orderId' | 'promiseId' | 'on'> & {
  basis: string;
};

type Moved = Pick<typeof promiseMoves.$inferSelect, 'orderId'>;

/**
 * Writes the new promises and the news of them, in the transaction of `sql`. Returns the orders
 * that had none of that id yet; the others are left as they are.
 */
export const movePromises = async (
  sql: Sql,
  { reason, moves }: { reason: string; moves: readonly PromiseMove[] },
): Promise<Set<string>> => {
  if (moves.length === 0) return new Set();
  const written = await sql<Moved[]>`
    with moved as (
      insert into promises (order_id, promise_id, ordinal, "on", basis, reason, stated_at)
      select order_id, b.promise_id, (
          select coalesce(max(ordinal), 0) + 1 from promises p where p.order_id = b.order_id
        ), b."on", b.basis, ${reason}, ${orderNow(sql)}
      from unnest(
        ${moves.map(({ orderId }) => orderId)}::text[],
        ${moves.map(({ promiseId }) => promiseId)}::text[],
        ${moves.map(({ on }) => on)}::date[],
        ${moves.map(({ basis }) => basis)}::text[]
      ) as b (order_id, promise_id, "on", basis) join orders using (order_id)
      on conflict (order_id, promise_id) do nothing
      returning order_id, promise_id
    )
    insert into promise_moves (order_id, promise_id) select order_id, promise_id from moved
    returning order_id`;
  const orderIds = new Set(written.map(({ orderId }) => orderId));
  if (orderIds.size > 0) await tellOrders(sql, [...orderIds]);
  return orderIds;
};

/** Those of the orders whose workflow has not been told of a promise of theirs. */
export const listMoved = async (sql: Sql, orderIds: readonly string[]): Promise<Set<string>> => {
  const rows = await sql<Moved[]>`
    select order_id from promise_moves where order_id = any(${[...orderIds]}::text[])`;
  return new Set(rows.map(({ orderId }) => orderId));
};

/** Promises of the order that its workflow has not been told of, oldest first. */
export const listPromiseMoves = (sql: Sql, orderId: string): Promise<Promised[]> =>
  sql<Promised[]>`
    select promise_id, "on", stated_at from promise_moves join promises using (order_id, promise_id)
    where order_id = ${orderId} order by ordinal, stated_at limit 100`;

/** The workflow was told of these. */
export const finishPromiseMoves = async (
  sql: Sql,
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
export const dropPromiseMoves = async (sql: Sql, orderId: string): Promise<void> => {
  await sql`
    with dropped as (
      delete from promise_moves where order_id = ${orderId} returning order_id, promise_id
    )
    delete from promises p using dropped d
    where (p.order_id, p.promise_id) = (d.order_id, d.promise_id) and not exists (
      select from views v
      where v.order_id = p.order_id and v.body ->> 'promiseId' = p.promise_id
    )`;
};
