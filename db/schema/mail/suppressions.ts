import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

export const suppressionReasons = ['bounced', 'complained', 'suppressed', 'manual'] as const;

export type SuppressionReason = (typeof suppressionReasons)[number];

/** Addresses that get no relationship mail, whatever they prefer. Wall time. */
export const suppressions = pgTable('suppressions', {
  /** As `addressKeyOf` names it, so that it outlives the address itself. */
  addressKey: text('address_key').primaryKey(),
  email: text('email'),
  reason: text('reason').$type<SuppressionReason>().notNull(),
  at: instant('at').notNull().defaultNow(),
  /** The mail that came back, if one did. */
  messageId: uuid('message_id'),
});
