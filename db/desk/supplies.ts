import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { supplies } from '../schema/promise/supplies.ts';
import type { Broken, supplyChanges } from '../schema/promise/supply-changes.ts';

/** Which supplies are meant; without anything, all that are still to come. */
export type SupplyFilter = {
  sku?: string;
  location?: string;
  /** Expected from that day on, and until that day. */
  from?: CivilDate;
  to?: CivilDate;
};

/** A supply that is still to come. `quantity`: units of it that no receipt has brought yet. */
export type ComingSupply = Pick<
  typeof supplies.$inferSelect,
  'supplyId' | 'sku' | 'location' | 'expectedOn' | 'basis'
> & { quantity: number };

/** Where a page of the calendar ended: the day, null among those without one, and the supply. */
export type SupplyPosition = { on: CivilDate | null; supplyId: string };

type Page = { after: SupplyPosition | null; limit: number };

/** What is expected on a day, the earliest first, so that what is overdue comes first of all. */
export const listDated = (
  sql: Sql,
  filter: SupplyFilter,
  { after, limit }: Page,
): Promise<ComingSupply[]> => sql<ComingSupply[]>`
  ${coming(sql)} where remaining > 0 and expected_on is not null ${narrowed(sql, filter)}
    ${after ? sql`and (expected_on, supply_id) > (${after.on}::date, ${after.supplyId})` : sql``}
  order by expected_on, supply_id limit ${limit}`;

/** What is expected on no day, by name. */
export const listUndated = (
  sql: Sql,
  { sku, location }: SupplyFilter,
  { after, limit }: Page,
): Promise<ComingSupply[]> => sql<ComingSupply[]>`
  ${coming(sql)} where remaining > 0 and expected_on is null
    ${narrowed(sql, { ...(sku && { sku }), ...(location && { location }) })}
    ${after ? sql`and supply_id > ${after.supplyId}` : sql``}
  order by supply_id limit ${limit}`;

const coming = (sql: Sql) => sql`
  select supply_id, sku, location, remaining as quantity, expected_on, basis from supplies`;

const narrowed = (sql: Sql, { sku, location, from, to }: SupplyFilter) => sql`
  ${sku === undefined ? sql`` : sql`and sku = ${sku}`}
  ${location === undefined ? sql`` : sql`and location = ${location}`}
  ${from === undefined ? sql`` : sql`and expected_on >= ${from}::date`}
  ${to === undefined ? sql`` : sql`and expected_on <= ${to}::date`}`;

/** Units that arrive, and units that were promised, in the week that begins with that Monday. */
export type SupplyWeek = { monday: CivilDate; arriving: number; waiting: number };

/** Orders that are looked at for their promise; with more than these a week may have more. */
const mostOrders = 20_000;

/** Week by week from one day to another. `isCut`: not all orders were looked at. */
export const listWeeks = async (
  sql: Sql,
  { sku, location, from, to }: Required<Pick<SupplyFilter, 'from' | 'to'>> & SupplyFilter,
): Promise<{ weeks: SupplyWeek[]; isCut: boolean }> => {
  const here = location === undefined ? sql`` : sql`and l.location = ${location}`;
  const promised =
    sku === undefined
      ? sql`
        select v.promised_on, l.waiting from (
          select promised_on, order_id from views
          where promised_on between ${from}::date and ${to}::date
          order by promised_on limit ${mostOrders}
        ) v join lines l on l.order_id = v.order_id and l.waiting > 0 ${here}`
      : sql`
        select v.promised_on, l.waiting from (
          select order_id, waiting from lines l
          where sku = ${sku} and waiting > 0 and barred is null ${here} limit ${mostOrders}
        ) l join views v on v.order_id = l.order_id
          and v.promised_on between ${from}::date and ${to}::date`;
  const [looked] = await sql<[{ count: number }]>`
    select count(*) from (
      ${
        sku === undefined
          ? sql`select from views where promised_on between ${from}::date and ${to}::date`
          : sql`select from lines l where sku = ${sku} and waiting > 0 and barred is null ${here}`
      } limit ${mostOrders}
    ) looked`;
  const weeks = await sql<SupplyWeek[]>`
    select monday::date as monday, coalesce(sum(arriving), 0)::bigint as arriving,
      coalesce(sum(waiting), 0)::bigint as waiting
    from (
      select date_trunc('week', day)::date as monday, 0 as arriving, 0 as waiting
      from generate_series(${from}::date::timestamp, ${to}::date::timestamp, '1 day') as day
      union all
      select date_trunc('week', expected_on::timestamp)::date, remaining, 0 from supplies
      where remaining > 0 and expected_on between ${from}::date and ${to}::date
        ${narrowed(sql, { ...(sku && { sku }), ...(location && { location }) })}
      union all
      select date_trunc('week', promised_on::timestamp)::date, 0, waiting
      from (${promised}) promised
    ) all_of_it
    group by monday order by monday`;
  return { weeks, isCut: looked.count >= mostOrders };
};

