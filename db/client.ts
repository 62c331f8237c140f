import postgres from 'postgres';
import { defaultLimits, type Limits, silenceMs, toParameters } from './connection/limits.ts';
import { longGreeting, wayTo } from './connection/way.ts';

type Types = { bigint: number; instant: string; civilDate: string; json: unknown };

/** Runs statements: the pool, or one transaction of it. */
export type Sql = postgres.ISql<Types>;

/**
 * One pool of connections. Instants are read as `toISOString` writes them, civil dates as
 * `YYYY-MM-DD`, bigint as number, and columns in camel case. Text given for JSON is JSON already.
 */
export type Db = {
  sql: postgres.Sql<Types>;
  /** Waits for running statements, then closes every connection. */
  close(): Promise<void>;
};

/** The numbers that PostgreSQL gives its types. */
const oid = { bigint: 20, json: 114, date: 1082, timestamptz: 1184, jsonb: 3802 };

const asIs = (text: string): string => text;

const types = {
  bigint: { to: oid.bigint, from: [oid.bigint], serialize: String, parse: Number },
  civilDate: { to: oid.date, from: [oid.date], serialize: asIs, parse: asIs },
  instant: {
    to: oid.timestamptz,
    from: [oid.timestamptz],
    serialize: asIs,
    parse: (text: string) => new Date(text).toISOString(),
  },
  json: {
    to: oid.json,
    from: [oid.json, oid.jsonb],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  },
};

export type PoolOptions = { max?: number; limits?: Limits };

/**
 * Opens no connection yet. With `max` statements running, the next one waits. Of several hosts in
 * the URL each new connection goes to the first that answers and fits.
 */
export const createDatabase = (
  url: string,
  { max = 10, limits = defaultLimits }: PoolOptions = {},
): Db => {
  const way = wayTo(url, silenceMs(limits));
  const sql = postgres(way.url, {
    ...way.options,
    max,
    // Plans, those of foreign keys too, are kept while tables grow: one that walks an empty table
    // would go on doing so. A missing index it does not hide: the tests of plans run without it.
    connection: {
      application_name: 'meanwhile',
      TimeZone: 'UTC',
      enable_seqscan: 'off',
      ...toParameters(limits),
      options: longGreeting,
    },
    types,
    transform: { column: { from: postgres.toCamel } },
  });
  const close = async (): Promise<void> => {
    await sql.end({ timeout: 5 });
    way.close();
  };
  return { sql, close };
};
