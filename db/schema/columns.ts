import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { bigint, customType, timestamp } from 'drizzle-orm/pg-core';

/** Text compared byte by byte, so that the queue and the lock order are the same everywhere. */
export const id = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** Milliseconds are kept, as in an `Instant`: what was read compares equal to what is stored. */
export const instant = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/** Minor units, counts and durations up to 2^53. */
export const big = (name: string) => bigint(name, { mode: 'number' });

/** The condition of a check: the column holds one of these values, in the words of SQL. */
export const isOneOf = (column: AnyColumn, values: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;

/** `jsonb`, read as it is: Drizzle's own would parse a text within it once more. */
export const json = customType<{ data: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
});
