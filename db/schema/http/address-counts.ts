import { integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';

/**
 * How often a busy address, or a page, asked without a key: what each process has counted in one
 * minute. Rows live for a minute or two, and the table is unlogged: after a crash it begins anew.
 */
export const addressCounts = pgTable(
  'address_counts',
  {
    minute: instant('minute').notNull(),
    /** A keyed hash, so that no address and no order is written down. */
    subject: id('subject').notNull(),
    process: uuid('process').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.minute, t.subject, t.process] })],
);
