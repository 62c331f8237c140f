import type { Sql } from '../client.ts';
import { type Fragment, orderNow } from '../sql.ts';

/** What is wanted of one SKU, at one location or over all of them. */
export type Demand = {
  sku: string;
  /** Null over all locations. */
  location: string | null;
  /** Units that wait, and the orders that wait for them. */
  waiting: number;
  orders: number;
  /** Days since the waiting lines were placed, in order time; null when none waits. */
  oldestDays: number | null;
  medianDays: number | null;
  revenue: Revenue[];
  /** Units that wait, by the ISO week of their promise, earliest first; null without a date. */
  promised: { week: string | null; units: number }[];
  /** Units that were cancelled, by the week of their wait: 1 is the first. */
  cancelled: { week: number; units: number }[];
};

/** Minor units, without shipping. The parts of a line add up to its total. */
export type Revenue = {
  currency: string;
  shipped: number;
  allocated: number;
  waiting: number;
  cancelled: number;
};

export type DemandFilter = { sku?: string; location?: string };

type DemandPage = { filter: DemandFilter; after: string | null; limit: number };

/**
 * The demand of up to `limit` SKUs that were ever ordered, by SKU: of each a row over all
 * locations, then one for each location. `after` is the last SKU of the page before.
 */
export const listDemand = async (sql: Sql, page: DemandPage): Promise<Demand[]> =>
  sql<Demand[]>`
    with ordered as materialized (${orderedLines(sql, page)}),
    waits as materialized (${waits(sql)}),
    shelves as (
      select sku, location from ordered group by grouping sets ((sku), (sku, location))
    ), queued as (
      select sku, location, sum(waiting)::bigint as waiting, count(distinct order_id) as orders,
        max(days)::float8 as oldest_days,
        (percentile_cont(0.5) within group (order by days))::float8 as median_days
      from waits group by grouping sets ((sku), (sku, location))
    ), revenues as (${revenues(sql)}),
    promises as (${promisedWeeks(sql)}),
    cancels as (${cancelledWeeks(sql)})
    select s.sku, s.location, coalesce(q.waiting, 0) as waiting, coalesce(q.orders, 0) as orders,
      q.oldest_days, q.median_days, r.list as revenue,
      coalesce(p.list, '[]') as promised, coalesce(c.list, '[]') as cancelled
    from shelves s
    left join queued q on q.sku = s.sku and q.location is not distinct from s.location
    left join revenues r on r.sku = s.sku and r.location is not distinct from s.location
    left join promises p on p.sku = s.sku and p.location is not distinct from s.location
    left join cancels c on c.sku = s.sku and c.location is not distinct from s.location
    order by s.sku, s.location nulls first`;

/** A shelf is made by the first order that wants it, so the shelves name every SKU. */
const orderedLines = (sql: Sql, { filter: { sku, location }, after, limit }: DemandPage) => sql`
  select l.order_id, l.line_id, l.sku, l.location, l.quantity, l.total, l.placed_at, l.waiting,
    l.kept + l.leased + l.firm as allocated, l.shipped, l.cancelled, o.currency, o.skipped_ms
  from (
    select distinct sku from stock s
    where exists (select from lines l where l.sku = s.sku and l.location = s.location)
      ${sku === undefined ? sql`` : sql`and sku = ${sku}`}
      ${location === undefined ? sql`` : sql`and location = ${location}`}
      ${after === null ? sql`` : sql`and sku > ${after}`}
    order by sku limit ${limit}
  ) page
  join lines l on l.sku = page.sku join orders o using (order_id)
  ${location === undefined ? sql`` : sql`where l.location = ${location}`}`;

const waits = (sql: Sql) => sql`
  select l.sku, l.location, l.order_id, l.waiting,
    extract(epoch from ${orderNow(sql)} - l.placed_at) / 86400 as days,
    to_char(case when v.order_id is null then p."on" else v.promised_on end, 'IYYY"-W"IW') as week
  from ordered l
  left join views v on v.order_id = l.order_id
  left join promises p on p.order_id = l.order_id and p.promise_id = 'checkout'
    and p.accepted_at is not null
  where l.waiting > 0`;

const revenues = (sql: Sql) => sql`
  select sku, location, jsonb_agg(jsonb_build_object(
    'currency', currency, 'shipped', shipped, 'allocated', allocated, 'waiting', waiting,
    'cancelled', cancelled) order by currency) as list
  from (
    select sku, location, currency,
      sum(total * shipped / quantity) as shipped,
      sum(total * (shipped + allocated) / quantity - total * shipped / quantity) as allocated,
      sum(total * (shipped + allocated + waiting) / quantity
        - total * (shipped + allocated) / quantity) as waiting,
      sum(total - total * (shipped + allocated + waiting) / quantity) as cancelled
    from ordered group by grouping sets ((sku, currency), (sku, location, currency))
  ) sums group by sku, location`;

const promisedWeeks = (sql: Sql) =>
  byWeek(sql, sql`select sku, location, waiting as units, week from waits`);

const cancelledWeeks = (sql: Sql) =>
  byWeek(
    sql,
    sql`
      select l.sku, l.location, u.quantity as units,
        1 + greatest(0, extract(epoch from c.requested_at - l.placed_at)::bigint) / 604800 as week
      from ordered l
      join cancellations c on c.order_id = l.order_id
      join lateral jsonb_to_recordset(c.lines) as u ("lineId" text, quantity int)
        on u."lineId" = l.line_id
      where l.cancelled > 0 and c.lines is not null`,
  );

/** Units by week, earliest first, for each SKU and each of its locations. */
const byWeek = (sql: Sql, what: Fragment) => sql`
  select sku, location,
    jsonb_agg(jsonb_build_object('week', week, 'units', units) order by week) as list
  from (
    select sku, location, week, sum(units) as units
    from (${what}) given group by grouping sets ((sku, week), (sku, location, week))
  ) weeks group by sku, location`;
