import type { Sql } from '../client.ts';

/** Whether PostgreSQL answers within that time. Never throws. */
export const isDatabaseReachable = async (sql: Sql, withinMs: number): Promise<boolean> => {
  const answer = sql`select 1`.then(
    () => true,
    () => false,
  );
  const patience = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), withinMs).unref();
  });
  return Promise.race([answer, patience]);
};
