import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Seen } from '../../../workflows/domain/connector/judge-order.ts';
import { id, instant, json } from '../columns.ts';

/** Orders of shops that are ours: where they are there, and what was seen of them last. */
export const shopOrders = pgTable(
  'shop_orders',
  {
    orderId: id('order_id').primaryKey(),
    shop: id('shop').notNull(),
    platformId: id('platform_id').notNull(),
    number: text('number').notNull(),
    url: text('url'),
    seen: json('seen').$type<Seen>().notNull(),
    /** Why it could not be taken in or followed; null when it was. */
    trouble: text('trouble'),
    /** To be looked at again by then, although nobody has told us to. */
    lookAt: instant('look_at'),
    /** The revision of its view up to which the platform was told. */
    toldRevision: integer('told_revision').notNull().default(-1),
    seenAt: instant('seen_at').notNull().defaultNow(),
  },
  (t) => [index('shop_orders_shop').on(t.shop, t.platformId)],
);
