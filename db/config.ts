import { z } from 'zod';
import { lawRulesOf, parseSettings, sharedSettings } from './settings.ts';

const needed = z.object({
  DATABASE_URL: sharedSettings.DATABASE_URL.unwrap(),
});

/** How workflows are started: the task queue that workers take from, and how leases are joined. */
export const readStartSettings = () => {
  const { TASK_QUEUE, JOIN_LEASES_S } = sharedSettings;
  const { NOTICE_LEAD_DAYS, LATE_SHIP_DAYS, UNATTENDED_NOTICES } = sharedSettings;
  const law = { NOTICE_LEAD_DAYS, LATE_SHIP_DAYS, UNATTENDED_NOTICES };
  const schema = z.object({ TASK_QUEUE, JOIN_LEASES_S, ...law });
  const settings = parseSettings(process.env, { schema, needed: z.object({}) });
  const { TASK_QUEUE: taskQueue, JOIN_LEASES_S: joinLeasesMs } = settings;
  return { taskQueue, joinLeasesMs, law: lawRulesOf(settings) };
};

/** The database that this process was told to change: no default, lest it be another one. */
export const readDatabaseUrl = (): string =>
  parseSettings(process.env, { schema: needed, needed }).DATABASE_URL;
