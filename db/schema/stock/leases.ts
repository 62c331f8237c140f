import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { type Lease, leaseStates } from '../../../workflows/domain/backorder/snapshot.ts';
import { orders } from '../backorder/orders.ts';
import { big, id, instant, isOneOf } from '../columns.ts';

/** Units set aside together for one order. A lease whose units are all gone is deleted. */
export const leases = pgTable(
  'leases',
  {
    leaseId: id('lease_id').primaryKey(),
    orderId: id('order_id')
      .notNull()
      .references(() => orders.orderId),
    /** The order's ledger revision that made it: the lower, the older. */
    revision: big('revision').notNull(),
    state: text('state').$type<Lease['state']>().notNull(),
    /** Wall time. */
    endsAt: instant('ends_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('leases_order').on(t.orderId, t.revision),
    index('leases_ending').on(t.endsAt).where(sql`${t.state} = 'leased'`),
    check('leases_state', isOneOf(t.state, leaseStates)),
  ],
);

export const leaseUnits = pgTable(
  'lease_units',
  {
    leaseId: id('lease_id')
      .notNull()
      .references(() => leases.leaseId, { onDelete: 'cascade' }),
    lineId: id('line_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.leaseId, t.lineId] }),
    check('lease_units_positive', sql`${t.quantity} > 0`),
  ],
);
