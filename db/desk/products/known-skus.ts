import type { CivilDate, Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import { type Fragment, ms } from '../../sql.ts';

/** An SKU that is described, lies on a shelf, is on its way or is waited for. */
export type KnownSku = {
  sku: string;
  /** Null for one that nobody has described. */
  title: string | null;
  isDescribed: boolean;
  limit: number | null;
  onHand: number;
  allocated: number;
  /** Units that wait, those that wait for a payment too, and the orders that want them. */
  waiting: number;
  orders: number;
  /** When the order that waits longest was placed, and its age in its own time. */
  oldestAt: Instant | null;
  oldestDays: number | null;
  /** Units still to come, and the first day that is named for some. */
  coming: number;
  expectedOn: CivilDate | null;
};

/** `search`: how the SKU or the title begins. `isWaited`: only what is waited for. */
export type SkuFilter = { search?: string | undefined; isWaited?: boolean };

type SkuPage = { filter: SkuFilter; after: string | null; limit: number };

/** Up to `limit` known SKUs in the order of their names, after one. */
export const listKnownSkus = (sql: Sql, page: SkuPage): Promise<KnownSku[]> => sql<KnownSku[]>`
  with page as materialized (${pageOf(sql, page)}),
  waits as (
    select sku, waiting, order_id, placed_at from page join lines l using (sku)
    where waiting > 0 and barred is null
    union all
    select sku, waiting, order_id, placed_at from page join lines l using (sku)
    where waiting > 0 and barred is not null
  ), queues as (
    select sku, sum(waiting)::bigint as waiting, count(*) as orders, min(placed_at) as oldest_at
    from (
      select sku, sum(waiting) as waiting, min(placed_at) as placed_at
      from waits group by sku, order_id
    ) as orders group by sku
  )
  select p.sku, d.title, d.sku is not null as is_described, d.backorder_limit as "limit",
    shelves.on_hand, shelves.allocated,
    coalesce(queue.waiting, 0) as waiting, coalesce(queue.orders, 0) as orders, queue.oldest_at,
    extract(epoch from now() + ${ms(sql, oldestSkip(sql))} - queue.oldest_at)::float8 / 86400
      as oldest_days,
    supply.coming, supply.expected_on
  from page p
  left join products d on d.sku = p.sku
  cross join lateral (
    select coalesce(sum(on_hand), 0)::bigint as on_hand,
      coalesce(sum(allocated), 0)::bigint as allocated
    from stock s where s.sku = p.sku
  ) as shelves
  left join queues queue on queue.sku = p.sku
  cross join lateral (
    select coalesce(sum(remaining), 0)::bigint as coming, min(expected_on) as expected_on
    from supplies s where s.sku = p.sku and remaining > 0
  ) as supply
  order by p.sku`;

/** By how much the order's time is ahead, of the line that was placed first. */
const oldestSkip = (sql: Sql): Fragment => sql`coalesce((
  select o.skipped_ms from lines l join orders o using (order_id)
  where l.sku = p.sku and l.placed_at = queue.oldest_at and l.waiting > 0 limit 1
), 0)`;

const pageOf = (sql: Sql, { filter: { search = '', isWaited = false }, after, limit }: SkuPage) => {
  if (search === '' && isWaited) return walkWaited(sql, { after, limit });
  if (search === '') return union(sql, { after, limit });
  return sql`
    select sku from (${found(sql, search)}) as k
    where true ${after === null ? sql`` : sql`and sku > ${after}`}
      ${isWaited ? sql`and (${isWaitedFor(sql)})` : sql``}
    order by sku limit ${limit}`;
};

type Stretch = { after: string | null; limit: number };

/** No source has to give more than a page of its own. */
const union = (sql: Sql, { after, limit }: Stretch) => {
  const next = after === null ? sql`true` : sql`sku > ${after}`;
  return sql`
    (select sku from products where ${next} order by sku limit ${limit})
    union (select distinct sku from stock where ${next} order by sku limit ${limit})
    union (select distinct sku from supplies where remaining > 0 and ${next}
           order by sku limit ${limit})
    order by sku limit ${limit}`;
};

/** From one waiting SKU to the next, however many lines each has. */
const walkWaited = (sql: Sql, { after, limit }: Stretch) => {
  const next = (than: ReturnType<Sql>) => sql`least(
    (select sku from lines where waiting > 0 and barred is null and sku > ${than}
     order by sku limit 1),
    (select sku from lines where waiting > 0 and barred is not null and sku > ${than}
     order by sku limit 1))`;
  return sql`
    select sku from (
      with recursive walk as (
        select ${next(sql`${after ?? ''}::text`)} as sku
        union all
        select ${next(sql`walk.sku`)} from walk where walk.sku is not null
      )
      select sku from walk where sku is not null limit ${limit}
    ) as waited`;
};

/** As it is written, or in capitals, as most SKUs are; a title in whatever case. */
const found = (sql: Sql, search: string) => {
  const begins = sql`(starts_with(sku, ${search}) or starts_with(sku, ${search.toUpperCase()}))`;
  return sql`
    select sku from products
    where ${begins} or starts_with(lower(title), ${search.toLowerCase()})
    union select sku from stock where ${begins}
    union select sku from supplies where remaining > 0 and ${begins}`;
};

const isWaitedFor = (sql: Sql) => sql`
  exists (select from lines l where l.sku = k.sku and waiting > 0 and barred is null)
  or exists (select from lines l where l.sku = k.sku and waiting > 0 and barred is not null)`;
