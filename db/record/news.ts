import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { news } from '../schema/record/news.ts';
import { type Fragment, ms } from '../sql.ts';

/** An order whose workflow has not heard of its newest ledger. */
export type News = Pick<typeof news.$inferSelect, 'orderId' | 'seq' | 'attempts'> & {
  /** Whether the workflow was started already. */
  started: boolean;
};

/** Makes news of orders whose ledger changed, in the transaction of `sql`. Bursts merge. */
export const tellOrders = async (sql: Sql, orderIds: readonly string[]): Promise<void> => {
  await insertNews(sql, sql`select unnest(${orderIds}::text[]) as order_id`);
};

/** The same as a part of a larger statement. `orders` selects each `order_id` once. */
export const insertNews = (sql: Sql, orders: Fragment): Fragment => sql`
  insert into news (order_id) select order_id from (${orders}) as told order by 1
  on conflict (order_id) do update set seq = news.seq + 1, not_before = now()`;

/**
 * Claims the oldest due news for `leaseMs`, so that other relays leave it alone. A claim that is
 * neither finished nor postponed by then may be claimed again: its relay is taken for dead.
 */
export const claimNews = async (
  sql: Sql,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<News[]> => {
  const rows = await sql<News[]>`
    with due as materialized (
      select order_id from news
      where not_before <= ${clock(sql)}
        and (claimed_until is null or claimed_until <= ${clock(sql)})
      order by not_before limit ${limit} for update skip locked
    )
    update news n set
      claimed_until = now() + ${ms(sql, leaseMs)}, attempts = attempts + 1
    from due join orders o using (order_id)
    where n.order_id = due.order_id
    returning n.order_id, n.seq, n.attempts, o.started_at is not null as started`;
  return [...rows];
};

/**
 * Delivered: ends the news, or frees it for the next claim if more has happened since. The rows are
 * locked before anything is compared, so that what commits meanwhile is seen, and in the order in
 * which `tellOrders` locks them, so that the two never wait for each other.
 */
export const finishNews = async (
  sql: Sql,
  ...delivered: { orderId: string; seq: number }[]
): Promise<void> => {
  if (delivered.length === 0) return;
  await sql`
    with told as materialized (
      select n.order_id, n.seq = d.seq as is_over
      from news n join unnest(
        ${delivered.map(({ orderId }) => orderId)}::text[],
        ${delivered.map(({ seq }) => seq)}::bigint[]
      ) as d (order_id, seq) on n.order_id = d.order_id
      order by d.order_id for update of n
    ), ended as (
      delete from news n using told where n.order_id = told.order_id and told.is_over
    )
    update news n set claimed_until = null, attempts = 0, created_at = now()
    from told where n.order_id = told.order_id and not told.is_over`;
};

/** Not delivered: frees the claim and lets the news rest for a while. */
export const postponeNews = async (
  sql: Sql,
  { orderId, delayMs }: { orderId: string; delayMs: number },
): Promise<void> => {
  await sql`
    update news set
      claimed_until = null, not_before = now() + ${ms(sql, delayMs)}
    where order_id = ${orderId}`;
};

/** How many orders have news that was not delivered yet. */
export const newsBacklog = async (sql: Sql): Promise<number> => {
  const [backlog] = await sql<{ orders: number }[]>`select count(*) as orders from news`;
  return backlog?.orders ?? 0;
};

/** Whether more orders than that have news that could be delivered now. */
export const isNewsAbove = async (sql: Sql, most: number): Promise<boolean> => {
  const due = await sql`
    select from news where not_before <= ${clock(sql)} order by not_before offset ${most} limit 1`;
  return due.count > 0;
};
