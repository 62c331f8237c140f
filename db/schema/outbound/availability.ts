import { date, index, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { big, id, instant } from '../columns.ts';

/** What was last told of the availability of one unit of an SKU. */
export const toldAvailability = pgTable('told_availability', {
  sku: id('sku').primaryKey(),
  state: text('state').notNull(),
  shipsOn: date('ships_on', { mode: 'string' }),
  toldAt: instant('told_at').notNull().defaultNow(),
});

/**
 * SKUs whose availability may have changed, in the order in which they came up. An SKU may stand
 * here often: nobody who writes one waits for another.
 */
export const touchedSkus = pgTable(
  'touched_skus',
  {
    touchId: big('touch_id').primaryKey().generatedAlwaysAsIdentity(),
    sku: id('sku').notNull(),
    dueAt: instant('due_at').notNull().defaultNow(),
  },
  (t) => [index('touched_skus_due').on(t.dueAt, t.touchId)],
);

/** One row: who holds it looks at touched SKUs. `day`: the shop's day for which all were touched. */
export const availabilityWatch = pgTable('availability_watch', {
  watchId: smallint('watch_id').primaryKey(),
  day: date('day', { mode: 'string' }).notNull(),
});
