import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, unique } from 'drizzle-orm/pg-core';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import type { SkipReason } from '../../../workflows/domain/stock/allocation.ts';
import { big, id, instant, json } from '../columns.ts';

/** `kept`: until the order is whole; else it may go. */
export type Filled = Part & { orderId: string; kept?: true };

export type Skipped = { orderId: string; reason: SkipReason };

/** One walk over the queue of a shelf that has free units, or a look at one order of it. */
export const walks = pgTable(
  'walks',
  {
    walkId: big('walk_id').primaryKey().generatedAlwaysAsIdentity(),
    sku: id('sku').notNull(),
    location: id('location').notNull(),
    restockId: id('restock_id'),
    /** The only order that can use more than before; null when it may be anyone. */
    onlyOrderId: id('only_order_id'),
    /** The last order that was dealt with. */
    cursorPriority: integer('cursor_priority'),
    cursorPlacedAt: instant('cursor_placed_at'),
    cursorOrderId: id('cursor_order_id'),
    /** Units of this shelf that the walk gave away, and those it last saw free. */
    allocated: big('allocated').notNull().default(0),
    leftFree: big('left_free').notNull().default(0),
    /** The first hundred of each. */
    filled: json('filled').$type<Filled[]>().notNull().default([]),
    skipped: json('skipped').$type<Skipped[]>().notNull().default([]),
    /** More was filled or skipped than the two lists hold. */
    more: boolean('more').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    doneAt: instant('done_at'),
  },
  (t) => [
    unique('walks_restock').on(t.restockId),
    index('walks_unfinished').on(t.sku, t.location).where(sql`${t.doneAt} is null`),
  ],
);
