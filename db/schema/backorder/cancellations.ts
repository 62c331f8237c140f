import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import type { StockAct } from '../../../workflows/domain/backorder/stock-act.ts';
import { id, instant, json } from '../columns.ts';

type Cancelled = Extract<StockAct, { type: 'cancel' }>;

/** Who cancelled what and why. The reason is free text and stays out of Temporal. */
export const cancellations = pgTable(
  'cancellations',
  {
    orderId: id('order_id').notNull(),
    cancelId: id('cancel_id').notNull(),
    by: text('by').$type<Cancelled['by']>().notNull(),
    reason: text('reason'),
    /** The units asked for; null means every open unit. */
    requested: json('requested').$type<Part[]>(),
    /** The units that the ledger cancelled; null until it did. */
    lines: json('lines').$type<Part[]>(),
    /** The give-up that it is of, which takes no unit but those that wait. */
    giveUpId: id('give_up_id'),
    /** Order time. */
    requestedAt: instant('requested_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.cancelId] })],
);
