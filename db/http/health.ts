import type { Sql } from '../client.ts';

/** `read_only` is a server that has lost its place to another one. */
export type DatabaseState = 'ok' | 'read_only' | 'unreachable';

/** What PostgreSQL can do for us, as far as it says so within that time. Never throws. */
export const findDatabaseState = async (sql: Sql, withinMs: number): Promise<DatabaseState> => {
  const answer = sql<{ transactionReadOnly: string }[]>`show transaction_read_only`.then(
    ([told]): DatabaseState => (told?.transactionReadOnly === 'off' ? 'ok' : 'read_only'),
    (): DatabaseState => 'unreachable',
  );
  const patience = new Promise<DatabaseState>((resolve) => {
    setTimeout(() => resolve('unreachable'), withinMs).unref();
  });
  return Promise.race([answer, patience]);
};
