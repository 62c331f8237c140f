import {
  latest,
  type Outlook,
  type Projected,
  projectUnit,
} from '../../workflows/domain/promise/outlook.ts';
import { type Shelf, shelfKey } from '../../workflows/domain/stock/allocation.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { queueOrder, shelfRows } from '../sql.ts';
import { isAhead, type Position } from '../stock/queue/queue.ts';

/** What can become of a shelf, and its queue as far as one position. */
export type ShelfOutlook = Shelf &
  Outlook & {
    /** Units that wait ahead of the position; counted only as far as supply reaches. */
    ahead: number;
    /** Free units are on their way to those who wait. */
    isFilling: boolean;
    /** Nobody may come to wait at it. */
    isGivenUp: boolean;
  };

/** The end of the queue of a priority, for someone who would check out now. */
export const endOf = (priority: number): Position => ({
  priority,
  placedAt: '9999-12-31T00:00:00.000Z',
  orderId: '',
});

/** Ahead of everyone who may ever wait. */
export const startOfAll: Position = {
  priority: 1_000_000,
  placedAt: '0001-01-01T00:00:00.000Z',
  orderId: '',
};

/**
 * One round trip for any number of shelves. Lines wait for one unit or more, so no more of them
 * are counted than there are units that could ever reach them.
 */
export const listOutlooks = (
  sql: Sql,
  shelves: readonly Shelf[],
  position: Position,
): Promise<ShelfOutlook[]> => sql<ShelfOutlook[]>`
  select w.sku, w.location, free, is_filling, is_given_up, handling_days, supplies, (
    select coalesce(sum(waiting), 0)::bigint from (
      select waiting from lines l
      where l.sku = w.sku and l.location = w.location and waiting > 0 and barred is null
        and ${isAhead(sql, position)}
      order by ${queueOrder(sql, 'l')}
      limit case when dated > 0 then free + dated end
    ) as queue where dated > 0 or free > 0
  ) as ahead
  from ${shelfRows(sql, shelves)} as w (sku, location)
  cross join lateral (
    select
      coalesce((
        select on_hand - allocated from stock s where (s.sku, s.location) = (w.sku, w.location)
      ), 0) as free,
      exists (
        select from stock s
        where (s.sku, s.location) = (w.sku, w.location) and s.given_up is not null
      ) as is_given_up,
      coalesce((select p.handling_days from products p where p.sku = w.sku), 0) as handling_days,
      exists (
        select from walks p where (p.sku, p.location) = (w.sku, w.location) and done_at is null
      ) as is_filling
  ) as now
  cross join lateral (
    select coalesce(sum(remaining) filter (where expected_on is not null), 0) as dated,
      coalesce(jsonb_agg(jsonb_build_object('supplyId', supply_id, 'quantity', remaining,
        'expectedOn', expected_on, 'basis', basis)), '[]') as supplies
    from supplies s where (s.sku, s.location) = (w.sku, w.location) and remaining > 0
  ) as coming`;

/**
 * From when that many units of a shelf can ship to someone who checks out now. Free units that
 * nobody who waits could use go to them at once; all others go by the queue.
 */
export const projectNew = (
  outlook: ShelfOutlook,
  { quantity, today }: { quantity: number; today: CivilDate },
): Projected | undefined => {
  const { ahead, free, isFilling } = outlook;
  const isFree = !isFilling && quantity <= free;
  return projectUnit(outlook, { place: isFree ? quantity : ahead + quantity, today });
};

/**
 * When an order that comes to its place now can ship: one that is placed, whose promise it is unless
 * it brings one of its own, or one that waits again.
 */
export const projectOrder = async (
  sql: Sql,
  order: Position & { lines: readonly (Shelf & { quantity: number })[] },
  today: CivilDate,
): Promise<Projected | undefined> => {
  const wanted = new Map<string, Shelf & { quantity: number }>();
  for (const line of order.lines) {
    const quantity = (wanted.get(shelfKey(line))?.quantity ?? 0) + line.quantity;
    wanted.set(shelfKey(line), { ...line, quantity });
  }
  const outlooks = await listOutlooks(sql, [...wanted.values()], order);
  return latest(
    outlooks.map((outlook) =>
      projectNew(outlook, { quantity: wanted.get(shelfKey(outlook))?.quantity ?? 0, today }),
    ),
  );
};
