import { z } from 'zod';
import { parseSettings, sharedSettings } from './settings.ts';

const needed = z.object({
  DATABASE_URL: sharedSettings.DATABASE_URL.unwrap(),
});

/** How workflows are started: the task queue that workers take from, and how leases are joined. */
export const readStartSettings = (): { taskQueue: string; joinLeasesMs: number } => {
  const { TASK_QUEUE, JOIN_LEASES_S } = sharedSettings;
  const schema = z.object({ TASK_QUEUE, JOIN_LEASES_S });
  const settings = parseSettings(process.env, { schema, needed: z.object({}) });
  return { taskQueue: settings.TASK_QUEUE, joinLeasesMs: settings.JOIN_LEASES_S };
};

/** The database that this process was told to change: no default, lest it be another one. */
export const readDatabaseUrl = (): string =>
  parseSettings(process.env, { schema: needed, needed }).DATABASE_URL;
