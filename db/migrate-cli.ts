import { readDatabaseUrl } from './config.ts';
import { migrate } from './migrate.ts';

/** `npm run migrate`: brings the database that DATABASE_URL names to the newest schema. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
await migrate(readDatabaseUrl(), { log: say });
say('The database has the newest schema');
