import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, json } from '../columns.ts';

/** Why to look, each once: a delivery of the platform, or an order that a pull has found. */
export const shopDeliveries = pgTable(
  'shop_deliveries',
  {
    shop: id('shop').notNull(),
    deliveryId: id('delivery_id').notNull(),
    about: json('about').$type<ShopSubject>().notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    handledAt: instant('handled_at'),
    attempts: integer('attempts').notNull().default(0),
    nextTryAt: instant('next_try_at').notNull().defaultNow(),
    detail: text('detail'),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.deliveryId] }),
    index('shop_deliveries_open').on(t.shop, t.nextTryAt).where(sql`${t.handledAt} is null`),
  ],
);

/** What to look at, in the platform's ids. */
export type ShopSubject =
  | { orderId: string }
  | { sku: string; location: string }
  | { itemId: string }
  | 'gone';
