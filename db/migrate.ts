import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as run } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { longGreeting, wayTo } from './connection/way.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number that nothing else locks. */
const migrationLock = 724_116_001;

/**
 * Brings the database to the newest schema. Safe to repeat, and safe when several processes do it
 * at once: the later ones wait and then find nothing left to do.
 */
export const migrate = async (url: string): Promise<void> => {
  const way = wayTo(url, Number.POSITIVE_INFINITY);
  // A migration takes as long as it takes, whatever the role is limited to.
  const sql = postgres(way.url, {
    ...way.options,
    max: 1,
    connection: { options: `-c statement_timeout=0 -c lock_timeout=0${longGreeting}` },
  });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await run(drizzle(sql), { migrationsFolder });
  } finally {
    await sql.end();
    way.close();
  }
};
