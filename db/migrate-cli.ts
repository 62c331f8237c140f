import { migrate } from './migrate.ts';

/** `npm run migrate`: brings the database that DATABASE_URL names to the newest schema. */
const url = process.env.DATABASE_URL;
if (url) {
  await migrate(url);
  process.stdout.write('The database has the newest schema\n');
} else {
  process.stderr.write('DATABASE_URL must name the database, postgres://user@host:port/name\n');
  process.exitCode = 1;
}
