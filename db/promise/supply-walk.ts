import { noToll, sumOfTolls, tollOf } from '../../workflows/domain/promise/toll.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import type { Broken, supplyChanges, WalkToll } from '../schema/promise/supply-changes.ts';
import type { giveUpOrders } from '../schema/stock/give-ups.ts';
import { shareShelf } from '../stock/ledger/shelves.ts';
import type { Position } from '../stock/queue/queue.ts';
import { inTransaction } from '../transaction.ts';
import { movePromises } from './changes.ts';
import { type ProjectedPage, projectPage } from './project-shelf.ts';
import { standingReasons } from './standing-reasons.ts';

/** How many broken promises a report lists. */
export const listed = 100;

/** What one transaction deals with at most. */
export const pageOrders = 500;

type Walk = Pick<
  typeof supplyChanges.$inferSelect,
  'sku' | 'location' | 'supplyId' | 'revision' | 'before' | 'broken' | 'more' | 'notices'
> &
  (Position | { [K in keyof Position]: null });

/** One transaction of a walk, of the given change or of any. False when none is left to do. */
export const runPage = (
  db: Db,
  change: { supplyId: string; revision: number } | null,
  now: Instant,
): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const [walk] = await sql<Walk[]>`
      select supply_id, revision, sku, location, before, broken, more, notices,
        cursor_priority as priority, cursor_placed_at as placed_at, cursor_order_id as order_id
      from supply_changes
      where done_at is null ${
        change
          ? sql`and supply_id = ${change.supplyId} and revision = ${change.revision}
                order by sku, location limit 1 for update`
          : sql`order by created_at limit 1 for update skip locked`
      }`;
    if (!walk) return false;
    await shareShelf(sql, walk);
    const { priority, placedAt, orderId, before } = walk;
    const page = await projectPage(sql, {
      shelf: walk,
      after: orderId === null ? null : { priority, placedAt, orderId },
      limit: pageOrders,
      now,
      before,
      change: null,
    });
    const broken = await keep(sql, walk, page.broken);
    await remember(sql, walk, { ...page, broken });
    return true;
  });

type Change = Pick<Walk, 'supplyId' | 'revision'>;

/** All promises that one change has made share it. */
export const promiseIdOf = ({ supplyId, revision }: Change): string =>
  `supply/${supplyId}/${revision}`;

/**
 * The new promises of one change, by its name. Returns those that are new. An order whose waiting
 * units are given up hears of their cancellation instead.
 */
const keep = async (sql: Sql, walk: Walk, broken: readonly Broken[]): Promise<Broken[]> => {
  const promiseId = promiseIdOf(walk);
  const orderIds = broken.map(({ orderId }) => orderId);
  await writeDownAhead(sql, walk, orderIds);
  const givenUp = await listBeingGivenUp(sql, orderIds);
  const moves = broken
    .filter(({ orderId }) => !givenUp.has(orderId))
    .map(({ orderId, to, basis }) => ({ orderId, promiseId, on: to, basis }));
  const written = await movePromises(sql, { reason: standingReasons.supply, moves });
  return broken.filter(({ orderId }) => written.has(orderId));
};

/**
 * Where its SKU is given up, those whom the give-up has not come to yet are written down for it. The
 * caller holds the shelf, so that nobody closes or opens it meanwhile.
 */
const writeDownAhead = async (
  sql: Sql,
  { sku, location }: Walk,
  orderIds: readonly string[],
): Promise<void> => {
  if (orderIds.length === 0) return;
  await sql`
    insert into give_up_orders (give_up_id, order_id)
    select g.give_up_id, o.order_id
    from stock s
    join give_ups g on g.sku = s.sku and g.supply_id is null and g.ended_at is null
      and (g.location is null or g.location = s.location)
    cross join unnest(${[...orderIds]}::text[]) as o (order_id)
    where s.sku = ${sku} and s.location = ${location} and s.given_up is not null
    order by g.give_up_id, o.order_id
    on conflict do nothing`;
};

const listBeingGivenUp = async (sql: Sql, orderIds: readonly string[]): Promise<Set<string>> => {
  if (orderIds.length === 0) return new Set();
  const rows = await sql<Pick<typeof giveUpOrders.$inferSelect, 'orderId'>[]>`
    select order_id from give_up_orders
    where order_id = any(${[...orderIds]}::text[]) and outcome is null`;
  return new Set(rows.map(({ orderId }) => orderId));
};

const remember = async (sql: Sql, walk: Walk, page: ProjectedPage): Promise<void> => {
  const broken = [...walk.broken, ...page.broken];
  const before = tollOfWalk(walk);
  const toll: WalkToll = {
    ...sumOfTolls([before, tollOf(page.broken)]),
    walked: before.walked + page.walked,
  };
  await sql`
    update supply_changes set
      moved = moved + ${page.moved}::bigint, broken = ${sql.json(broken.slice(0, listed))},
      notices = ${sql.json(toll)},
      more = ${walk.more || broken.length > listed},
      cursor_priority = ${page.last?.priority ?? walk.priority},
      cursor_placed_at = ${page.last?.placedAt ?? walk.placedAt},
      cursor_order_id = ${page.last?.orderId ?? walk.orderId},
      done_at = case when ${!page.isFull} then now() end
    where supply_id = ${walk.supplyId} and revision = ${walk.revision}
      and sku = ${walk.sku} and location = ${walk.location}`;
};

/** What the walks of one change have counted so far. */
export const listTolls = async (
  sql: Sql,
  { supplyId, revision }: Change,
): Promise<(WalkToll & { isDone: boolean })[]> => {
  const walks = await sql<(Pick<Walk, 'notices'> & { isDone: boolean })[]>`
    select notices, done_at is not null as is_done from supply_changes
    where supply_id = ${supplyId} and revision = ${revision}`;
  return walks.map((walk) => ({ ...tollOfWalk(walk), isDone: walk.isDone }));
};

/** What it has counted so far; nothing before its first page. */
export const tollOfWalk = ({ notices }: Pick<Walk, 'notices'>): WalkToll => ({
  ...{ walked: 0, ...noToll },
  ...notices,
});
