import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { big, id, instant } from '../columns.ts';
import { type Bar, orders } from './orders.ts';

/** A line and where each of its units stands. `priority` … `barred` repeat the order's. */
export const lines = pgTable(
  'lines',
  {
    orderId: id('order_id')
      .notNull()
      .references(() => orders.orderId),
    lineId: id('line_id').notNull(),
    ordinal: smallint('ordinal').notNull(),
    sku: id('sku').notNull(),
    /** What it was called when it was bought; null where nobody had named it. */
    title: text('title'),
    location: id('location').notNull(),
    quantity: integer('quantity').notNull(),
    unitPrice: big('unit_price').notNull(),
    total: big('total').notNull(),
    waiting: integer('waiting').notNull(),
    kept: integer('kept').notNull().default(0),
    leased: integer('leased').notNull().default(0),
    firm: integer('firm').notNull().default(0),
    shipped: integer('shipped').notNull().default(0),
    cancelled: integer('cancelled').notNull().default(0),
    priority: integer('priority').notNull(),
    placedAt: instant('placed_at').notNull(),
    barred: text('barred').$type<Bar>(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.lineId] }),
    index('lines_queue')
      .on(t.sku, t.location, sql`(-${t.priority})`, t.placedAt, t.orderId)
      .where(sql`${t.waiting} > 0 and ${t.barred} is null`),
    index('lines_barred').on(t.sku).where(sql`${t.waiting} > 0 and ${t.barred} is not null`),
    index('lines_sku').on(t.sku, t.placedAt, t.orderId),
    check(
      'lines_add_up',
      sql`${t.quantity} = ${t.waiting} + ${t.kept} + ${t.leased} + ${t.firm} + ${t.shipped} + ${t.cancelled}`,
    ),
    check(
      'lines_not_negative',
      sql`least(${t.waiting}, ${t.kept}, ${t.leased}, ${t.firm}, ${t.shipped}, ${t.cancelled}) >= 0`,
    ),
  ],
);
