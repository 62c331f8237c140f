import postgres from 'postgres';
import type { Db, Sql } from './client.ts';

const tries = 5;

/** Deadlock detected, and could not serialize: PostgreSQL undid everything, so try again. */
const passing = new Set(['40P01', '40001']);

/**
 * Runs `work` in one transaction and returns its result once committed. `work` may run several
 * times, so it must have no effect outside the database.
 */
export const inTransaction = async <T>(db: Db, work: (sql: Sql) => Promise<T>): Promise<T> => {
  for (let left = tries - 1; ; left--) {
    try {
      // postgres.js types the result as if a returned array were a list of queries.
      return (await db.sql.begin((sql) => work(sql))) as T;
    } catch (error) {
      const again = error instanceof postgres.PostgresError && passing.has(error.code);
      if (!again || left === 0) throw error;
    }
  }
};
