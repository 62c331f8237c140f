import { expect } from 'vitest';
import type { Db } from '../../db/client.ts';

/** Returns once somebody waits for a lock in this database. */
export const untilLocksWait = async ({ sql }: Db): Promise<void> => {
  const count = async (): Promise<number> => {
    const [row] = await sql<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_locks
      where not granted
        and database = (select oid from pg_database where datname = current_database())`;
    return row?.waiting ?? 0;
  };
  await expect.poll(count).toBeGreaterThan(0);
};
