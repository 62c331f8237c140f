import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { EventType } from '../../../workflows/domain/event-type.ts';
import { big, id, instant, isOneOf, json } from '../columns.ts';

export const deliveryStates = ['pending', 'delivered', 'failed'] as const;

/** One event for one endpoint. Written with the fact that it tells of. Wall time. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    endpointId: id('endpoint_id').notNull(),
    seq: big('seq').notNull().generatedAlwaysAsIdentity(),
    /** The `webhook-id` of every try. */
    deliveryId: uuid('delivery_id').notNull().defaultRandom(),
    /** Names the event, so that it is told once however often it is written. */
    key: id('key').notNull(),
    type: text('type').$type<EventType>().notNull(),
    orderId: id('order_id'),
    /** The order, the message or the SKU. */
    subject: id('subject').notNull(),
    /** What it says, where that was fixed when it happened. */
    data: json('data').$type<object>(),
    /** The bytes of every try, from the first on. */
    body: text('body'),
    /** How often personal data was taken out: a body that was made before is not kept. */
    redactions: integer('redactions').notNull().default(0),
    state: text('state').$type<(typeof deliveryStates)[number]>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: instant('due_at').notNull().defaultNow(),
    lastAttemptAt: instant('last_attempt_at'),
    /** The status that was answered, and a short reason where there was none. */
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
    deliveredAt: instant('delivered_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.endpointId, t.seq] }),
    unique('webhook_deliveries_id').on(t.deliveryId),
    unique('webhook_deliveries_key').on(t.endpointId, t.key),
    index('webhook_deliveries_due')
      .on(t.endpointId, t.dueAt, t.seq)
      .where(sql`${t.state} = 'pending'`),
    index('webhook_deliveries_state')
      .on(t.endpointId, t.state, t.seq)
      .where(sql`${t.state} <> 'delivered'`)
      .concurrently(),
    index('webhook_deliveries_order').on(t.orderId).where(sql`${t.orderId} is not null`),
    index('webhook_deliveries_old').on(t.createdAt),
    check('webhook_deliveries_state', isOneOf(t.state, deliveryStates)),
  ],
);
