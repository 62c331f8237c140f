import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/** Mails to the operator, each under a name of its own, so that each goes out once. Wall time. */
export const alerts = pgTable('alerts', {
  key: text('key').primaryKey(),
  at: instant('at').notNull().defaultNow(),
  sentAt: instant('sent_at'),
});
