import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { NoticeTerms } from '../../../workflows/domain/backorder/law.ts';
import type { Supply } from '../../../workflows/domain/promise/outlook.ts';
import type { Toll } from '../../../workflows/domain/promise/toll.ts';
import type { CivilDate, Instant } from '../../../workflows/domain/time.ts';
import { big, id, instant, json } from '../columns.ts';

/** An order whose promise cannot be kept: the date it was told, and the one it has now, if any. */
export type Broken = {
  orderId: string;
  from: CivilDate;
  to: CivilDate | null;
  /** The evidence for the new date, or for there being none. */
  basis: string;
  /** The notice that the law wants of it, as things stood; null when it wants none. */
  notice: NoticeTerms | null;
  /** Whether the customer hears of it by mail, be it only news. */
  isTold: boolean;
  /** The end of the last day to answer the notice; null where silence does nothing. */
  answerBy: Instant | null;
  /** When the order ends if nobody answers; null when it does not. */
  cancelledAt: Instant | null;
};

/** What a walk has counted so far, also of those that are not listed. */
export type WalkToll = Toll & { walked: number };

/** One walk over the queue of a shelf whose supply changed, to find the promises that break. */
export const supplyChanges = pgTable(
  'supply_changes',
  {
    supplyId: id('supply_id').notNull(),
    revision: integer('revision').notNull(),
    sku: id('sku').notNull(),
    location: id('location').notNull(),
    /** What was to come to the shelf until the change. */
    before: json('before').$type<Supply[]>().notNull(),
    /** The last order that was dealt with. */
    cursorPriority: integer('cursor_priority'),
    cursorPlacedAt: instant('cursor_placed_at'),
    cursorOrderId: id('cursor_order_id'),
    /** Orders whose projected date is another one than before the change. */
    moved: big('moved').notNull().default(0),
    /** The first hundred orders whose promise broke. */
    broken: json('broken').$type<Broken[]>().notNull().default([]),
    /** Empty until the first page is done. */
    notices: json('notices').$type<WalkToll | Record<string, never>>().notNull().default({}),
    more: boolean('more').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    doneAt: instant('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.supplyId, t.revision, t.sku, t.location] }),
    index('supply_changes_unfinished').on(t.createdAt).where(sql`${t.doneAt} is null`),
  ],
);
