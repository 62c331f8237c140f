import {
  allocate,
  type Decision,
  type FreeUnits,
  type Shelf,
  shelfKey,
} from '../../../workflows/domain/stock/allocation.ts';
import type { Db, Sql } from '../../client.ts';
import type { Filled, Skipped, walks } from '../../schema/stock/walks.ts';
import { inTransaction } from '../../transaction.ts';
import { writeAllocations } from '../ledger/allocations.ts';
import { lockShelves } from '../ledger/shelves.ts';
import { listNext, listWaiting, type Position, type Queued } from './queue.ts';
import { type Blocked, cutAtOtherWalks } from './take-turns.ts';

/** What one transaction deals with at most: the longest that a checkout waits for it. */
const mostOrders = 500;
const fewestOrders = 100;
const pageShelves = 100;

/** How many of each a report lists. */
const listed = 100;

/** `done`: the walk is over, or nobody ahead of the given position is left to deal with. */
export type Page = { state: 'done' | 'more' } | ({ state: 'blocked' } & Blocked);

type Walk = Pick<Stored, 'walkId' | 'sku' | 'location' | 'filled' | 'skipped' | 'more'> & {
  after: Position | null;
  only: Stored['onlyOrderId'];
  /** Units on its shelf, as they were before anything was locked. */
  free: number;
};

type Stored = typeof walks.$inferSelect;

/**
 * One transaction of a walk: locks every shelf of the next orders, gives those orders what is
 * free, and remembers how far it came. Safe to repeat and to run at once with any other.
 */
export const runPage = (db: Db, walkId: number, before: Position | null): Promise<Page> =>
  inTransaction(db, async (sql) => {
    const walk = await lockWalk(sql, walkId);
    if (!walk) return { state: 'done' };
    const limit = pageOf(walk);
    const next = await listNext(sql, { ...walk, before }, { limit });
    const orders = fitting(walk, next);
    const free = await lockShelves(sql, [walk, ...orders.flatMap((order) => order.shelves)]);
    const left = unitsOn(free, shelfKey(walk));
    if (left === 0) {
      await remember(sql, walk, { ...nothing, cursor: walk.after, over: true });
      return { state: 'done' };
    }
    const waiting = await listWaiting(
      sql,
      orders.map((order) => order.orderId),
    );
    const locked = untilUnlocked(waiting, free);
    const { ready, blocked } = await cutAtOtherWalks(sql, walkId, { queued: locked, free });
    if (blocked && ready.length === 0) return { state: 'blocked', ...blocked };

    const given = await give(sql, walk, { ready, free });
    const whole = ready.length === waiting.length;
    const cursor = (whole ? orders.at(-1) : ready.at(-1)) ?? walk.after;
    const ended = whole && orders.length === next.length && next.length < limit;
    const over = given.left === 0 || (ended && before === null);
    await remember(sql, walk, { ...given, cursor, over });
    return { state: over || ended ? 'done' : 'more' };
  });

const lockWalk = async (sql: Sql, walkId: number): Promise<Walk | undefined> => {
  const [walk] = await sql<(Walk & { orderId: string | null } & Omit<Position, 'orderId'>)[]>`
    select walk_id, sku, location, only_order_id as only, filled, skipped, more,
           cursor_priority as priority, cursor_placed_at as placed_at, cursor_order_id as order_id,
           (select on_hand - allocated from stock s
            where s.sku = w.sku and s.location = w.location) as free
    from walks w where walk_id = ${walkId} and done_at is null for update of w`;
  if (!walk) return undefined;
  const { priority, placedAt, orderId, ...rest } = walk;
  return { ...rest, after: orderId === null ? null : { priority, placedAt, orderId } };
};

/** How many orders to look at: few units do not reach far, unless many have to be skipped. */
const pageOf = ({ free }: Walk): number => Math.min(mostOrders, Math.max(fewestOrders, 2 * free));

/** As many orders as keep the shelves to lock within bounds, and at least one. */
const fitting = <T extends { shelves: Shelf[] }>(own: Shelf, next: readonly T[]): T[] => {
  const keys = new Set([shelfKey(own)]);
  const end = next.findIndex(({ shelves }, index) => {
    for (const shelf of shelves) keys.add(shelfKey(shelf));
    return keys.size > pageShelves && index > 0;
  });
  return end === -1 ? [...next] : next.slice(0, end);
};

/** The orders ahead of the first that began to wait at a shelf after the shelves were listed. */
const untilUnlocked = (queued: readonly Queued[], free: readonly FreeUnits[]): Queued[] => {
  const locked = new Set(free.map(shelfKey));
  const end = queued.findIndex(({ lines }) => !lines.every((line) => locked.has(shelfKey(line))));
  return queued.slice(0, end === -1 ? undefined : end);
};

type Given = { left: number; filled: Filled[]; skipped: Skipped[] };

const nothing: Given = { left: 0, filled: [], skipped: [] };

/** Decides and writes. Once the walk's own shelf is empty, nobody else is looked at. */
const give = async (
  sql: Sql,
  own: Shelf,
  { ready, free }: { ready: readonly Queued[]; free: readonly FreeUnits[] },
): Promise<Given> => {
  const key = shelfKey(own);
  const given: Given = { left: unitsOn(free, key), filled: [], skipped: [] };
  const allocations: Extract<Decision, { outcome: 'filled' }>[] = [];
  for (const [index, decision] of allocate(ready, free).entries()) {
    if (given.left === 0) break;
    const { orderId } = decision;
    if (decision.outcome === 'skipped') {
      given.skipped.push({ orderId, reason: decision.reason });
      continue;
    }
    allocations.push(decision);
    const here = new Set(ready[index]?.lines.filter((line) => shelfKey(line) === key).map(lineId));
    const kept = decision.kept.map((part) => ({ ...part, kept: true as const }));
    for (const part of [...decision.units, ...kept].filter((unit) => here.has(unit.lineId))) {
      given.left -= part.quantity;
      given.filled.push({ orderId, ...part });
    }
  }
  await writeAllocations(sql, allocations);
  return given;
};

const lineId = (line: { lineId: string }): string => line.lineId;

const unitsOn = (free: readonly FreeUnits[], key: string): number =>
  free.find((shelf) => shelfKey(shelf) === key)?.quantity ?? 0;

const remember = async (
  sql: Sql,
  walk: Walk,
  { left, filled, skipped, cursor, over }: Given & { cursor: Position | null; over: boolean },
): Promise<void> => {
  const allFilled = [...walk.filled, ...filled];
  const allSkipped = [...walk.skipped, ...skipped];
  await sql`
    update walks set
      allocated = allocated + ${filled.reduce((sum, part) => sum + part.quantity, 0)}::bigint,
      left_free = ${left},
      filled = ${sql.json(allFilled.slice(0, listed))},
      skipped = ${sql.json(allSkipped.slice(0, listed))},
      more = ${walk.more || allFilled.length > listed || allSkipped.length > listed},
      cursor_priority = ${cursor?.priority ?? null},
      cursor_placed_at = ${cursor?.placedAt ?? null},
      cursor_order_id = ${cursor?.orderId ?? null},
      done_at = case when ${over} then now() end
    where walk_id = ${walk.walkId}`;
};
