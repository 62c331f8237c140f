import { integer, pgTable } from 'drizzle-orm/pg-core';
import type { ScheduledMail } from '../../../workflows/domain/backorder/mail.ts';
import { id, instant, json } from '../columns.ts';

/**
 * What each order plans to send, so that mail of other orders of the same address can give way to
 * it or take it in. Only a plan: the order's workflow decides.
 */
export const mailPlans = pgTable('mail_plans', {
  orderId: id('order_id').primaryKey(),
  planNumber: integer('plan_number').notNull(),
  /** Order time. */
  entries: json('entries').$type<ScheduledMail[]>().notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
