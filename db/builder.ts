import { PgDialect } from 'drizzle-orm/pg-core';
import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { Sql } from './client.ts';

const dialect = new PgDialect();

/**
 * Drizzle's query builder over the pool or over one transaction, for statements that need nothing
 * of PostgreSQL's own. It is put together here because `drizzle()` replaces the parsers of the
 * client that it is given, for every other statement too: instants would be no `Instant` any more.
 */
export const builder = (sql: Sql) =>
  new PostgresJsDatabase(dialect, new PostgresJsSession(lent(sql), dialect, undefined), undefined);

/** Runs statements and nothing else: a transaction is begun by `inTransaction` alone. */
const lent = (sql: Sql): postgres.Sql => {
  const client: Pick<postgres.Sql, 'unsafe'> = {
    // Prepared once for each connection, like the statements that are written by hand.
    unsafe: (query, parameters) =>
      sql.unsafe(query, parameters as postgres.ParameterOrJSON<never>[], { prepare: true }),
  };
  return client as postgres.Sql;
};
