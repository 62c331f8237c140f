import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { WithdrawnBecause } from '../../../workflows/domain/promise/withdrawn.ts';
import { orders } from '../backorder/orders.ts';
import { id, instant } from '../columns.ts';

/**
 * Every date, or none, that was promised, with the evidence for it. Never overwritten. The
 * backorder accepts a promise, or it is withdrawn; until then it is not decided.
 */
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
    /** Order time: since when the backorder stands by it. */
    acceptedAt: instant('accepted_at'),
    /** Order time: when it was clear that the backorder never will. */
    withdrawnAt: instant('withdrawn_at'),
    /** A code, never free text. */
    withdrawnBecause: text('withdrawn_because').$type<WithdrawnBecause>(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.promiseId] }),
    // Those that one change of a supply has made share their id.
    index('promises_supply')
      .on(t.promiseId, t.orderId)
      .where(sql`${t.promiseId} like 'supply/%'`)
      .concurrently(),
    check('promises_end', sql`${t.acceptedAt} is null or ${t.withdrawnAt} is null`),
    check('promises_withdrawn', sql`(${t.withdrawnAt} is null) = (${t.withdrawnBecause} is null)`),
  ],
);
