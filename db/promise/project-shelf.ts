import {
  basisOf,
  isBroken,
  latest,
  type Outlook,
  type Projected,
  projectUnit,
  type Supply,
} from '../../workflows/domain/promise/outlook.ts';
import { type Shelf, shelfKey } from '../../workflows/domain/stock/allocation.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { promises } from '../schema/promise/promises.ts';
import type { Broken } from '../schema/promise/supply-changes.ts';
import { distinctShelves } from '../stock/ledger/shelves.ts';
import { listPlaces, type Place } from '../stock/queue/places.ts';
import { listNext, type Position } from '../stock/queue/queue.ts';
import { listOutlooks, startOfAll } from './outlook.ts';
import type { SupplyChange } from './supplies.ts';
import { getToday, listTodays } from './todays.ts';
import { type BrokenDate, withNotices } from './with-notices.ts';

export type ProjectedPage = {
  /** How many orders it dealt with. */
  walked: number;
  moved: number;
  broken: Broken[];
  /** The last order of the page; null when nobody waits any more. */
  last: Position | null;
  isFull: boolean;
};

/**
 * Projects the next orders of a shelf's queue with the supply before a change and after it. In
 * earnest the change is made and `before` is what was known then; in a preview `change` says what
 * would be changed of what is known now. Nothing is written.
 */
export const projectPage = async (
  sql: Sql,
  page: {
    shelf: Shelf;
    after: Position | null;
    limit: number;
    now: Instant;
    before: readonly Supply[] | null;
    change: { supplyId: string; to: SupplyChange | null } | null;
  },
): Promise<ProjectedPage> => {
  const { shelf, after, limit } = page;
  const { sku, location } = shelf;
  const stretch = { sku, location, after, before: null, only: null };
  const orders = await listNext(sql, stretch, { limit });
  if (orders.length === 0) return { walked: 0, moved: 0, broken: [], last: null, isFull: false };
  const orderIds = orders.map(({ orderId }) => orderId);
  const [places, promised, todays] = await Promise.all([
    listPlaces(sql, shelf, orders),
    promisedDates(sql, orders),
    listTodays(sql, orderIds, page.now),
  ]);
  const known = await outlooksOf(sql, places);
  const before = page.before ? replaced(known, shelf, page.before) : known;
  const then = page.change ? changed(known, page.change) : known;
  const placesOf = byOrder(places);

  const result = { moved: 0, broken: [] as BrokenDate[] };
  for (const orderId of orderIds) {
    const today = getToday(todays, orderId);
    const own = placesOf.get(orderId) ?? [];
    const was = projectPlaces(own, before, today);
    const is = projectPlaces(own, then, today);
    const dates = { before: was?.on ?? null, after: is?.on ?? null };
    if (dates.before !== dates.after) result.moved++;
    const from = promised.get(orderId) ?? null;
    if (from === null || !isBroken(from, dates)) continue;
    const basis = is ? basisOf(is) : 'no supply with a date reaches its place';
    result.broken.push({ orderId, from, to: dates.after, basis });
  }
  return {
    walked: orders.length,
    moved: result.moved,
    broken: await withNotices(sql, result.broken),
    last: orders.at(-1) ?? null,
    isFull: orders.length === limit,
  };
};

const byOrder = (places: readonly Place[]): Map<string, Place[]> => {
  const grouped = new Map<string, Place[]>();
  for (const place of places) {
    const own = grouped.get(place.orderId);
    if (own) own.push(place);
    else grouped.set(place.orderId, [place]);
  }
  return grouped;
};

type Outlooks = ReadonlyMap<string, Outlook>;

const projectPlaces = (
  places: readonly Place[],
  outlooks: Outlooks,
  today: CivilDate,
): Projected | undefined =>
  latest(
    places.map(({ place, ...shelf }) => {
      const outlook = outlooks.get(shelfKey(shelf));
      return outlook && projectUnit(outlook, { place, today });
    }),
  );

/** Nobody is ahead of the very start: places are counted apart. */
const outlooksOf = async (sql: Sql, shelves: readonly Shelf[]): Promise<Outlooks> => {
  const outlooks = await listOutlooks(sql, distinctShelves(shelves), startOfAll);
  return new Map(outlooks.map((outlook) => [shelfKey(outlook), outlook]));
};

const replaced = (known: Outlooks, shelf: Shelf, supplies: readonly Supply[]): Outlooks =>
  new Map(
    [...known].map(([key, each]) => [key, key === shelfKey(shelf) ? { ...each, supplies } : each]),
  );

const changed = (
  known: Outlooks,
  { supplyId, to }: { supplyId: string; to: SupplyChange | null },
): Outlooks =>
  new Map(
    [...known].map(([key, outlook]) => {
      const others = outlook.supplies.filter((supply) => supply.supplyId !== supplyId);
      const supplies = to && shelfKey(to) === key ? [...others, to] : others;
      return [key, { ...outlook, supplies }];
    }),
  );

/** The newest date that each order was promised: accepted, or what supply has made of it since. */
export const promisedDates = async (
  sql: Sql,
  orders: readonly Pick<Position, 'orderId'>[],
): Promise<Map<string, CivilDate | null>> => {
  const rows = await sql<Pick<typeof promises.$inferSelect, 'orderId' | 'on'>[]>`
    select distinct on (order_id) order_id, "on" from promises p
    where order_id = any(${orders.map(({ orderId }) => orderId)}::text[])
      and (accepted_at is not null or exists (
        select from promise_moves m where (m.order_id, m.promise_id) = (p.order_id, p.promise_id)))
    order by order_id, ordinal desc, stated_at desc`;
  return new Map(rows.map(({ orderId, on }) => [orderId, on]));
};
