import type { Shelf } from '../workflows/domain/allocation.ts';
import type { Supply } from '../workflows/domain/projection.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { Db, Sql } from './client.ts';
import { tellOrders } from './news.ts';
import type { Position } from './queue.ts';
import { type Broken, projectPage } from './reprojection.ts';
import { inTransaction } from './transaction.ts';

/** How many broken promises a report lists. */
export const listed = 100;

/** What one transaction deals with at most. */
export const pageOrders = 500;

type Walk = Shelf & {
  supplyId: string;
  revision: number;
  before: Supply[];
  broken: Broken[];
  more: boolean;
} & (Position | { [K in keyof Position]: null });

/** One transaction of a walk, of the given change or of any. False when none is left to do. */
export const runPage = (
  db: Db,
  change: { supplyId: string; revision: number } | null,
  today: CivilDate,
): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const [walk] = await sql<Walk[]>`
      select supply_id, revision, sku, location, before, broken, more,
        cursor_priority as priority, cursor_placed_at as placed_at, cursor_order_id as order_id
      from supply_changes
      where done_at is null ${
        change
          ? sql`and supply_id = ${change.supplyId} and revision = ${change.revision}
                order by sku, location limit 1 for update`
          : sql`order by created_at limit 1 for update skip locked`
      }`;
    if (!walk) return false;
    const { priority, placedAt, orderId, before } = walk;
    const page = await projectPage(sql, {
      shelf: walk,
      after: orderId === null ? null : { priority, placedAt, orderId },
      limit: pageOrders,
      today,
      before,
      change: null,
    });
    const broken = await movePromises(sql, walk, page.broken);
    await remember(sql, walk, { ...page, broken });
    return true;
  });

/** Writes the new promises, each with its evidence, and the news of them. */
const movePromises = async (
  sql: Sql,
  { supplyId, revision }: Walk,
  broken: readonly Broken[],
): Promise<Broken[]> => {
  if (broken.length === 0) return [];
  const written = await sql<{ orderId: string }[]>`
    with moved as (
      insert into promises (order_id, promise_id, ordinal, "on", basis, reason, stated_at)
      select order_id, ${`supply/${supplyId}/${revision}`}, (
          select coalesce(max(ordinal), 0) + 1 from promises p where p.order_id = b.order_id
        ), b."on", b.basis, 'The supply has changed',
        now() + skipped_ms * interval '1 millisecond'
      from unnest(
        ${broken.map(({ orderId }) => orderId)}::text[],
        ${broken.map(({ to }) => to)}::date[],
        ${broken.map(({ basis }) => basis)}::text[]
      ) as b (order_id, "on", basis) join orders using (order_id)
      on conflict (order_id, promise_id) do nothing
      returning order_id, promise_id
    )
    insert into promise_moves (order_id, promise_id) select order_id, promise_id from moved
    returning order_id`;
  const orderIds = new Set(written.map(({ orderId }) => orderId));
  await tellOrders(sql, [...orderIds]);
  return broken.filter(({ orderId }) => orderIds.has(orderId));
};

const remember = async (
  sql: Sql,
  walk: Walk,
  page: { moved: number; broken: Broken[]; last: Position | null; isFull: boolean },
): Promise<void> => {
  const broken = [...walk.broken, ...page.broken];
  await sql`
    update supply_changes set
      moved = moved + ${page.moved}::bigint, broken = ${sql.json(broken.slice(0, listed))},
      more = ${walk.more || broken.length > listed},
      cursor_priority = ${page.last?.priority ?? walk.priority},
      cursor_placed_at = ${page.last?.placedAt ?? walk.placedAt},
      cursor_order_id = ${page.last?.orderId ?? walk.orderId},
      done_at = case when ${!page.isFull} then now() end
    where supply_id = ${walk.supplyId} and revision = ${walk.revision}
      and sku = ${walk.sku} and location = ${walk.location}`;
};
