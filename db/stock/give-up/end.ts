import type { Db, Sql } from '../../client.ts';
import type { Fragment } from '../../sql.ts';
import { inTransaction } from '../../transaction.ts';
import { waitingAtClosed } from './concerned.ts';
import { type OpenGiveUp, writeLate } from './write-down.ts';

/** How often one order may come to wait anew. */
const mostRounds = 5;

/**
 * Goes on with a give-up that is over where somebody waits again although nobody may: a connected
 * shop has sold it, a file has brought it, or an order has lost its units. Without it they would
 * wait for what never comes. The newest give-up of the shelf takes them in, with its reason. Whoever
 * waits for a card where units lie free is left alone.
 */
export const goOnWithLate = async (sql: Sql): Promise<void> => {
  const covers = sql`g.sku = s.sku and g.supply_id is null
    and (g.location is null or g.location = s.location)`;
  await sql`
    update give_ups set ended_at = null where give_up_id in (
      select newest.give_up_id
      from (select distinct sku from give_ups where supply_id is null) known
      join stock s on s.sku = known.sku and s.given_up is not null
      cross join lateral (
        select give_up_id from give_ups g where ${covers} order by created_at desc limit 1
      ) newest
      where not exists (select from give_ups g where ${covers} and g.ended_at is null)
        and (${waitsLate(sql, sql`barred is null`)} or (
          s.on_hand <= s.allocated and ${waitsLate(sql, sql`barred is not null`)}))
    )`;
};

/** Whether units wait at the shelf `s` of which the give-up `newest` can still be asked. */
const waitsLate = (sql: Sql, part: Fragment): Fragment => sql`exists (
  select from lines l
  where l.sku = s.sku and l.location = s.location and l.waiting > 0 and l.${part}
    and not exists (
      select from give_up_orders o
      where o.give_up_id = newest.give_up_id and o.order_id = l.order_id
        and (o.outcome is null or o.round >= ${mostRounds})))`;

/**
 * Looks once more at those of which every order is decided, or has not answered. What has come to
 * wait meanwhile, from elsewhere or because it lost what it had, is cancelled as well; one that
 * finds nobody is over.
 */
export const endGiveUps = (db: Db): Promise<void> =>
  inTransaction(db, async (sql) => {
    const open = await sql<(OpenGiveUp & { isAnswered: boolean })[]>`
      select give_up_id, sku, location, supply_id, not exists (
        select from give_up_orders o where o.give_up_id = g.give_up_id and outcome is null
      ) as is_answered
      from give_ups g
      where ended_at is null and (supply_id is null or location is not null) and not exists (
        select from give_up_orders o
        where o.give_up_id = g.give_up_id and outcome is null and tries <= 1)
      order by is_answered desc, created_at limit 10 for no key update skip locked`;
    for (const giveUp of open) {
      if (giveUp.supplyId === null && (await isGoingOn(sql, giveUp))) continue;
      if (!giveUp.isAnswered) continue;
      await sql`update give_ups set ended_at = now() where give_up_id = ${giveUp.giveUpId}`;
    }
  });

/** Whether somebody has come, or waits again and is asked once more. */
const isGoingOn = async (sql: Sql, giveUp: OpenGiveUp): Promise<boolean> => {
  const come = await writeLate(sql, giveUp);
  const again = await sql`
    update give_up_orders o set
      outcome = null, code = null, round = o.round + 1, tries = 0,
      due_at = now() + o.round * interval '1 second'
    where o.give_up_id = ${giveUp.giveUpId} and o.round < ${mostRounds} and o.outcome is not null
      and o.order_id in (select order_id from (${waitingAtClosed(sql, giveUp, { isLate: true })}) concerned)`;
  return come + again.count > 0;
};
