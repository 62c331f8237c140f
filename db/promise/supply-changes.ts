import { sumOfTolls, type Toll } from '../../workflows/domain/promise/toll.ts';
import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { touchSku } from '../outbound/told-availability.ts';
import type { supplyChanges } from '../schema/promise/supply-changes.ts';
import { distinctShelves } from '../stock/ledger/shelves.ts';
import { inTransaction } from '../transaction.ts';
import { noteMove, takeBackMove } from '../updates/facts.ts';
import {
  findSupply,
  lockSupply,
  type StoredSupply,
  type SupplyChange,
  type SupplyRow,
  withdrawSupply,
  writeSupply,
} from './supplies.ts';
import { listed, runPage, tollOfWalk } from './supply-walk.ts';

/** What a change of supply did, or would do, to those who wait. */
export type SupplyReport = Pick<Stored, 'moved' | 'broken'> & {
  supply: SupplyRow;
  /** Counted over all that broke, not only those listed. */
  toll: Toll;
  /** `broken` is cut, or the queue is still being walked. */
  more: boolean;
};

type Stored = typeof supplyChanges.$inferSelect;

export type Changed = { outcome: 'changed' | 'unchanged'; revision: number };

/**
 * Announces a supply, or replaces what was announced, and opens the walks over the queues that it
 * concerns; the caller runs them. The same announcement again changes nothing.
 */
export const putSupply = (db: Db, change: SupplyChange & { bodyHash: string }): Promise<Changed> =>
  inTransaction(db, async (sql) => {
    const known = await lockOrAwait(sql, change.supplyId);
    if (known && !known.isWithdrawn && known.bodyHash === change.bodyHash) {
      return { outcome: 'unchanged', revision: known.revision };
    }
    const revision = (known?.revision ?? 0) + 1;
    await openWalks(sql, {
      supplyId: change.supplyId,
      revision,
      shelves: shelvesOf(known, change),
    });
    await writeSupply(sql, change);
    if (known && known.sku !== change.sku) await touchSku(sql, known.sku);
    await noteMove(sql, {
      ...{ share: false, note: null, ...change, revision },
      before: known && isOnShelf(known, change) ? known.expectedOn : null,
    });
    return { outcome: 'changed', revision };
  });

/** Withdraws a supply: nothing of it will come. Undefined when there never was one. */
export const deleteSupply = (db: Db, supplyId: string): Promise<Changed | undefined> =>
  inTransaction(db, (sql) => deleteSupplyIn(sql, supplyId));

/** The same in the transaction of `sql`. */
export const deleteSupplyIn = async (sql: Sql, supplyId: string): Promise<Changed | undefined> => {
  const known = await lockSupply(sql, supplyId);
  if (!known) return undefined;
  if (known.isWithdrawn) return { outcome: 'unchanged', revision: known.revision };
  const revision = known.revision + 1;
  await openWalks(sql, { supplyId, revision, shelves: [known] });
  await withdrawSupply(sql, supplyId);
  await takeBackMove(sql, { supplyId, because: 'over' });
  return { outcome: 'changed', revision };
};

/** Of several first announcements that come at once, one goes first and the others see it. */
const lockOrAwait = async (sql: Sql, supplyId: string): Promise<StoredSupply | undefined> => {
  const known = await lockSupply(sql, supplyId);
  if (known) return known;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`supply/${supplyId}`}, 0))`;
  return lockSupply(sql, supplyId);
};

/** Whether it was to come to the shelf to which it comes now. */
const isOnShelf = (known: StoredSupply, { sku, location }: Shelf): boolean =>
  !known.isWithdrawn && known.sku === sku && known.location === location;

/** Goes on with the walks of one change until they are over or the budget is used up. */
export const runSupplyChange = async (
  db: Db,
  change: { supplyId: string; revision: number },
  { budgetMs, now }: { budgetMs: number; now: Instant },
): Promise<void> => {
  const endsAt = performance.now() + budgetMs;
  while (performance.now() < endsAt) {
    if (!(await runPage(db, change, now))) return;
  }
};

/** The sweep: goes on with what a budget or a crash left undone. Returns how many pages it did. */
export const runUnfinishedSupplyChanges = async (
  db: Db,
  { budgetMs, now }: { budgetMs: number; now: Instant },
): Promise<number> => {
  const endsAt = performance.now() + budgetMs;
  let pages = 0;
  while (performance.now() < endsAt && (await runPage(db, null, now))) pages++;
  return pages;
};

/** What the last change of a supply did, for the first answer and for every replay. */
export const getSupplyReport = async (
  sql: Sql,
  { supplyId, revision }: { supplyId: string; revision: number },
): Promise<SupplyReport> => {
  const supply = await findSupply(sql, supplyId);
  if (!supply) throw new Error(`no supply ${supplyId}`);
  const walks = await sql<Pick<Stored, 'moved' | 'broken' | 'more' | 'notices'>[]>`
    select moved, broken, notices, more or done_at is null as more from supply_changes
    where supply_id = ${supplyId} and revision = ${revision} order by sku, location`;
  return {
    supply: shown(supply),
    moved: walks.reduce((sum, walk) => sum + walk.moved, 0),
    broken: walks.flatMap(({ broken }) => broken).slice(0, listed),
    more: walks.some(({ more }) => more),
    toll: sumOfTolls(walks.map(tollOfWalk)),
  };
};

/** As others see it. */
export const shown = ({
  supplyId,
  sku,
  location,
  quantity,
  expectedOn,
  basis,
  share,
  note,
  updatedAt,
}: SupplyRow) => ({
  supplyId,
  sku,
  location,
  quantity,
  expectedOn,
  basis,
  share,
  note,
  updatedAt,
});

/** The shelf it belonged to, and the one it belongs to now. */
export const shelvesOf = (known: Shelf | undefined, change: Shelf | null): Shelf[] =>
  distinctShelves([known, change].filter((shelf) => shelf != null));

const openWalks = async (
  sql: Sql,
  { supplyId, revision, shelves }: { supplyId: string; revision: number; shelves: Shelf[] },
): Promise<void> => {
  for (const { sku, location } of shelves) {
    await sql`
      insert into supply_changes (supply_id, revision, sku, location, before)
      select ${supplyId}, ${revision}, ${sku}, ${location},
        coalesce(jsonb_agg(jsonb_build_object('supplyId', supply_id, 'quantity', remaining,
          'expectedOn', expected_on, 'basis', basis)), '[]')
      from supplies where sku = ${sku} and location = ${location} and remaining > 0`;
  }
};
