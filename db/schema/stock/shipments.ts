import { check, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, isOneOf } from '../columns.ts';

/** What became of a report. */
export const shipmentStatuses = ['reported', 'accepted', 'refused'] as const;

export type ShipmentStatus = (typeof shipmentStatuses)[number];

/** What the carrier took, as reported, and what the ledger made of it. */
export const shipments = pgTable(
  'shipments',
  {
    orderId: id('order_id').notNull(),
    shipmentId: id('shipment_id').notNull(),
    /** The units asked for; null means every firm unit. */
    requested: jsonb('requested'),
    /** The units that the ledger shipped; null until it did. */
    lines: jsonb('lines'),
    carrier: text('carrier'),
    tracking: text('tracking'),
    /** Order time. */
    scannedAt: instant('scanned_at').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: text('status').notNull(),
    code: text('code'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.shipmentId] }),
    index('shipments_created').on(t.createdAt),
    check('shipments_status', isOneOf(t.status, shipmentStatuses)),
  ],
);
