import type { Sql } from '../../client.ts';
import type { giveUps } from '../../schema/stock/give-ups.ts';
import type { GivenUp as Mark } from '../../schema/stock/shelves.ts';
import { type Fragment, ms } from '../../sql.ts';
import { waitingAtClosed } from './concerned.ts';
import { leaseMs } from './orders.ts';

/** How far a give-up has come. */
export type GiveUpProgress = Pick<
  typeof giveUps.$inferSelect,
  'giveUpId' | 'sku' | 'location' | 'supplyId' | 'reason' | 'createdAt' | 'endedAt'
> & {
  total: number;
  cancelled: number;
  gone: number;
  refused: number;
  /** Of those that are not decided, those whose backorder was asked and has not answered. */
  unanswered: number;
  units: number;
  /** Orders that were decided a minute, of late. */
  perMinute: number;
  /** How often the backorders refused, by code. */
  codes: Record<string, number>;
};

export const findGiveUp = async (
  sql: Sql,
  { sku, giveUpId }: { sku: string; giveUpId: string },
): Promise<GiveUpProgress | undefined> => {
  const [found] = await sql<GiveUpProgress[]>`
    ${progress(sql)} where g.give_up_id = ${giveUpId} and g.sku = ${sku}`;
  return found;
};

/** The newest of an SKU. */
export const listGiveUps = (
  sql: Sql,
  { sku, limit }: { sku: string; limit: number },
): Promise<GiveUpProgress[]> => sql<GiveUpProgress[]>`
  ${progress(sql)} where g.sku = ${sku} order by g.created_at desc limit ${limit}`;

const progress = (sql: Sql) => sql`
  select g.give_up_id, g.sku, g.location, g.supply_id, g.reason, g.created_at, g.ended_at, counts.*
  from give_ups g cross join lateral (
    select coalesce(sum(count), 0)::bigint as total,
      coalesce(sum(count) filter (where outcome = 'cancelled'), 0)::bigint as cancelled,
      coalesce(sum(count) filter (where outcome = 'gone'), 0)::bigint as gone,
      coalesce(sum(count) filter (where outcome = 'refused'), 0)::bigint as refused,
      coalesce(sum(count) filter (where is_unanswered), 0)::bigint as unanswered,
      coalesce(sum(units), 0)::bigint as units,
      (coalesce(sum(lately), 0) * 60 / least(60, greatest(1,
        extract(epoch from now() - g.created_at))))::float8 as per_minute,
      coalesce(jsonb_object_agg(code, count) filter (where code is not null), '{}') as codes
    from (
      select outcome, code, outcome is null and tries > 1 as is_unanswered, count(*) as count,
        sum(units) as units, count(*) filter (where ${decidedLately(sql)}) as lately
      from give_up_orders o where o.give_up_id = g.give_up_id
      group by outcome, code, outcome is null and tries > 1
    ) groups
  ) counts`;

/** When it was claimed last shows in the end of that claim. */
const decidedLately = (sql: Sql): Fragment =>
  sql`outcome is not null and due_at > now() + ${ms(sql, leaseMs)} - interval '1 minute'`;

/** Whether some whom it concerns are still to be written down, so that its total grows. */
export const isCounting = async (sql: Sql, progress: GiveUpProgress): Promise<boolean> => {
  const { giveUpId, supplyId, location, endedAt } = progress;
  if (endedAt !== null) return false;
  if (supplyId !== null) return location === null;
  const left = await sql`
    select from (${waitingAtClosed(sql, progress, { isLate: false })}) concerned
    where not exists (
      select from give_up_orders o
      where o.give_up_id = ${giveUpId} and o.order_id = concerned.order_id)
    limit 1`;
  return left.count > 0;
};

/** An order that a give-up did not cancel, and why. */
export type LeftOrder = { orderId: string; code: string | null; tries: number };

/** Those that refused, and those that have not answered; the first of them. */
export const listLeft = (
  sql: Sql,
  { giveUpId, limit }: { giveUpId: string; limit: number },
): Promise<LeftOrder[]> => sql<LeftOrder[]>`
  select order_id, code, tries from give_up_orders
  where give_up_id = ${giveUpId} and (outcome = 'refused' or (outcome is null and tries > 1))
  order by order_id limit ${limit}`;

/** Where nobody may come to wait for the SKU any more. */
export const listClosed = (sql: Sql, sku: string): Promise<{ location: string; mark: Mark }[]> =>
  sql<{ location: string; mark: Mark }[]>`
    select location, given_up as mark from stock
    where sku = ${sku} and given_up is not null order by location limit 1000`;
