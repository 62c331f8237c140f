import type { Sql } from '../../client.ts';
import { orderNow } from '../../sql.ts';

/** Units that wait and the orders they belong to, by week of the wait, 1 is the first. */
export type WaitedWeek = { week: number; units: number; orders: number };

/** The same by the month of their promise, `2027-01`; null without a date. */
export type PromisedMonth = { month: string | null; units: number; orders: number };

/** How long those who wait for an SKU have waited so far, each in the order's own time. */
export const listWaitedWeeks = (sql: Sql, sku: string): Promise<WaitedWeek[]> => sql<WaitedWeek[]>`
  select 1 + greatest(0, extract(epoch from ${orderNow(sql)} - l.placed_at)::bigint) / 604800
      as week,
    sum(waiting)::bigint as units, count(distinct order_id) as orders
  from (${waits(sql, sku)}) as l join orders o using (order_id)
  group by week order by week`;

/** For when they were promised it. */
export const listPromisedMonths = (sql: Sql, sku: string): Promise<PromisedMonth[]> => sql<
  PromisedMonth[]
>`
  select month, sum(waiting)::bigint as units, count(distinct order_id) as orders
  from (
    select l.order_id, l.waiting,
      to_char(case when v.order_id is null then p."on" else v.promised_on end, 'YYYY-MM') as month
    from (${waits(sql, sku)}) as l
    left join views v on v.order_id = l.order_id
    left join promises p on p.order_id = l.order_id and p.promise_id = 'checkout'
      and p.accepted_at is not null
  ) as promised
  group by month order by month nulls last`;

/** Two parts of the queue, each with its index. */
const waits = (sql: Sql, sku: string) => sql`
  select order_id, placed_at, waiting from lines
  where sku = ${sku} and waiting > 0 and barred is null
  union all
  select order_id, placed_at, waiting from lines
  where sku = ${sku} and waiting > 0 and barred is not null`;
