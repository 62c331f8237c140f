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
export const builder = (sql: Sql) => new PostgresJsDatabase(dialect, sessionOf(sql), undefined);

/**
 * Drizzle would wrap each failure in one that quotes what the statement was sent: addresses, names
 * and mails, which then stood in logs and in Temporal.
 */
const sessionOf = (sql: Sql) => {
  const session = new PostgresJsSession(lent(sql), dialect, undefined);
  const prepare = session.prepareQuery.bind(session) as (...given: unknown[]) => object;
  const prepareQuery = (...given: unknown[]) => Object.assign(prepare(...given), unwrapped);
  return Object.assign(session, { prepareQuery });
};

const unwrapped = {
  queryWithCache: <T>(_query: string, _values: unknown, ask: () => Promise<T>): Promise<T> => ask(),
};

/** Runs statements and nothing else: a transaction is begun by `inTransaction` alone. */
const lent = (sql: Sql): postgres.Sql => {
  const client: Pick<postgres.Sql, 'unsafe'> = {
    // Prepared once for each connection, like the statements that are written by hand.
    unsafe: (query, parameters) =>
      sql.unsafe(query, parameters as postgres.ParameterOrJSON<never>[], { prepare: true }),
  };
  return client as postgres.Sql;
};
