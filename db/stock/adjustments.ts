import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { Db, Sql } from '../client.ts';
import { projectAllAgain } from '../promise/project-order.ts';
import type { adjustments, Revoked } from '../schema/stock/adjustments.ts';
import type { stock } from '../schema/stock/shelves.ts';
import { inTransaction } from '../transaction.ts';
import { revokeUnits } from './lease/revoke.ts';
import { ensureShelves, lockShelves } from './ledger/shelves.ts';
import { openWalks } from './queue/walks.ts';

/** `delta` units more, or fewer, are on hand than the ledger says. Never 0. */
export type Adjustment = Pick<
  Stored,
  'adjustmentId' | 'sku' | 'location' | 'delta' | 'reason' | 'bodyHash'
>;

type Stored = typeof adjustments.$inferSelect;

export type Adjusted =
  | { outcome: 'adjusted' | 'replayed'; revoked: Revoked[]; walkIds: number[] }
  | { outcome: 'conflict' }
  | { outcome: 'too_much'; onHand: number };

/**
 * Corrects what is on hand. Units that are gone are free ones first, then those set aside; units
 * that were found, and those that a broken lease left over, go to the next in line by the walks it
 * opens. The same adjustment again changes nothing, with another body it is a conflict. Nothing
 * changes when more would be gone than is on hand.
 */
export const adjustStock = async (db: Db, adjustment: Adjustment): Promise<Adjusted> => {
  await ensureShelves(db.sql, [adjustment]);
  return withShelves(db, [adjustment], (sql, locked) => adjust(sql, adjustment, locked));
};

/**
 * Locks the shelves, does `work` in one transaction, and does it anew with more shelves locked as
 * long as it names some.
 */
export const withShelves = async <T>(
  db: Db,
  shelves: readonly Shelf[],
  work: (sql: Sql, locked: readonly Shelf[]) => Promise<T | { alsoLock: Shelf[] }>,
): Promise<T> => {
  for (let locked = shelves; ; ) {
    const result = await inTransaction(db, async (sql) => {
      await lockShelves(sql, locked);
      return work(sql, locked);
    });
    if (!needsMore(result)) return result;
    locked = [...locked, ...result.alsoLock];
  }
};

const needsMore = <T>(result: T | { alsoLock: Shelf[] }): result is { alsoLock: Shelf[] } =>
  typeof result === 'object' && result !== null && 'alsoLock' in result;

const adjust = async (
  sql: Sql,
  adjustment: Adjustment,
  locked: readonly Shelf[],
): Promise<Adjusted | { alsoLock: Shelf[] }> => {
  const { adjustmentId, sku, location, delta, reason, bodyHash } = adjustment;
  await lockId(sql, `adjustment/${adjustmentId}`);
  const known = await findAdjustment(sql, adjustmentId);
  if (known) {
    const walkIds = known.walkId === null ? [] : [known.walkId];
    return known.bodyHash === bodyHash
      ? { outcome: 'replayed', revoked: known.revoked, walkIds }
      : { outcome: 'conflict' };
  }
  const changed = await changeOnHand(sql, { sku, location, delta }, locked);
  if (!('walkIds' in changed)) return changed;
  const { revoked, walkIds, walkId } = changed;
  await sql`
    insert into adjustments (
      adjustment_id, sku, location, delta, reason, body_hash, revoked, walk_id
    ) values (
      ${adjustmentId}, ${sku}, ${location}, ${delta}, ${reason}, ${bodyHash},
      ${sql.json(revoked)}, ${walkId}
    )`;
  return { outcome: 'adjusted', revoked, walkIds };
};

type Changed = {
  revoked: Revoked[];
  walkIds: number[];
  /** Of the shelf itself. */
  walkId: number | null;
};

/** Writes units found or gone into the ledger. The caller has locked the shelf. */
export const changeOnHand = async (
  sql: Sql,
  { delta, ...shelf }: Shelf & { delta: number },
  locked: readonly Shelf[],
): Promise<Changed | { outcome: 'too_much'; onHand: number } | { alsoLock: Shelf[] }> => {
  const { sku, location } = shelf;
  const [known] = await sql<Pick<typeof stock.$inferSelect, 'onHand' | 'allocated'>[]>`
    select on_hand, allocated from stock where sku = ${sku} and location = ${location}`;
  const { onHand, allocated } = known ?? { onHand: 0, allocated: 0 };
  if (onHand + delta < 0) return { outcome: 'too_much', onHand };
  const units = Math.max(0, allocated - onHand - delta);
  const taken = await revokeUnits(sql, { sku, location, quantity: units }, { locked });
  if ('alsoLock' in taken) return taken;
  await sql`
    update stock set found = found + ${Math.max(0, delta)}::bigint,
      written_off = written_off + ${Math.max(0, -delta)}::bigint
    where sku = ${sku} and location = ${location}`;
  const [walkId] = delta > 0 || taken.freed.length > 0 ? await openWalks(sql, [shelf]) : [];
  const elsewhere = taken.freed.filter((other) => other.sku !== sku || other.location !== location);
  const walkIds = [...(walkId === undefined ? [] : [walkId]), ...(await openWalks(sql, elsewhere))];
  await projectAllAgain(
    sql,
    taken.revoked.map(({ orderId }) => orderId),
  );
  return { revoked: taken.revoked, walkIds, walkId: walkId ?? null };
};

/** So that two requests with one id never both find it unused. */
export const lockId = async (sql: Sql, name: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
};

type Known = Pick<Stored, 'bodyHash' | 'revoked' | 'walkId'>;

const findAdjustment = async (sql: Sql, adjustmentId: string): Promise<Known | undefined> => {
  const [known] = await sql<Known[]>`
    select body_hash, revoked, walk_id from adjustments where adjustment_id = ${adjustmentId}`;
  return known;
};

/** Units free on the shelf now. */
export const countFree = async (sql: Sql, { sku, location }: Shelf): Promise<number> => {
  const [shelf] = await sql<{ free: number }[]>`
    select on_hand - allocated as free from stock where sku = ${sku} and location = ${location}`;
  return shelf?.free ?? 0;
};
