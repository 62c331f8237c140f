import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { big, id, instant, json } from '../columns.ts';

/** The record of one backorder, as a person reads it. The key makes writing repeatable. */
export const timeline = pgTable(
  'timeline',
  {
    orderId: id('order_id').notNull(),
    key: id('key').notNull(),
    id: big('id').notNull().generatedAlwaysAsIdentity(),
    /** Order time. */
    at: instant('at').notNull(),
    type: text('type').notNull(),
    summary: text('summary').notNull(),
    detail: json('detail').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.key] }),
    index('timeline_oldest').on(t.orderId, t.at, t.id),
  ],
);
