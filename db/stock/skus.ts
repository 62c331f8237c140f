import { type Outlook, projectUnit } from '../../workflows/domain/promise/outlook.ts';
import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { endOf, listOutlooks, type ShelfOutlook, startOfAll } from '../promise/outlook.ts';
import { getToday, listTodays } from '../promise/todays.ts';
import { queueOrder } from '../sql.ts';
import { countWaiting } from './limits.ts';
import type { Position } from './queue/queue.ts';

/** An SKU at one location, or with `location: null` at all of them. */
export type Asked = { sku: string; location: string | null };

/** An order that waits, and the date by which its units of this SKU can ship. */
export type QueueEntry = Position & {
  location: string;
  waiting: number;
  shipsOn: CivilDate | null;
};

/** `waiting` counts orders that wait for a payment too. */
export const getSkuTotals = async (
  sql: Sql,
  { sku, location }: Asked,
): Promise<{ onHand: number; allocated: number; waiting: number }> => {
  const at = location === null ? sql`` : sql`and location = ${location}`;
  const [totals] = await sql<{ onHand: number; allocated: number; waiting: number }[]>`
    select coalesce(sum(on_hand), 0)::bigint as on_hand,
      coalesce(sum(allocated), 0)::bigint as allocated, (
        (select coalesce(sum(waiting), 0) from lines
         where sku = ${sku} and waiting > 0 and barred is null ${at})
        + (select coalesce(sum(waiting), 0) from lines
           where sku = ${sku} and waiting > 0 and barred is not null ${at})
      )::bigint as waiting
    from stock where sku = ${sku} ${at}`;
  return totals ?? { onHand: 0, allocated: 0, waiting: 0 };
};

/** The head of the queue: the first `limit` orders over all locations asked for. */
export const listQueueHead = async (
  sql: Sql,
  asked: Asked,
  { limit, now }: { limit: number; now: Instant },
): Promise<QueueEntry[]> => {
  const shelves = await listShelves(sql, asked, startOfAll);
  const rows = await sql<Omit<QueueEntry, 'shipsOn'>[]>`
    select head.* from unnest(${shelves.map(({ location }) => location)}::text[]) as w (location)
    cross join lateral (
      select order_id, placed_at, priority, l.location, sum(waiting)::bigint as waiting
      from lines l
      where l.sku = ${asked.sku} and l.location = w.location and waiting > 0
        and barred is null
      group by ${queueOrder(sql, 'l')}, priority, l.location
      order by ${queueOrder(sql, 'l')} limit ${limit}
    ) as head
    order by ${queueOrder(sql, 'head')}, location`;
  const outlooks = new Map(shelves.map((shelf) => [shelf.location, shelf]));
  const shown = withPlaces(rows).slice(0, limit);
  const orderIds = shown.map(({ orderId }) => orderId);
  const todays = await listTodays(sql, orderIds, now);
  return shown.map((entry) => withDate(entry, { outlooks, todays }));
};

/** What product pages call an SKU; null for one that nobody has described. */
export type Described = { title: string; url: string | null; imageUrl: string | null };

/** What product pages show of an SKU, for whatever quantity and location. */
export type SkuOutlook = {
  shelves: ShelfOutlook[];
  limitLeft: number | null;
  product: Described | null;
};

/**
 * What product pages ask: every shelf as a new checkout finds it, and what the limit leaves. As many
 * statements for one SKU as for a thousand. Of an SKU at more than a thousand locations it knows
 * the first thousand by name.
 */
export const listSkuOutlooks = async (
  sql: Sql,
  skus: readonly string[],
): Promise<Map<string, SkuOutlook>> => {
  const [shelves, products] = await Promise.all([
    listShelvesOf(sql, skus).then((named) => listOutlooks(sql, named, endOf(0))),
    sql<(Described & { sku: string; limit: number | null })[]>`
      select sku, title, url, image_url, backorder_limit as "limit" from products
      where sku = any(${skus as string[]}::text[])`,
  ]);
  const limited = products.filter(({ limit }) => limit !== null);
  const waiting = limited.length === 0 ? undefined : await countWaiting(sql, limited);
  const outlooks = new Map<string, SkuOutlook>(
    skus.map((sku) => [sku, { shelves: [], limitLeft: null, product: null }]),
  );
  for (const shelf of shelves) outlooks.get(shelf.sku)?.shelves.push(shelf);
  for (const { sku, limit, ...product } of products) {
    const outlook = outlooks.get(sku);
    if (!outlook) continue;
    outlook.product = product;
    if (limit !== null) outlook.limitLeft = Math.max(0, limit - (waiting?.get(sku) ?? 0));
  }
  return outlooks;
};

/** The same of one. */
export const getSkuOutlook = async (sql: Sql, sku: string): Promise<SkuOutlook> =>
  (await listSkuOutlooks(sql, [sku])).get(sku) ?? nothingKnown;

/** Of an SKU that is not there. */
export const nothingKnown: SkuOutlook = { shelves: [], limitLeft: null, product: null };

/** SKUs that somebody has described, by name after that one: the pages of a feed. */
export const listDescribed = async (
  sql: Sql,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> => {
  const rows = await sql<{ sku: string }[]>`
    select sku from products where sku > ${after} order by sku limit ${limit}`;
  return rows.map(({ sku }) => sku);
};

/** Every shelf that ever had, awaits or wanted some. */
const listShelves = async (
  sql: Sql,
  { sku, location }: Asked,
  position: Position,
): Promise<ShelfOutlook[]> => {
  const shelves = location === null ? await listShelvesOf(sql, [sku]) : [{ sku, location }];
  return listOutlooks(sql, shelves, position);
};

const listShelvesOf = (sql: Sql, skus: readonly string[]): Promise<Shelf[]> => sql<Shelf[]>`
  select w.sku, shelves.location from unnest(${skus as string[]}::text[]) as w (sku)
  cross join lateral (
    select location from stock s where s.sku = w.sku
    union select location from supplies s where s.sku = w.sku and remaining > 0
    order by location limit 1000
  ) as shelves`;

type Placed = Omit<QueueEntry, 'shipsOn'> & { place: number };

const withPlaces = (rows: readonly Omit<QueueEntry, 'shipsOn'>[]): Placed[] => {
  const places = new Map<string, number>();
  return rows.map((row) => {
    const place = (places.get(row.location) ?? 0) + row.waiting;
    places.set(row.location, place);
    return { ...row, place };
  });
};

/** Each by the day at its own ship-to. */
const withDate = (
  { place, ...entry }: Placed,
  {
    outlooks,
    todays,
  }: { outlooks: ReadonlyMap<string, Outlook>; todays: ReadonlyMap<string, CivilDate> },
): QueueEntry => {
  const outlook = outlooks.get(entry.location);
  const today = getToday(todays, entry.orderId);
  return { ...entry, shipsOn: (outlook && projectUnit(outlook, { place, today })?.on) ?? null };
};
