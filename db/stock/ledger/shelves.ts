import {
  type FreeUnits,
  type Shelf,
  shelfKey,
} from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import type { stock } from '../../schema/stock/shelves.ts';
import { onShelves, shelfRows } from '../../sql.ts';

/** What lies on one shelf. Allocated units are on hand and set aside. */
export type Stock = Pick<typeof stock.$inferSelect, 'sku' | 'location' | 'onHand' | 'allocated'> & {
  waiting: number;
};

/** Makes empty shelves where there are none. Safe to repeat. */
export const ensureShelves = async (sql: Sql, shelves: readonly Shelf[]): Promise<void> => {
  await sql`
    insert into stock (sku, location)
    select distinct sku, location from ${shelfRows(sql, shelves)} as s (sku, location)
    order by sku, location
    on conflict do nothing`;
};

/**
 * Locks shelves until the transaction ends, always in the same order, so that no two transactions
 * wait for each other, and returns what is free on them then. Unknown shelves are left out.
 */
export const lockShelves = (sql: Sql, shelves: readonly Shelf[]): Promise<FreeUnits[]> =>
  sql<FreeUnits[]>`
    select sku, location, on_hand - allocated as quantity from stock
    where ${onShelves(sql, distinctShelves(shelves))} order by sku, location for no key update`;

/**
 * Keeps everyone who takes units from the shelf, or gives them back, waiting until the transaction
 * ends, and lets checkouts go on. For one shelf, before any other row is locked.
 */
export const shareShelf = async (sql: Sql, { sku, location }: Shelf): Promise<void> => {
  await sql`select from stock where sku = ${sku} and location = ${location} for share`;
};

/** The stock of an SKU at every location that ever had or wanted some, by location. */
export const listStock = (sql: Sql, sku: string): Promise<Stock[]> => sql<Stock[]>`
  select sku, location, on_hand, allocated,
    (select coalesce(sum(l.waiting), 0)::bigint from lines l
     where l.sku = s.sku and l.location = s.location and l.waiting > 0) as waiting
  from stock s where sku = ${sku} order by location limit 1000`;

/** Each shelf once. */
export const distinctShelves = (shelves: readonly Shelf[]): Shelf[] => [
  ...new Map(shelves.map((shelf) => [shelfKey(shelf), shelf])).values(),
];
