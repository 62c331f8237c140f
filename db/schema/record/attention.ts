import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import { id, instant } from '../columns.ts';

/** What was raised about an order from outside its workflow, whose views leave it alone. */
export const attention = pgTable(
  'attention',
  {
    orderId: id('order_id').notNull(),
    code: text('code').$type<AttentionCode>().notNull(),
    /** Order time; `raisedAt` is wall time. */
    at: instant('at').notNull(),
    /** The law's own deadline, where there is one; order time. */
    dueAt: instant('due_at'),
    raisedAt: instant('raised_at').notNull().defaultNow(),
    /** When a person answered. The row stays while its cause does, so that nobody is asked again. */
    resolvedAt: instant('resolved_at'),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.code] }), index('attention_code').on(t.code)],
);
