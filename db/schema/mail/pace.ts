import { doublePrecision, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** How fast all workers together may call a mail provider. Wall time. */
export const mailPace = pgTable('mail_pace', {
  provider: text('provider').primaryKey(),
  /** Calls a second, as the provider last said. */
  perSecond: doublePrecision('per_second').notNull(),
  /** When the next call may go out, of any mail, and of mail that can wait. */
  nextAt: moment('next_at').notNull(),
  nextRelationshipAt: moment('next_relationship_at').notNull(),
});
