import { index, integer, pgTable } from 'drizzle-orm/pg-core';
import { big, id, instant } from '../columns.ts';

/** Orders whose ledger changed and whose workflow has not heard of it yet. */
export const news = pgTable(
  'news',
  {
    orderId: id('order_id').primaryKey(),
    /** Grows with everything that happens; news is over only for the one that was delivered. */
    seq: big('seq').notNull().default(1),
    claimedUntil: instant('claimed_until'),
    /** Claims since the last success, the newest included. */
    attempts: integer('attempts').notNull().default(0),
    notBefore: instant('not_before').notNull().defaultNow(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [index('news_due').on(t.notBefore)],
);
