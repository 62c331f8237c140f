import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';

/** New promises in the place of broken ones, whose workflow has not accepted them yet. */
export const promiseMoves = pgTable(
  'promise_moves',
  {
    orderId: id('order_id').notNull(),
    promiseId: id('promise_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.promiseId] })],
);
