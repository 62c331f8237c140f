import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { orders } from '../backorder/orders.ts';
import { id, instant } from '../columns.ts';

/** Every date the customer was told, with the evidence for it. Never overwritten. */
export const promises = pgTable(
  'promises',
  {
    orderId: id('order_id')
      .notNull()
      .references(() => orders.orderId),
    promiseId: id('promise_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    on: date('on', { mode: 'string' }),
    basis: text('basis'),
    reason: text('reason'),
    /** Order time. */
    statedAt: instant('stated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.promiseId] })],
);
