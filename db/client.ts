import postgres from 'postgres';
import { addressesOf, backoff, createConnector } from './connection/connector.ts';
import { defaultLimits, type Limits, silenceMs, toParameters } from './connection/limits.ts';
import type { Address, Ssl } from './connection/socket.ts';

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

/**
 * postgres.js leaves what it has not written when a connection ends, and then waits for more
 * before it greets the next one. A greeting this long is sent at once; PostgreSQL skips blanks.
 */
const longGreeting = { options: ' '.repeat(1_024) };

const connectMs = 5_000;

export type PoolOptions = { max?: number; limits?: Limits };

/** Opens no connection yet. With `max` statements running, the next one waits. */
export const createDatabase = (
  url: string,
  { max = 10, limits = defaultLimits }: PoolOptions = {},
): Db => {
  const named = postgres(url, { max: 1 }).options;
  const [address] = addressesOf(named);
  const connector = createConnector(async () => address as Address, {
    ssl: named.ssl as Ssl,
    connectMs,
    silenceMs: silenceMs(limits),
  });
  // postgres.js documents `socket`, and does not type it.
  const connected = { socket: connector.open } as object;
  const sql = postgres(url, {
    ...connected,
    max,
    // The connector encrypts, so that its deadline sees what is said.
    ssl: false,
    connect_timeout: connectMs / 1_000,
    backoff,
    onnotice: () => {},
    // Plans, those of foreign keys too, are kept while tables grow: one that walks an empty table
    // would go on doing so. A missing index it does not hide: the tests of plans run without it.
    connection: {
      application_name: 'meanwhile',
      TimeZone: 'UTC',
      enable_seqscan: 'off',
      ...toParameters(limits),
      ...longGreeting,
    },
    types,
    transform: { column: { from: postgres.toCamel } },
  });
  const close = async (): Promise<void> => {
    await sql.end({ timeout: 5 });
    connector.close();
  };
  return { sql, close };
};
