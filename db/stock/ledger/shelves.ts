import {
  type FreeUnits,
  type Shelf,
  shelfKey,
} from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import { onShelves, shelfRows } from '../../sql.ts';

/**
 * Makes empty shelves where there are none. One of an SKU that was given up everywhere is given up
 * from the beginning. Safe to repeat.
 */
export const ensureShelves = async (sql: Sql, shelves: readonly Shelf[]): Promise<void> => {
  await sql`
    insert into stock (sku, location, given_up)
    select distinct sku, location, (
      select max(o.given_up) from stock o where o.sku = s.sku and o.given_up = 'everywhere'
    ) from ${shelfRows(sql, shelves)} as s (sku, location)
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

/** Which of these shelves were given up, by their keys. */
export const listGivenUp = async (sql: Sql, shelves: readonly Shelf[]): Promise<Set<string>> => {
  const rows = await sql<Shelf[]>`
    select sku, location from stock where ${onShelves(sql, shelves)} and given_up is not null`;
  return new Set(rows.map(shelfKey));
};

/** Each shelf once. */
export const distinctShelves = (shelves: readonly Shelf[]): Shelf[] => [
  ...new Map(shelves.map((shelf) => [shelfKey(shelf), shelf])).values(),
];
