import type { Db, Sql } from '../../client.ts';
import { touchSku } from '../../outbound/told-availability.ts';
import { findSupply, withdrawSupply } from '../../promise/supplies.ts';
import type { giveUps } from '../../schema/stock/give-ups.ts';
import { inTransaction } from '../../transaction.ts';
import { takeBackMove } from '../../updates/facts.ts';
import { ensureShelves, lockShelves } from '../ledger/shelves.ts';

/** A give-up as it is asked for. */
export type NewGiveUp = Pick<
  typeof giveUps.$inferSelect,
  'giveUpId' | 'sku' | 'location' | 'supplyId' | 'reason' | 'bodyHash'
>;

export type Begun = 'begun' | 'replayed' | 'conflict' | 'no_supply';

/**
 * Lets nobody come to wait for an SKU any more, and expects nothing of it any more. Whom it concerns
 * is written down afterwards, page by page, and the shelf is free meanwhile. A supply is expected
 * until all of them are, so that nobody is told another date first. The same again changes nothing,
 * and with another body it is a conflict.
 */
export const beginGiveUp = (db: Db, wanted: NewGiveUp): Promise<Begun> =>
  inTransaction(db, async (sql) => {
    await claimSupply(sql, wanted);
    if (!(await isExpected(sql, wanted))) return (await findKnown(sql, wanted)) ?? 'no_supply';
    if (!(await write(sql, wanted))) return (await findKnown(sql, wanted)) ?? 'conflict';
    if (wanted.supplyId !== null) return 'begun';
    await holdShelves(sql, wanted);
    await expectNothing(sql, wanted);
    await closeShelves(sql, wanted);
    await touchSku(sql, wanted.sku);
    return 'begun';
  });

/** No two may write down at once whom one supply was for: each would take the other's for gone. */
const claimSupply = async (sql: Sql, { supplyId }: NewGiveUp): Promise<void> => {
  if (supplyId === null) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`give-up/supply/${supplyId}`}, 0))`;
};

/** False for a supply that is not expected or is given up already, or of another SKU or location. */
const isExpected = async (sql: Sql, giveUp: NewGiveUp): Promise<boolean> => {
  const { giveUpId, sku, location, supplyId } = giveUp;
  if (supplyId === null) return true;
  const others = await sql`
    select from give_ups
    where supply_id = ${supplyId} and ended_at is null and give_up_id <> ${giveUpId} limit 1`;
  if (others.count > 0) return false;
  const supply = await findSupply(sql, supplyId);
  if (!supply || supply.isWithdrawn || supply.sku !== sku) return false;
  return location === null || location === supply.location;
};

const findKnown = async (
  sql: Sql,
  { giveUpId, bodyHash }: NewGiveUp,
): Promise<'replayed' | 'conflict' | undefined> => {
  const [known] = await sql<Pick<NewGiveUp, 'bodyHash'>[]>`
    select body_hash from give_ups where give_up_id = ${giveUpId}`;
  return known && (known.bodyHash === bodyHash ? 'replayed' : 'conflict');
};

/** False if it was written before. */
const write = async (sql: Sql, giveUp: NewGiveUp): Promise<boolean> => {
  const { giveUpId, sku, location, supplyId, reason, bodyHash } = giveUp;
  const written = await sql`
    insert into give_ups (give_up_id, sku, location, supply_id, reason, body_hash)
    values (${giveUpId}, ${sku}, ${supplyId === null ? location : null}, ${supplyId}, ${reason},
      ${bodyHash})
    on conflict (give_up_id) do nothing`;
  return written.count > 0;
};

/**
 * Takes the shelves before any other row of stock. A checkout that is under way is either seen
 * after it, or sees the mark: its own lock of the shelf waits for it.
 */
const holdShelves = async (sql: Sql, { sku, location }: NewGiveUp): Promise<void> => {
  const shelves = await sql<{ sku: string; location: string }[]>`
    select sku, location from stock
    where sku = ${sku} ${location === null ? sql`` : sql`and location = ${location}`}`;
  if (shelves.length === 0) {
    const shelf = { sku, location: location ?? 'main' };
    await ensureShelves(sql, [shelf]);
    shelves.push(shelf);
  }
  await lockShelves(sql, shelves);
};

/** The last thing to do: a shelf that was made meanwhile is closed as well. */
const closeShelves = async (sql: Sql, { sku, location }: NewGiveUp): Promise<void> => {
  await sql`
    update stock set given_up = case
      when ${location === null}::boolean then 'everywhere' else coalesce(given_up, 'here') end
    where sku = ${sku} ${location === null ? sql`` : sql`and location = ${location}`}`;
};

/**
 * Withdraws what is still to come, without a walk: those who wait hear of their cancellation, and
 * not of a delay.
 */
const expectNothing = async (sql: Sql, { sku, location }: NewGiveUp): Promise<void> => {
  const coming = await sql<{ supplyId: string }[]>`
    select supply_id from supplies
    where sku = ${sku} and remaining > 0
      ${location === null ? sql`` : sql`and location = ${location}`}
    order by supply_id for update`;
  for (const { supplyId } of coming) {
    await withdrawSupply(sql, supplyId);
    await takeBackMove(sql, { supplyId, because: 'over' });
  }
};

/** Lets people wait for it again. False when it was not given up. */
export const takeUp = (
  db: Db,
  { sku, location }: { sku: string; location: string | null },
): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const here = location === null ? sql`` : sql`and location = ${location}`;
    await sql`
      select from stock where sku = ${sku} ${here} order by sku, location for no key update`;
    const opened = await sql`
      update stock set given_up = null
      where sku = ${sku} and given_up is not null ${here}`;
    if (opened.count > 0) await touchSku(sql, sku);
    return opened.count > 0;
  });
