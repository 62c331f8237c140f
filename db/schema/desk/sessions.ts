import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';
import { operators } from './operators.ts';

/** Who is signed in. Only the hash of what their browser holds is stored. Wall time. */
export const operatorSessions = pgTable(
  'operator_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    operatorId: id('operator_id')
      .notNull()
      .references(() => operators.operatorId, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When it was last used, to the minute. */
    seenAt: instant('seen_at').notNull().defaultNow(),
    /** At the latest, however much it is used. */
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [
    index('operator_sessions_operator').on(t.operatorId),
    index('operator_sessions_ends').on(t.endsAt),
  ],
);
