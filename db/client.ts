import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

type Types = { bigint: number };

/** Runs statements: the pool, or one transaction of it. */
export type Sql = postgres.ISql<Types>;

/**
 * One pool of connections, seen by postgres.js (`sql`) and by drizzle (`orm`). Both read instants
 * as `toISOString` writes them, civil dates as `YYYY-MM-DD` and bigint as number. Columns of
 * `sql` come back in camel case.
 */
export type Db = {
  sql: postgres.Sql<Types>;
  orm: PostgresJsDatabase;
  /** Waits for running statements, then closes every connection. */
  close(): Promise<void>;
};

const timestamptz = 1184;
const json = [114, 3802];
const arraysOfTimes = [1115, 1182, 1185];

/** Opens no connection yet. With `max` statements running, the next one waits. */
export const createDatabase = (url: string, { max = 10 }: { max?: number } = {}): Db => {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    // Statements are planned once, often while tables are small, and then kept while these grow:
    // a plan that walks a whole table would be the slower the more orders there are.
    connection: { application_name: 'meanwhile', TimeZone: 'UTC', enable_seqscan: 'off' },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
    transform: { column: { from: postgres.toCamel } },
  });
  const orm = drizzle(sql);
  // drizzle replaces the parsers of the client it is given, and hands JSON over as text.
  sql.options.parsers[timestamptz] = (text: string) => new Date(text).toISOString();
  for (const type of json) {
    sql.options.serializers[type] = (value: unknown) =>
      typeof value === 'string' ? value : JSON.stringify(value);
  }
  // Without entries of their own, arrays are written and read element by element.
  for (const type of arraysOfTimes) {
    delete sql.options.parsers[type];
    delete sql.options.serializers[type];
  }
  return { sql, orm, close: () => sql.end({ timeout: 5 }) };
};
