import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase, type Db } from '../../db/client.ts';
import { migrate, migrationLock } from '../../db/migrate.ts';
import { createDatabase as createOwnDatabase } from '../support/system/stack.ts';

/** A table, an index of it that is made beside the traffic, and a column. */
const folder = fileURLToPath(new URL('./migrations-beside', import.meta.url));

let url: string;
let db: Db;

beforeEach(async () => {
  url = await createOwnDatabase({ isEmpty: true });
  db = createDatabase(url, { max: 3 });
  onTestFinished(() => db.close());
});

/** A transaction that was open before; `end` lets go of its snapshot. */
const holdSnapshot = async (): Promise<{ end(): Promise<void> }> => {
  const holder = createDatabase(url, {
    max: 1,
    limits: { lockMs: 60_000, statementMs: 60_000, idleMs: 60_000 },
  });
  const own = await holder.sql.reserve();
  await own`begin isolation level repeatable read`;
  await own`select 1 from pg_class limit 1`;
  const end = async (): Promise<void> => {
    own.release();
    await holder.close();
  };
  onTestFinished(end);
  return { end };
};

const findIndex = async () => {
  const [index] = await db.sql<{ isWhole: boolean }[]>`
    select indisvalid as is_whole from pg_index
    where indexrelid = to_regclass('shelves_counted_at')`;
  return index;
};

const untilHalfMade = () => expect.poll(findIndex).toEqual({ isWhole: false });

const countRun = async (): Promise<number> => {
  const [row] = await db.sql<{ run: number }[]>`
    select count(*)::int as run from drizzle.__drizzle_migrations`;
  return row?.run ?? 0;
};

describe('an index that is made beside the traffic', () => {
  it('comes in the order of the migrations', async () => {
    await migrate(url, { folder });
    expect(await findIndex()).toEqual({ isWhole: true });
    expect(await db.sql`select sku, note from shelves`).toEqual([]);
    expect(await countRun()).toBe(3);
    await migrate(url, { folder });
    expect(await countRun()).toBe(3);
  });

  it('waits for a transaction that was open before, while others write', async () => {
    const snapshot = await holdSnapshot();
    const migrated = migrate(url, { folder });
    await untilHalfMade();
    await db.sql`insert into shelves values ('LAMP', now())`;
    expect(await findIndex()).toEqual({ isWhole: false });
    await snapshot.end();
    await migrated;
    expect(await findIndex()).toEqual({ isWhole: true });
  });

  it('is made anew where a crash has left half of it', async () => {
    const snapshot = await holdSnapshot();
    const crashed = migrate(url, { folder }).catch((error: Error) => error);
    await untilHalfMade();
    await db.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'CREATE INDEX CONCURRENTLY%'`;
    expect(await crashed).toBeInstanceOf(Error);
    expect(await findIndex()).toEqual({ isWhole: false });
    await snapshot.end();
    await migrate(url, { folder });
    expect(await findIndex()).toEqual({ isWhole: true });
    expect(await countRun()).toBe(3);
  });

  it('does not wait for those who wait for their turn to migrate', async () => {
    const own = await db.sql.reserve();
    await own`select pg_advisory_lock(${migrationLock})`;
    const said: string[] = [];
    const log = (line: string): void => void (line.includes('waiting') && said.push(line));
    const all = [1, 2, 3].map(() => migrate(url, { folder, log }));
    await expect.poll(() => said.length).toBe(3);
    await own`select pg_advisory_unlock(${migrationLock})`;
    own.release();
    await Promise.all(all);
    expect(await findIndex()).toEqual({ isWhole: true });
    expect(await countRun()).toBe(3);
  });
});

describe('ordinary migrations', () => {
  it('run once, however many begin at the same time', async () => {
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(await db.sql`select from orders`).toEqual([]);
    await migrate(url);
  });
});
