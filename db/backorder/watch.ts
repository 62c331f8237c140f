import type { AttentionCode } from '../../workflows/domain/backorder/attention.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { views } from '../schema/backorder/views.ts';
import { type Fragment, orderNow, queueOrder } from '../sql.ts';

/** What is looked for from outside the workflows, which cannot tell that they stand still. */
export const watches = [
  'parked',
  'news_late',
  'filling_late',
  'lease_late',
] as const satisfies readonly AttentionCode[];

export type Watch = (typeof watches)[number];

/** Whether a reason to ask a person is that something stands still. */
export const isWatch = (code: string): code is Watch => watches.some((watch) => watch === code);

/**
 * The orders that a watch is about, and since when. Statements that an index answers, because
 * they run every minute and with every scrape.
 */
const causes: Record<Watch, (sql: Sql) => Fragment> = {
  parked: (sql) => sql`
    select order_id, next_wake_at as since from views v
    where ended_at is null and next_wake_at < now() - interval '15 minutes'
      and not exists (
        select from attention a where a.order_id = v.order_id and a.code = 'orphaned'
      )`,
  news_late: (sql) => sql`
    select order_id, created_at as since from news
    where created_at < now() - interval '10 minutes'`,
  // A walk is about a shelf: it shows on the order that it has yet to reach.
  filling_late: (sql) => sql`
    select coalesce(p.only_order_id, next.order_id) as order_id, p.created_at as since
    from walks p
    join lateral (
      select order_id from lines l
      where l.sku = p.sku and l.location = p.location and waiting > 0 and barred is null
        and (${queueOrder(sql, 'l')}) > (
          coalesce(-p.cursor_priority, -2147483648), coalesce(p.cursor_placed_at, '-infinity'),
          coalesce(p.cursor_order_id, ''))
      order by ${queueOrder(sql, 'l')} limit 1
    ) next on true
    where p.done_at is null and p.created_at < now() - interval '5 minutes'`,
  lease_late: (sql) => sql`
    select order_id, ends_at as since from leases
    where state = 'leased' and ends_at < now() - interval '15 minutes'`,
};

/** Open items of one watch at most: an outage is one trouble, not one for each order. */
export const mostRaised = 100;

/**
 * Raises attention on the orders that stand still for longest, and takes back what has moved on.
 * What a person has answered is not raised again while its cause lasts. Safe to repeat.
 */
export const raiseWatch = async (sql: Sql, watch: Watch): Promise<void> => {
  await sql`
    with cause as materialized (${causes[watch](sql)}),
    gone as (
      delete from attention a
      where code = ${watch} and not exists (select from cause c where c.order_id = a.order_id)
    )
    insert into attention (order_id, code, at)
    select order_id, ${watch}, ${orderNow(sql)}
    from (
      select order_id, min(since) as since from cause group by order_id
      order by since, order_id limit ${mostRaised}
    ) longest join orders using (order_id)
    on conflict do nothing`;
};

/** An order that stands still, and since when, by the clock on the wall. */
export type Watched = { orderId: string; since: Instant };

/**
 * All that a watch is about at this moment, whether it was raised or not: what has stood still for
 * longest comes first. An order for which two things wait comes twice.
 */
export const listWatched = (
  sql: Sql,
  watch: Watch,
  { after, limit }: { after: Watched | null; limit: number },
): Promise<Watched[]> => sql<Watched[]>`
  select order_id, since from (${causes[watch](sql)}) cause
  ${after ? sql`where (since, order_id) > (${after.since}::timestamptz, ${after.orderId})` : sql``}
  order by since, order_id limit ${limit}`;

/** Some of the orders that are parked, others each time. */
export const listParked = async (sql: Sql, limit: number): Promise<string[]> => {
  const rows = await sql<Pick<typeof views.$inferSelect, 'orderId'>[]>`
    select order_id from (${causes.parked(sql)}) parked order by random() limit ${limit}`;
  return rows.map(({ orderId }) => orderId);
};

/** Takes `orphaned` back from orders whose workflow has been heard of since. */
export const clearFound = async (sql: Sql): Promise<void> => {
  await sql`
    delete from attention a using views v
    where a.code = 'orphaned' and v.order_id = a.order_id
      and (v.ended_at is not null or v.updated_at > a.raised_at)`;
};

/** How many there are of each, at this moment. */
export const countWatches = async (sql: Sql): Promise<Record<Watch | 'orphaned', number>> => {
  const [counts] = await sql<Record<string, number>[]>`
    select (select count(*) from (${causes.parked(sql)}) c) as parked,
      (select count(*) from (${causes.news_late(sql)}) c) as news,
      (select count(*) from (${causes.filling_late(sql)}) c) as filling,
      (select count(*) from (${causes.lease_late(sql)}) c) as lease,
      (select count(*) from attention where code = 'orphaned' and resolved_at is null) as orphaned`;
  return {
    parked: counts?.parked ?? 0,
    orphaned: counts?.orphaned ?? 0,
    news_late: counts?.news ?? 0,
    filling_late: counts?.filling ?? 0,
    lease_late: counts?.lease ?? 0,
  };
};
