import type { Promised } from '../../workflows/domain/backorder/backorder.ts';
import type { Db, Sql } from '../client.ts';
import { tellOrders } from '../record/news.ts';
import type { promiseMoves } from '../schema/promise/changes.ts';
import type { promises } from '../schema/promise/promises.ts';
import { orderNow } from '../sql.ts';
import { inTransaction } from '../transaction.ts';
import { nextOrdinal } from './promises.ts';
import { withdrawPromises } from './withdraw.ts';

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
      select order_id, b.promise_id, (${nextOrdinal(sql, sql`b.order_id`)}), b."on", b.basis, ${reason}, ${orderNow(sql)}
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

/** Those of the orders whose workflow has yet to accept a promise of theirs. */
export const listMoved = async (sql: Sql, orderIds: readonly string[]): Promise<Set<string>> => {
  const rows = await sql<Moved[]>`
    select order_id from promise_moves where order_id = any(${[...orderIds]}::text[])`;
  return new Set(rows.map(({ orderId }) => orderId));
};

/** Promises of the order that its workflow has not accepted yet, oldest first. */
export const listPromiseMoves = (sql: Sql, orderId: string): Promise<Promised[]> =>
  sql<Promised[]>`
    select promise_id, "on", stated_at from promise_moves join promises using (order_id, promise_id)
    where order_id = ${orderId} order by ordinal, stated_at limit 100`;

/** Nobody has to be told any more: what the workflow has not accepted is withdrawn. */
export const dropPromiseMoves = (db: Pick<Db, 'sql'>, orderId: string): Promise<void> =>
  inTransaction(db, async (sql) => {
    const dropped = await sql<{ promiseId: string }[]>`
      delete from promise_moves where order_id = ${orderId} returning promise_id`;
    const promiseIds = dropped.map(({ promiseId }) => promiseId);
    await withdrawPromises(sql, { orderId, promiseIds, because: 'nothing_waits' });
  });
