import { readDatabaseUrl } from './config.ts';
import { migrate } from './migrate.ts';

/** `npm run migrate`: brings the database that DATABASE_URL names to the newest schema. */
await migrate(readDatabaseUrl());
process.stdout.write('The database has the newest schema\n');