/** Units that wait at a shelf; counted only as far as `mostOrders` of its lines. */
export const countQueues = (
  sql: Sql,
  shelves: readonly { sku: string; location: string }[],
): Promise<{ sku: string; location: string; waiting: number; isCut: boolean }[]> => sql`
  select w.sku, w.location, q.waiting, q.lines >= ${mostCounted} as is_cut
  from (
    select distinct sku, location from unnest(
      ${shelves.map(({ sku }) => sku)}::text[], ${shelves.map(({ location }) => location)}::text[]
    ) as s (sku, location)
  ) w cross join lateral (
    select coalesce(sum(waiting), 0)::bigint as waiting, count(*) as lines from (
      select waiting from lines l
      where l.sku = w.sku and l.location = w.location and waiting > 0 and barred is null
      limit ${mostCounted}
    ) counted
  ) q`;

const mostCounted = 5_000;

/** A change of a supply: what it was until then, and what its walk found. */
export type SupplyHistory = Pick<typeof supplyChanges.$inferSelect, 'revision'> & {
  changedAt: Instant;
  was: { quantity: number; expectedOn: CivilDate | null; basis: string } | null;
  moved: number;
  told: number;
  isDone: boolean;
};

/** Its changes, the newest first. One that only took it off because it was given up is not there. */
export const listHistory = (
  sql: Sql,
  { supplyId, limit }: { supplyId: string; limit: number },
): Promise<SupplyHistory[]> => sql<SupplyHistory[]>`
  select revision, min(created_at) as changed_at, sum(moved)::bigint as moved,
    coalesce(sum((notices ->> 'told')::bigint), 0)::bigint as told,
    bool_and(done_at is not null) as is_done, (
      select b from supply_changes w, jsonb_array_elements(w.before) b
      where w.supply_id = c.supply_id and w.revision = c.revision
        and b ->> 'supplyId' = c.supply_id limit 1
    ) as was
  from supply_changes c where supply_id = ${supplyId}
  group by supply_id, revision order by revision desc limit ${limit}`;

/** An order of the queue that the units from one place to another are for. */
export type ServedOrder = Pick<Broken, 'orderId'> & {
  units: number;
  placedAt: Instant;
  promisedOn: CivilDate | null;
};

/**
 * The orders that units of a supply are for: those whose places in the queue lie behind `before`
 * units and within the next `quantity`. Places are counted as outlooks count them, and no further
 * than anything reaches.
 */
export const listServed = (
  sql: Sql,
  shelf: { sku: string; location: string },
  { before, quantity, limit }: { before: number; quantity: number; limit: number },
): Promise<ServedOrder[]> => sql<ServedOrder[]>`
  with reached as materialized (
    select order_id, priority, placed_at, waiting from lines l
    where sku = ${shelf.sku} and location = ${shelf.location} and waiting > 0 and barred is null
    order by -priority, placed_at, order_id limit ${before + quantity}
  ), queued as (
    select order_id, placed_at, priority, sum(waiting) as waiting from reached
    group by order_id, placed_at, priority
  ), placed as (
    select *, sum(waiting) over (
      order by -priority, placed_at, order_id rows unbounded preceding) as place
    from queued
  )
  select p.order_id, p.placed_at, v.promised_on,
    (least(place, ${before + quantity}) - greatest(place - waiting, ${before}))::bigint as units
  from placed p left join views v on v.order_id = p.order_id
  where place > ${before} and place - waiting < ${before + quantity}
  order by -priority, placed_at, order_id limit ${limit}`;
