import type { Sql } from './client.ts';

/** Now in whole milliseconds, as an instant is stored: one of this moment is never later than it. */
export const clock = (sql: Sql) => sql`now()::timestamptz(3)`;
