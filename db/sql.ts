import type { Shelf } from '../workflows/domain/stock/allocation.ts';
import type { Sql } from './client.ts';

/** A piece of a statement. */
export type Fragment = ReturnType<Sql>;

/** An instant within JSON, as `toISOString` writes it. */
export const iso = (sql: Sql, at: Fragment) =>
  sql`to_char((${at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** So many milliseconds, as an interval. */
export const ms = (sql: Sql, count: number | Fragment) => sql`${count} * interval '1 millisecond'`;

/** Now in the own time of the order that the statement reads, one in each row. */
export const orderNow = (sql: Sql) => sql`now() + ${ms(sql, sql`skipped_ms`)}`;

/** What the line `l` was bought as; `p` is its product as it is now, if there is one. */
export const boughtAs = (sql: Sql) => sql`coalesce(l.title, p.title, l.sku)`;

/** What the customer knows the order `o` by: at a connected shop that is the shop's own number. */
export const knownAs = (sql: Sql) => sql`coalesce(
  (select so.number from shop_orders so where so.order_id = o.order_id), o.order_id)`;

/** The shelves as rows, to select from. */
export const shelfRows = (sql: Sql, shelves: readonly Shelf[]) => sql`unnest(
  ${shelves.map(({ sku }) => sku)}::text[], ${shelves.map(({ location }) => location)}::text[]
)`;

/** Whether `sku` and `location` of a row name one of these shelves. */
export const onShelves = (sql: Sql, shelves: readonly Shelf[]) =>
  sql`(sku, location) in (select * from ${shelfRows(sql, shelves)})`;

/** The order of every queue, as its index has it; `of` is what the statement calls the rows. */
export const queueOrder = (sql: Sql, of: string) =>
  sql`-${sql(`${of}.priority`)}, ${sql(`${of}.placed_at`)}, ${sql(`${of}.order_id`)}`;

/** The same from the end of the queue. */
export const queueEnd = (sql: Sql, of: string) =>
  sql`${sql(`${of}.priority`)}, ${sql(`${of}.placed_at`)} desc, ${sql(`${of}.order_id`)} desc`;
