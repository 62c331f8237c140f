import type { Sql } from '../../client.ts';
import type { giveUps } from '../../schema/stock/give-ups.ts';
import type { Fragment } from '../../sql.ts';
import { queueOrder } from '../../sql.ts';

/** What is given up: an SKU, at one location or at all; or one supply of it, at its own. */
export type GivenUp = Pick<typeof giveUps.$inferSelect, 'sku' | 'location' | 'supplyId'>;

/**
 * The orders whose waiting units it cancels, and how many of them at most, as rows of `order_id` and
 * `most`. Of an SKU it is all that wait. Of a supply it is what neither free units nor anything else
 * that is expected, be it without a date, reaches.
 */
export const concerned = (sql: Sql, givenUp: GivenUp): Fragment =>
  givenUp.supplyId === null ? allThatWait(sql, givenUp) : outOfReach(sql, givenUp);

const allThatWait = (sql: Sql, { sku, location }: GivenUp): Fragment =>
  waitingWhere(sql, { sku, here: location === null ? sql`` : sql`and location = ${location}` });

/**
 * The same where nobody may come to wait any more: it may have been taken up again. Whoever comes late
 * to wait for a card at a shelf on which units lie free does not wait for what never comes.
 */
export const waitingAtClosed = (
  sql: Sql,
  { giveUpId, sku, location }: Pick<GivenUp, 'sku' | 'location'> & { giveUpId: string },
  { isLate }: { isLate: boolean },
): Fragment => {
  const closed: Fragment = sql`
    select location from stock
    where sku = ${sku} and given_up is not null
      ${location === null ? sql`` : sql`and location = ${location}`}`;
  const isEmpty: Fragment = sql`location = any(array(${closed} and on_hand <= allocated))`;
  const begun: Fragment = sql`(select created_at from give_ups where give_up_id = ${giveUpId})`;
  return waitingWhere(sql, {
    sku,
    here: sql`and location = any(array(${closed}))`,
    barred: isLate ? sql`and ${isEmpty}` : sql`and (${isEmpty} or placed_at <= ${begun})`,
  });
};

type Where = { sku: string; here: Fragment; barred?: Fragment };

/** In two parts, because the queue has an index for each. */
const waitingWhere = (sql: Sql, { sku, here, barred = sql`` }: Where): Fragment => sql`
    select distinct order_id, null::int as most from (
      select order_id from lines where sku = ${sku} and waiting > 0 and barred is null ${here}
      union all
      select order_id from lines
      where sku = ${sku} and waiting > 0 and barred is not null ${here} ${barred}
    ) waits`;

/** More than any order may have of one SKU. */
const mostUnits = 2_147_483_647;

/**
 * Places are counted as outlooks count them: an order that is barred keeps its own, and takes none.
 * Units that another give-up is about to cancel are taken for gone.
 */
export const outOfReach = (sql: Sql, { sku, location, supplyId }: GivenUp): Fragment => sql`
  select order_id, least(waiting, place - reach)::int as most
  from (
    select order_id, waiting, case when is_barred then waiting else 0 end
      + sum(case when is_barred then 0 else waiting end) over (
          order by ${queueOrder(sql, 'queued')} rows unbounded preceding
        ) as place
    from (
      select order_id, priority, placed_at, greatest(0, sum(waiting) - (
          select coalesce(sum(coalesce(o.most, ${mostUnits})), 0)
          from give_up_orders o join give_ups g using (give_up_id)
          where o.order_id = l.order_id and o.outcome is null
            and g.sku = ${sku} and (g.location is null or g.location = ${location})
        )) as waiting,
        bool_or(barred is not null) as is_barred
      from lines l where sku = ${sku} and location = ${location} and waiting > 0
      group by order_id, priority, placed_at
    ) queued
  ) placed cross join (
    select coalesce((
      select on_hand - allocated from stock where sku = ${sku} and location = ${location}
    ), 0) + coalesce((
      select sum(remaining) from supplies
      where sku = ${sku} and location = ${location} and remaining > 0
        and supply_id <> ${supplyId}
    ), 0) as reach
  ) coming
  where place > reach and waiting > 0`;
