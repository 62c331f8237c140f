import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { ExcitementGroup } from '../../schema/backorder/orders.ts';
import { orderNow } from '../../sql.ts';
import { type Period, placedIn } from './revenue.ts';

/** So many orders of a group that waited so many whole days, and how that ended. */
export type Wait = {
  group: ExcitementGroup | null;
  days: number;
  /** The customer cancelled: the whole order or a part of it, in words or by refusing a delay. */
  isCancelled: boolean;
  count: number;
  /** When the first of them was placed. */
  since: Instant;
};

/**
 * How long the orders of the period waited, in their own time: until the customer cancelled, else
 * until nothing of them was left to cancel, else until now.
 */
export const listWaits = (sql: Sql, period: Period): Promise<Wait[]> => sql<Wait[]>`
  with picked as materialized (
    select o.order_id, o.placed_at, o.excitement_group, ${orderNow(sql)} as now
    from orders o
    where ${placedIn(sql, period, sql`o.placed_at`)} ${boughtIn(sql, period)}
  ), open as (
    select order_id, bool_or(quantity > shipped + cancelled) as is_open
    from lines where order_id in (select order_id from picked) group by order_id
  ), cancelled as (
    select order_id, min(requested_at) filter (where by = 'customer') as by_customer,
           max(requested_at) as last
    from cancellations
    where order_id in (select order_id from picked) and jsonb_array_length(lines) > 0
    group by order_id
  ), shipped as (
    select order_id, max(scanned_at) as last
    from shipments
    where order_id in (select order_id from picked) and status = 'accepted'
    group by order_id
  )
  select excitement_group as "group", days, is_cancelled, count(*)::int as count,
         min(placed_at) as since
  from (
    select p.excitement_group, p.placed_at, c.by_customer is not null as is_cancelled,
      greatest(0, floor(extract(epoch from coalesce(
        c.by_customer,
        case when o.is_open then p.now else coalesce(greatest(s.last, c.last), p.now) end
      ) - p.placed_at) / 86400))::int as days
    from picked p
    join open o using (order_id)
    left join cancelled c using (order_id)
    left join shipped s using (order_id)
  ) as waits
  group by 1, 2, 3 order by 1, 2, 3`;

/** Whether order `o` bought the SKU, if the period is of one. */
export const boughtIn = (sql: Sql, { sku }: Period) =>
  sku === undefined
    ? sql``
    : sql`and exists (select from lines l where l.order_id = o.order_id and l.sku = ${sku})`;
