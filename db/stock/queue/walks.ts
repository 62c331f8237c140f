import type { Shelf } from '../../../workflows/domain/stock/allocation.ts';
import type { Db, Sql } from '../../client.ts';
import type { walks } from '../../schema/stock/walks.ts';
import { onShelves } from '../../sql.ts';
import type { Position } from './queue.ts';
import { runPage } from './walk-page.ts';

/** What one walk over the queue of a shelf did so far. */
export type WalkReport = Pick<Stored, 'walkId' | 'allocated' | 'filled' | 'skipped'> & {
  left: Stored['leftFree'];
  /** The lists are cut, or the walk is not over. */
  more: boolean;
};

type Stored = typeof walks.$inferSelect;

/**
 * Gives the free units of a shelf to those who wait, in small transactions, until nobody can use
 * any or the budget is used up; then says whether it is over. What is left the sweep goes on with.
 * Safe to repeat, and safe when several processes run the same walk.
 */
export const runWalk = async (
  db: Db,
  walkId: number,
  { budgetMs = Number.POSITIVE_INFINITY }: { budgetMs?: number } = {},
): Promise<{ done: boolean }> => ({
  done: await advance(db, walkId, { before: null, endsAt: performance.now() + budgetMs }),
});

/**
 * Waits for an act and gives out at once what it set free, by the walks that it opened; what the
 * budget does not suffice for the sweep goes on with. Returns what the act did.
 */
export const giveOutAfter = async <T extends object>(
  db: Db,
  act: Promise<T & { walkIds?: readonly number[] }>,
  { budgetMs }: { budgetMs: number },
): Promise<T> => {
  const done = await act;
  const endsAt = performance.now() + budgetMs;
  for (const walkId of done.walkIds ?? []) {
    if (!(await advance(db, walkId, { before: null, endsAt }))) break;
  }
  return done;
};

/** The sweep: goes on with what a crash or a budget left undone. Returns how many it finished. */
export const runUnfinishedWalks = async (
  db: Db,
  { budgetMs, limit = 100 }: { budgetMs: number; limit?: number },
): Promise<number> => {
  const endsAt = performance.now() + budgetMs;
  const rows = await db.sql<Pick<Stored, 'walkId'>[]>`
    select walk_id from walks where done_at is null order by walk_id limit ${limit}`;
  let finished = 0;
  for (const { walkId } of rows) {
    if (!(await advance(db, walkId, { before: null, endsAt }))) return finished;
    finished++;
  }
  return finished;
};

/** What the walk of a receipt did, for the first answer and for every replay. */
export const findWalkOfReceipt = async (
  sql: Sql,
  restockId: string,
): Promise<WalkReport | undefined> => {
  const [report] = await sql<WalkReport[]>`
    select walk_id, allocated, left_free as left, filled, skipped,
           more or done_at is null as more
    from walks where restock_id = ${restockId}`;
  return report;
};

/** What a walk over the shelf did; undefined when it is one of another shelf. */
export const findWalk = async (
  sql: Sql,
  walkId: number,
  { sku, location }: Shelf,
): Promise<WalkReport | undefined> => {
  const [report] = await sql<WalkReport[]>`
    select walk_id, allocated, left_free as left, filled, skipped,
           more or done_at is null as more
    from walks where walk_id = ${walkId} and sku = ${sku} and location = ${location}`;
  return report;
};

/** Opens a walk for each of the shelves that has free units: anyone who waits may use them. */
export const openWalks = async (sql: Sql, shelves: readonly Shelf[]): Promise<number[]> => {
  if (shelves.length === 0) return [];
  const rows = await sql<Pick<Stored, 'walkId'>[]>`
    insert into walks (sku, location)
    select sku, location from stock
    where on_hand > allocated and ${onShelves(sql, shelves)}
    returning walk_id`;
  return rows.map((row) => row.walkId);
};

/** Opens a look at one order that can use more than before, if any unit is free for it. */
export const openWalkFor = async (sql: Sql, orderId: string): Promise<number[]> => {
  const rows = await sql<Pick<Stored, 'walkId'>[]>`
    insert into walks (sku, location, only_order_id)
    select sku, location, order_id from lines join stock using (sku, location)
    where order_id = ${orderId} and waiting > 0 and barred is null and on_hand > allocated
    limit 1
    returning walk_id`;
  return rows.map((row) => row.walkId);
};

type Goal = { before: Position | null; endsAt: number };

/** True once the walk is over, or has dealt with everyone ahead of `before`. */
const advance = async (db: Db, walkId: number, { before, endsAt }: Goal): Promise<boolean> => {
  while (performance.now() < endsAt) {
    const page = await runPage(db, walkId, before);
    if (page.state === 'done') return true;
    // Positions only ever move towards the head of the queue here, so this ends.
    if (page.state === 'blocked') {
      const { by, before } = page;
      if (!(await advance(db, by, { before, endsAt }))) return false;
    }
  }
  return false;
};
