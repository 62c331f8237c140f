import { z } from 'zod';
import { parseSettings, sharedSettings } from './settings.ts';

const needed = z.object({
  DATABASE_URL: sharedSettings.DATABASE_URL.unwrap(),
});

/** The task queue that workers take from. */
export const readTaskQueue = (): string => {
  const schema = z.object({ TASK_QUEUE: sharedSettings.TASK_QUEUE });
  return parseSettings(process.env, { schema, needed: z.object({}) }).TASK_QUEUE;
};

/** The database that this process was told to change: no default, lest it be another one. */
export const readDatabaseUrl = (): string =>
  parseSettings(process.env, { schema: needed, needed }).DATABASE_URL;
