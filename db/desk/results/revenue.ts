import type { Instant } from '../../../workflows/domain/time.ts';
import type { Db, Sql } from '../../client.ts';
import type { Fragment } from '../../sql.ts';
import { inTransaction } from '../../transaction.ts';

/** The orders that were placed in these weeks; with an SKU, those that bought it. */
export type Period = {
  /** When each week begins, earliest first, and when the last one ends. */
  bounds: readonly Instant[];
  sku?: string | undefined;
};

/** Of what was counted at one moment, so that its sums go together. */
export const readTogether = <T>(db: Pick<Db, 'sql'>, work: (sql: Sql) => Promise<T>): Promise<T> =>
  inTransaction(db, async (sql) => {
    await sql`set transaction isolation level repeatable read read only`;
    // A plan that is kept for any period joins a hundred thousand orders one by one.
    await sql`set local plan_cache_mode = force_custom_plan`;
    return work(sql);
  });

/** What became of what was bought in a week or of an SKU, in minor units, without shipping. */
export type Revenue = {
  /** From 0; null over all weeks. */
  week: number | null;
  /** Null over all SKUs. */
  sku: string | null;
  currency: string;
  units: number;
  kept: number;
  waiting: number;
  lostByCustomer: number;
  lostByLaw: number;
  lostByShop: number;
  lostBySystem: number;
};

/**
 * `each`: so many rows by week and SKU. Otherwise by week, and by SKU over all weeks, with so many
 * SKUs of each currency, most at stake first.
 */
export type Grouping = { each: boolean; limit: number };

/**
 * Sums what was shipped, cancelled and still waits, at the prices of the orders. Of units of one
 * line the last ones are cancelled first, and the last ones cost the odd minor units, as
 * `valueOfFirst` has it; so the sums are those of the customers' own mails.
 */
export const listRevenue = (
  sql: Sql,
  period: Period,
  { each, limit }: Grouping,
): Promise<Revenue[]> => sql<Revenue[]>`
  with sold as materialized (
    select l.order_id, l.line_id, l.sku, l.quantity, l.total, l.shipped, l.cancelled, o.currency,
           ${weekOf(sql, period, sql`o.placed_at`)} as week
    from orders o join lines l using (order_id)
    where ${placedIn(sql, period, sql`o.placed_at`)} and ${placedIn(sql, period, sql`l.placed_at`)}
      ${period.sku === undefined ? sql`` : sql`and l.sku = ${period.sku}`}
  ), ended as (
    select c.order_id, c.by, part.line_id, part.quantity,
           sum(part.quantity) over (
             partition by c.order_id, part.line_id order by c.created_at, c.cancel_id
           ) as up_to
    from cancellations c
    cross join jsonb_to_recordset(c.lines) as raw ("lineId" text, quantity bigint)
    cross join lateral (select raw."lineId" as line_id, raw.quantity) as part
    where c.order_id in (select order_id from sold where cancelled > 0)
  ), lost as (
    select order_id, line_id, ${['customer', 'law', 'shop', 'system'].map(
      (by, index) => sql`${index > 0 ? sql`,` : sql``}
        coalesce(sum(value) filter (where by = ${by}), 0) as ${sql(`by_${by}`)}`,
    )}
    from (
      select order_id, line_id, by,
        ${valueOfFirst(sql, sql`s.quantity - e.up_to + e.quantity`)}
          - ${valueOfFirst(sql, sql`s.quantity - e.up_to`)} as value
      from ended e join sold s using (order_id, line_id)
    ) as valued
    group by order_id, line_id
  ), summed as (
    select week - 1 as week, sku, currency, sum(s.quantity)::bigint as units,
      sum(${valueOfFirst(sql, sql`s.shipped`)})::bigint as kept,
      sum(${valueOfFirst(sql, sql`s.quantity - s.cancelled`)}
        - ${valueOfFirst(sql, sql`s.shipped`)})::bigint as waiting,
      coalesce(sum(by_customer), 0)::bigint as lost_by_customer,
      coalesce(sum(by_law), 0)::bigint as lost_by_law,
      coalesce(sum(by_shop), 0)::bigint as lost_by_shop,
      coalesce(sum(by_system), 0)::bigint as lost_by_system,
      row_number() over (
        partition by sku is null, currency order by sum(s.total) desc, sku
      ) as place
    from sold s left join lost using (order_id, line_id)
    group by ${
      each ? sql`week, sku, currency` : sql`grouping sets ((week, currency), (sku, currency))`
    }
  )
  select week, sku, currency, units, kept, waiting, lost_by_customer, lost_by_law, lost_by_shop,
    lost_by_system
  from summed ${
    each
      ? sql`order by week, sku, currency limit ${limit}`
      : sql`where sku is null or place <= ${limit}
        order by sku is not null, week, place, currency`
  }`;

/** What the first so many units of line `s` cost together. */
const valueOfFirst = (sql: Sql, count: Fragment) => sql`(
  s.total / s.quantity * (${count})
    + greatest(0, (${count}) - s.quantity + s.total % s.quantity))`;

/** From 1: which week it is. */
const weekOf = (sql: Sql, { bounds }: Period, at: Fragment) =>
  sql`width_bucket(${at}, ${[...bounds]}::timestamptz[])`;

/** Within the period. */
export const placedIn = (sql: Sql, { bounds }: Period, at: Fragment) =>
  sql`(${at} >= ${bounds[0] ?? null} and ${at} < ${bounds.at(-1) ?? null})`;
