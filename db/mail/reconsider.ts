import type { Sql } from '../client.ts';
import { tellOrders } from '../record/news.ts';
import type { Fragment } from '../sql.ts';
import { lockAddress } from './address-facts.ts';

/**
 * What the person at this address wants to hear has changed, in the transaction of `sql`: the
 * orders that hold mail to them are told to decide it again, as soon as Temporal can be reached.
 * Repeating it is safe.
 */
export const reconsiderHeld = async (sql: Sql, addressKey: string): Promise<void> => {
  // Who decides at this moment has read the old wishes, and is waited for.
  await lockAddress(sql, addressKey);
  await reconsider(sql, sql`address_key = ${addressKey}`);
};

/** The order's mail goes to another address, which may want to hear what the old one did not. */
export const reconsiderHeldOf = (sql: Sql, orderId: string): Promise<void> =>
  reconsider(sql, sql`order_id = ${orderId}`);

const reconsider = async (sql: Sql, isMeant: Fragment): Promise<void> => {
  const rows = await sql<{ orderId: string }[]>`
    update messages set held_until = null
    where ${isMeant} and decision = 'held' and reason <> 'on_hold'
    returning order_id`;
  const orderIds = [...new Set(rows.map(({ orderId }) => orderId))];
  if (orderIds.length > 0) await tellOrders(sql, orderIds);
};

/** Those of the orders whose workflow has yet to decide held mail again. */
export const listReconsidered = async (
  sql: Sql,
  orderIds: readonly string[],
): Promise<Set<string>> => {
  const rows = await sql<{ orderId: string }[]>`
    select distinct order_id from messages
    where order_id = any(${[...orderIds]}::text[])
      and decision = 'held' and reason <> 'on_hold' and held_until is null`;
  return new Set(rows.map(({ orderId }) => orderId));
};
