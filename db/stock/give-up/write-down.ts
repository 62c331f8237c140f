import type { Db, Sql } from '../../client.ts';
import { touchSku } from '../../outbound/told-availability.ts';
import { findSupply, lockSupply, type StoredSupply } from '../../promise/supplies.ts';
import { deleteSupplyIn } from '../../promise/supply-changes.ts';
import type { giveUps } from '../../schema/stock/give-ups.ts';
import type { Fragment } from '../../sql.ts';
import { inTransaction } from '../../transaction.ts';
import { lockShelves } from '../ledger/shelves.ts';
import { outOfReach, waitingAtClosed } from './concerned.ts';

/** Orders that one transaction writes down: about a second. */
const pageOrders = 10_000;

/** A give-up that is not over. */
export type OpenGiveUp = Pick<
  typeof giveUps.$inferSelect,
  'giveUpId' | 'sku' | 'location' | 'supplyId'
>;

/**
 * Writes down whom the open give-ups concern, a page of each in turn, until nobody is left or the
 * budget is used up. What is written down says where to go on, after a crash too. No shelf is
 * locked: who comes to wait meanwhile is found by the next look.
 */
export const writeDown = async (
  db: Db,
  { giveUpId = null, budgetMs }: { giveUpId?: string | null; budgetMs: number },
): Promise<void> => {
  const endsAt = performance.now() + budgetMs;
  const open = await db.sql<Pick<OpenGiveUp, 'giveUpId'>[]>`
    select give_up_id from give_ups
    where ended_at is null ${giveUpId === null ? db.sql`` : db.sql`and give_up_id = ${giveUpId}`}
    order by created_at`;
  let left = open.map((each) => each.giveUpId);
  while (left.length > 0) {
    const full: string[] = [];
    for (const each of left) {
      if (performance.now() >= endsAt) return;
      if (await inTransaction(db, (sql) => turnPage(sql, each))) full.push(each);
    }
    left = full;
  }
};

/** Whether the page was full, so that more may be left. Another process may be at it: then not. */
const turnPage = async (sql: Sql, giveUpId: string): Promise<boolean> => {
  const [giveUp] = await sql<OpenGiveUp[]>`
    select give_up_id, sku, location, supply_id from give_ups
    where give_up_id = ${giveUpId} and ended_at is null for no key update skip locked`;
  if (!giveUp) return false;
  const { supplyId } = giveUp;
  if (supplyId === null) return (await writePage(sql, giveUp)) === pageOrders;
  if (giveUp.location !== null) return false;
  const supply = await findSupply(sql, supplyId);
  if (!supply || !(await isAsItWas(sql, { giveUp, supply }))) {
    await callOff(sql, giveUpId);
    return false;
  }
  if ((await writePage(sql, { ...giveUp, location: supply.location })) === pageOrders) return true;
  await withdraw(sql, { giveUp, supply });
  return false;
};

/** Writes the next of them down. Returns how many these are; none once all are. */
export const writePage = (sql: Sql, giveUp: OpenGiveUp): Promise<number> =>
  insertPage(
    sql,
    giveUp,
    giveUp.supplyId === null
      ? waitingAtClosed(sql, giveUp, { isLate: false })
      : outOfReach(sql, giveUp),
  );

/** The same of those who have come to wait since. */
export const writeLate = (sql: Sql, giveUp: OpenGiveUp): Promise<number> =>
  insertPage(sql, giveUp, waitingAtClosed(sql, giveUp, { isLate: true }));

const insertPage = async (
  sql: Sql,
  { giveUpId }: OpenGiveUp,
  concerned: Fragment,
): Promise<number> => {
  const page = await sql`
    insert into give_up_orders (give_up_id, order_id, most)
    select ${giveUpId}, order_id, most from (${concerned}) concerned
    where not exists (
      select from give_up_orders o
      where o.give_up_id = ${giveUpId} and o.order_id = concerned.order_id)
    order by order_id limit ${pageOrders}
    on conflict do nothing`;
  return page.count;
};

/**
 * All whom it concerns are written down: from now on the supply is expected no more, and they are
 * cancelled. The walk that tells the others their new date passes over them.
 */
const withdraw = async (
  sql: Sql,
  { giveUp, supply }: { giveUp: OpenGiveUp; supply: StoredSupply },
): Promise<void> => {
  const { giveUpId } = giveUp;
  await lockShelves(sql, [supply]);
  const now = await lockSupply(sql, supply.supplyId);
  if (!now || !(await isAsItWas(sql, { giveUp, supply: now }))) return callOff(sql, giveUpId);
  await deleteSupplyIn(sql, supply.supplyId);
  await sql`
    update give_ups set location = ${supply.location} where give_up_id = ${giveUpId}`;
  await touchSku(sql, giveUp.sku);
};

/** Whether nobody has withdrawn or changed the supply since it was given up. */
const isAsItWas = async (
  sql: Sql,
  { giveUp, supply }: { giveUp: OpenGiveUp; supply: StoredSupply },
): Promise<boolean> => {
  if (supply.isWithdrawn || supply.sku !== giveUp.sku) return false;
  const changed = await sql`
    select from supply_changes c join give_ups g using (supply_id)
    where g.give_up_id = ${giveUp.giveUpId} and c.created_at > g.created_at limit 1`;
  return changed.count === 0;
};

/** Nobody was cancelled by it yet, and it is as if it had never been. */
const callOff = async (sql: Sql, giveUpId: string): Promise<void> => {
  await sql`delete from give_up_orders where give_up_id = ${giveUpId}`;
  await sql`delete from give_ups where give_up_id = ${giveUpId}`;
};
