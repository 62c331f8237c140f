import postgres from 'postgres';
import type { Db, Sql } from './client.ts';
import { begin } from './connection/guarded.ts';

const tries = 5;

/** Deadlock detected, and could not serialize: PostgreSQL undid everything, so try again. */
const passing = new Set(['40P01', '40001']);

/**
 * Runs `work` in one transaction and returns its result once committed. `work` may run several
 * times, so it must have no effect outside the database. Within a transaction it joins that one.
 */
export const inTransaction = async <T>(
  db: Pick<Db, 'sql'>,
  work: (sql: Sql) => Promise<T>,
): Promise<T> => {
  if ('savepoint' in db.sql) return work(db.sql);
  for (let left = tries - 1; ; left--) {
    try {
      return await begin(db.sql, work);
    } catch (error) {
      const again = error instanceof postgres.PostgresError && passing.has(error.code);
      if (!again || left === 0) throw error;
    }
  }
};

/** A transaction, for those who would begin their own: they join it. */
export const joined = (sql: Sql): Db => ({ sql: sql as Db['sql'], close: async () => {} });

/** Does all of `work` and then undoes it, so that its result tells what would have happened. */
export const rehearse = async <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> => {
  const undone = Symbol('undone');
  let result: { value: T } | undefined;
  try {
    await inTransaction(db, async (sql) => {
      result = { value: await work(joined(sql)) };
      throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  if (!result) throw new Error('a rehearsal ends with a result');
  return result.value;
};
