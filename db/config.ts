import { z } from 'zod';
import { parseSettings, sharedSettings } from './settings.ts';

const needed = z.object({
  DATABASE_URL: sharedSettings.DATABASE_URL.unwrap(),
});

/** The database that this process was told to change: no default, lest it be another one. */
export const readDatabaseUrl = (): string =>
  parseSettings(process.env, { schema: needed, needed }).DATABASE_URL;
