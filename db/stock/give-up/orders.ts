import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import { cancelIdOf } from '../../../workflows/domain/backorder/stock-act.ts';
import { takeFrom } from '../../../workflows/domain/stock/piles.ts';
import type { Db, Sql } from '../../client.ts';
import { clock } from '../../clock.ts';
import { projectAgain } from '../../promise/project-order.ts';
import { standingReasons } from '../../promise/standing-reasons.ts';
import type { cancellations } from '../../schema/backorder/cancellations.ts';
import type { GiveUpOutcome, giveUpOrders, giveUps } from '../../schema/stock/give-ups.ts';
import { type Fragment, ms } from '../../sql.ts';
import { inTransaction } from '../../transaction.ts';
import { openLedger } from '../ledger/order-ledger.ts';

/** An order whose waiting units are to be cancelled, which somebody does for a while. */
export type DueOrder = Pick<
  typeof giveUpOrders.$inferSelect,
  'giveUpId' | 'orderId' | 'most' | 'round' | 'tries'
> &
  Pick<typeof giveUps.$inferSelect, 'sku' | 'location' | 'supplyId' | 'reason'> & {
    skippedMs: number;
  };

/** Far longer than a backorder may take to answer. After a crash an order waits for it. */
export const leaseMs = 30_000;

/**
 * Claims the next order for a while. One that nobody has asked yet comes before one that did not
 * answer, so that this one delays no other. None of a supply is, until all of it are written down.
 */
export const claimOrder = async (sql: Sql): Promise<DueOrder | undefined> => {
  const unlisted = await listUnlisted(sql);
  const others = unlisted.length === 0 ? sql`` : sql`and give_up_id <> all(${unlisted}::text[])`;
  const [claimed] = await sql<DueOrder[]>`
    with due as materialized (
      select give_up_id, order_id from give_up_orders
      where outcome is null and due_at <= ${clock(sql)} ${others}
      order by tries, due_at limit 1 for update skip locked
    )
    update give_up_orders o set tries = o.tries + 1, due_at = now() + ${ms(sql, leaseMs)}
    from due join give_ups g using (give_up_id) join orders placed using (order_id)
    where o.give_up_id = due.give_up_id and o.order_id = due.order_id
      and (g.supply_id is null or g.location is not null)
    returning o.give_up_id, o.order_id, o.most, o.round, o.tries, g.sku, g.location, g.supply_id,
      g.reason, placed.skipped_ms`;
  return claimed;
};

/** Those of a supply of which somebody is still to be written down: hardly ever any. */
const listUnlisted = async (sql: Sql): Promise<string[]> => {
  const rows = await sql<Pick<DueOrder, 'giveUpId'>[]>`
    select give_up_id from give_ups
    where supply_id is not null and location is null and ended_at is null`;
  return rows.map(({ giveUpId }) => giveUpId);
};

/**
 * The units to be cancelled: as they were asked for already in this round, else those that wait now,
 * the last lines first if not all of them. `done`: what the ledger has cancelled, once it has.
 */
export const findAsked = async (
  sql: Sql,
  order: DueOrder,
): Promise<{ parts: Part[]; done: Part[] | null }> => {
  const { orderId, most } = order;
  type Recorded = Pick<typeof cancellations.$inferSelect, 'requested' | 'lines'>;
  const [recorded] = await sql<Recorded[]>`
    select requested, lines from cancellations
    where order_id = ${orderId} and cancel_id = ${cancelIdOf(order)}`;
  if (recorded) return { parts: recorded.requested ?? [], done: recorded.lines };
  const waiting = await sql<Part[]>`
    select line_id, waiting as quantity ${waitingOf(sql, order)}
      ${order.supplyId === null ? sql`and given_up is not null` : sql``}
    order by ordinal desc`;
  const piles = waiting.map((part) => ({ ...part, state: 'waiting' as const }));
  const taken = takeFrom(piles, most ?? Number.MAX_SAFE_INTEGER);
  return { parts: taken.map(({ lineId, quantity }) => ({ lineId, quantity })), done: null };
};

/** Whether units of it wait, and people may wait for all of these again. */
export const isTakenUp = async (sql: Sql, order: DueOrder): Promise<boolean> => {
  if (order.supplyId !== null) return false;
  const [row] = await sql<[{ isTakenUp: boolean | null }]>`
    select bool_and(given_up is null) as is_taken_up ${waitingOf(sql, order)}`;
  return row.isTakenUp ?? false;
};

/** The lines of it that wait, with their shelves. */
const waitingOf = (sql: Sql, { orderId, sku, location }: DueOrder): Fragment => sql`
  from lines join stock using (sku, location)
  where order_id = ${orderId} and sku = ${sku} and waiting > 0
    ${location === null ? sql`` : sql`and location = ${location}`}`;

/** What the ledger has cancelled in this round; none as long as it has not. */
export const countCancelled = async (sql: Sql, order: DueOrder): Promise<number> => {
  const { done } = await findAsked(sql, order);
  return (done ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
};

type End = { outcome: GiveUpOutcome; code?: string; units?: number };

/**
 * Writes down what has become of it. The first to do so in a round is believed. Walks of supply have
 * passed it over meanwhile: what waits of it still is projected by itself.
 */
export const decideOrder = (db: Db, order: DueOrder, end: End): Promise<void> =>
  inTransaction(db, async (sql) => {
    const isPassedOver = await wasPassedOver(sql, order);
    if (isPassedOver) await openLedger(sql, order.orderId);
    await writeEnd(sql, order, end);
    if (isPassedOver) await projectAgain(sql, order.orderId, standingReasons.supply);
  });

/** Whether it waits where supply has changed since. */
const wasPassedOver = async (sql: Sql, { giveUpId, orderId }: DueOrder): Promise<boolean> => {
  const found = await sql`
    select from lines l
    join supplies s on (s.sku, s.location) = (l.sku, l.location)
    join give_ups g on g.give_up_id = ${giveUpId} and s.updated_at >= g.created_at
    where l.order_id = ${orderId} and l.waiting > 0 limit 1`;
  return found.count > 0;
};

const writeEnd = async (
  sql: Sql,
  { giveUpId, orderId, round }: DueOrder,
  { outcome, code, units = 0 }: End,
): Promise<void> => {
  await sql`
    update give_up_orders set
      outcome = case when ${outcome} = 'gone' and units > 0 then 'cancelled' else ${outcome} end,
      code = ${code ?? null}, units = units + ${units}
    where give_up_id = ${giveUpId} and order_id = ${orderId} and round = ${round}
      and outcome is null`;
};

/** It is tried again after that time. */
export const putOrderOff = async (
  sql: Sql,
  { giveUpId, orderId, round }: DueOrder,
  afterMs: number,
): Promise<void> => {
  await sql`
    update give_up_orders set due_at = now() + ${ms(sql, afterMs)}
    where give_up_id = ${giveUpId} and order_id = ${orderId} and round = ${round}
      and outcome is null`;
};
