import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import postgres from 'postgres';
import { type ConcurrentIndex, type Step, toSteps } from './concurrent-index.ts';
import { longGreeting, wayTo } from './connection/way.ts';

const ourMigrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number that nothing else locks. */
export const migrationLock = 724_116_001;

const askEveryMs = 1_000;

type Log = (line: string) => void;
type Options = { folder?: string; log?: Log };

/**
 * Brings the database to the newest schema. Safe to repeat, also after a crash, and safe when
 * several processes do it at once: the later ones wait and then find nothing left to do. The files
 * and the table that says which of them have run are drizzle's.
 */
export const migrate = async (
  url: string,
  { folder = ourMigrations, log = () => {} }: Options = {},
): Promise<void> => {
  const way = wayTo(url, Number.POSITIVE_INFINITY);
  const sql = postgres(way.url, {
    ...way.options,
    max: 1,
    // The lock lives as long as the connection.
    max_lifetime: null,
    connection: { application_name: 'meanwhile-migrate', options: unlimited + longGreeting },
  });
  try {
    await takeTurn(sql, log);
    for (const step of toSteps(await listPending(sql, folder))) await run(sql, step, log);
  } finally {
    await sql.end({ timeout: 5 });
    way.close();
  }
};

/** A migration takes as long as it takes, whatever the role is limited to. */
const unlimited =
  '-c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=0';

/**
 * Asks for the lock again and again. Waiting for it within a statement would hold a snapshot, for
 * which an index that is made concurrently waits, so that the two would wait for each other.
 */
const takeTurn = async (sql: postgres.Sql, log: Log): Promise<void> => {
  for (let isFirst = true; ; isFirst = false) {
    const [row] = await sql`select pg_try_advisory_lock(${migrationLock}) as taken`;
    if (row?.taken) return;
    if (isFirst) log('Another process migrates this database; waiting for it');
    await sleep(askEveryMs);
  }
};

const listPending = async (sql: postgres.Sql, folder: string): Promise<MigrationMeta[]> => {
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`;
  const [last] = await sql`
    select created_at::float8 as at from drizzle.__drizzle_migrations
    order by created_at desc limit 1`;
  return readMigrationFiles({ migrationsFolder: folder }).filter(
    ({ folderMillis }) => !last || folderMillis > last.at,
  );
};

const run = async (sql: postgres.Sql, step: Step, log: Log): Promise<void> => {
  if (step.kind === 'indexes') {
    for (const index of step.indexes) await makeIndex(sql, index, log);
    return note(sql, step.migration);
  }
  await sql.begin(async (own) => {
    for (const migration of step.migrations) {
      for (const statement of migration.sql) await own.unsafe(statement);
      await note(own, migration);
    }
  });
};

/** One that a crash has left half made stands in the way, is of no use, and is kept up to date. */
const makeIndex = async (
  sql: postgres.Sql,
  { name, statement }: ConcurrentIndex,
  log: Log,
): Promise<void> => {
  const [left] = await sql`
    select indisvalid and indisready as whole from pg_index
    where indexrelid = to_regclass(quote_ident(${name}))`;
  if (left?.whole) return log(`The index ${name} is there already`);
  if (left) await sql`drop index concurrently ${sql(name)}`;
  log(`Making the index ${name}, beside what goes on and after the transactions that are open`);
  await sql.unsafe(statement);
};

const note = async (
  sql: postgres.ISql,
  { hash, folderMillis }: Pick<MigrationMeta, 'hash' | 'folderMillis'>,
): Promise<void> => {
  await sql`
    insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
};
