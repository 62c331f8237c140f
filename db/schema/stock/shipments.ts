import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { RefusalCode } from '../../../workflows/domain/backorder/request.ts';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import { id, instant, isOneOf, json } from '../columns.ts';

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
    requested: json('requested').$type<Part[]>(),
    /** The units that the ledger shipped; null until it did. */
    lines: json('lines').$type<Part[]>(),
    carrier: text('carrier'),
    tracking: text('tracking'),
    /** Order time. */
    scannedAt: instant('scanned_at').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: text('status').$type<ShipmentStatus>().notNull(),
    code: text('code').$type<RefusalCode>(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.shipmentId] }),
    index('shipments_created').on(t.createdAt),
    check('shipments_status', isOneOf(t.status, shipmentStatuses)),
  ],
);
