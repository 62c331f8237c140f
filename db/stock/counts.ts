import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import { onHandOf } from '../../workflows/domain/stock/on-hand.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import type { Revoked } from '../schema/stock/adjustments.ts';
import type { counts } from '../schema/stock/counts.ts';
import { ms } from '../sql.ts';
import { joined } from '../transaction.ts';
import { changeOnHand, lockId, withShelves } from './adjustments.ts';
import { ensureShelves } from './ledger/shelves.ts';
import { openUnitsAt } from './open-units.ts';
import { receiveStock } from './receipts.ts';

/**
 * At `countedAt` so many units lay on the shelf; or so many were available to a shop that takes off
 * what it sells, so that what it sold for us lies there besides.
 */
export type Count = Pick<Stored, 'countId' | 'sku' | 'location' | 'countedAt' | 'bodyHash'> &
  Level & {
    /**
     * How much of the difference is entered now; all of it without this. Runs in the transaction of
     * the count, the shelf locked, maybe several times.
     */
    believe?: (sql: Sql, difference: number) => Promise<number>;
  };

type Level = { onHand: number } | { available: number };

type Stored = typeof counts.$inferSelect;

export type Counted =
  | {
      outcome: 'counted' | 'replayed';
      /** What the ledger was changed by. */
      difference: number;
      revoked: Revoked[];
      walkIds: number[];
    }
  | { outcome: 'conflict' }
  | { outcome: 'superseded'; lastCountedAt: Instant };

/**
 * Brings the ledger to what was counted, as of the moment of the count: what has moved since is not
 * counted twice. More than the ledger held is a receipt, less is a correction. The same count again
 * changes nothing, with another body it is a conflict, and one older than the last count of the
 * shelf is superseded.
 */
export const countStock = async (db: Db, count: Count): Promise<Counted> => {
  await ensureShelves(db.sql, [count]);
  return withShelves(db, [count], (sql, locked) => enter(sql, count, locked));
};

const enter = async (
  sql: Sql,
  count: Count,
  locked: readonly Shelf[],
): Promise<Counted | { alsoLock: Shelf[] }> => {
  const { countId, sku, location, countedAt, bodyHash, believe } = count;
  await lockId(sql, `count/${countId}`);
  const known = await findCount(sql, countId);
  if (known) {
    const { difference, revoked, walkId } = known;
    return known.bodyHash === bodyHash
      ? { outcome: 'replayed', difference, revoked, walkIds: walkId === null ? [] : [walkId] }
      : { outcome: 'conflict' };
  }
  const lastCountedAt = await findLast(sql, count);
  if (lastCountedAt !== undefined && lastCountedAt > countedAt) {
    return { outcome: 'superseded', lastCountedAt };
  }
  const onHand = await onHandAt(sql, count);
  const found = await differenceOf(sql, { ...count, onHand });
  const difference = believe ? await believe(sql, found) : found;
  const done =
    difference > 0
      ? await receive(sql, { ...count, difference })
      : await changeOnHand(sql, { sku, location, delta: difference }, locked);
  if ('alsoLock' in done) return done;
  if ('onHand' in done) throw new Error('a count is never below nothing');
  const { revoked, walkIds, walkId } = done;
  await sql`
    insert into counts (
      count_id, sku, location, on_hand, counted_at, difference, body_hash, revoked, walk_id
    ) values (
      ${countId}, ${sku}, ${location}, ${onHand}, ${countedAt}, ${difference}, ${bodyHash},
      ${sql.json(revoked)}, ${walkId}
    )`;
  return { outcome: 'counted', difference, revoked, walkIds };
};

const onHandAt = async (sql: Sql, count: Count): Promise<number> => {
  if ('onHand' in count) return count.onHand;
  const { sku, location, countedAt: at, available } = count;
  return onHandOf({ available, open: await openUnitsAt(sql, { sku, location, at }) });
};

/** Callers' own restock ids hold no slash. */
const receive = async (
  sql: Sql,
  { countId, sku, location, difference, countedAt, bodyHash }: Count & { difference: number },
) => {
  const received = await receiveStock(joined(sql), {
    restockId: `count/${countId}`,
    sku,
    location,
    quantity: difference,
    supplyId: null,
    receivedAt: countedAt,
    bodyHash,
  });
  if (received.outcome === 'conflict') throw new Error('a new count is a new receipt');
  const { walkId } = received;
  return { revoked: [] as Revoked[], walkIds: [walkId], walkId };
};

/**
 * The count less what the ledger held at that moment: what they hold now, without what came since
 * and with what left since. Goods that left after the count and were none of it leave nothing less.
 */
const differenceOf = async (
  sql: Sql,
  { sku, location, onHand, countedAt }: Count & { onHand: number },
): Promise<number> => {
  const [since] = await sql<{ onHand: number; arrived: number; adjusted: number; left: number }[]>`
    select on_hand,
      (select coalesce(sum(r.quantity), 0)::bigint from receipts r
       where r.sku = s.sku and r.location = s.location and r.received_at > ${countedAt}) as arrived,
      (select coalesce(sum(a.delta), 0)::bigint from adjustments a
       where a.sku = s.sku and a.location = s.location and a.created_at > ${countedAt}) as adjusted,
      (select coalesce(sum((part ->> 'quantity')::int), 0)::bigint
       from shipments p
       join orders o on o.order_id = p.order_id
       cross join jsonb_array_elements(p.lines) part
       join lines l on l.order_id = p.order_id and l.line_id = part ->> 'lineId'
       where p.created_at > ${countedAt} and l.sku = s.sku and l.location = s.location
         and p.scanned_at - ${ms(sql, sql`o.skipped_ms`)} > ${countedAt}) as left
    from stock s where sku = ${sku} and location = ${location}`;
  if (!since) throw new Error('a shelf that is counted exists');
  const held = since.onHand - since.arrived - since.adjusted + since.left;
  return Math.max(onHand - held, -since.onHand);
};

const findLast = async (sql: Sql, { sku, location }: Shelf): Promise<Instant | undefined> => {
  const [last] = await sql<Pick<Stored, 'countedAt'>[]>`
    select counted_at from counts where sku = ${sku} and location = ${location}
    order by counted_at desc limit 1`;
  return last?.countedAt;
};

type Known = Pick<Stored, 'bodyHash' | 'difference' | 'revoked' | 'walkId'>;

const findCount = async (sql: Sql, countId: string): Promise<Known | undefined> => {
  const [known] = await sql<Known[]>`
    select body_hash, difference, revoked, walk_id from counts where count_id = ${countId}`;
  return known;
};
