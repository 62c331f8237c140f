import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { id, instant, json } from '../columns.ts';

/** What a product page of the shop says. */
export type ToldAvailability = { text: string; shipsOn: string | null; count: number };

/** The level of an item at a shop: what was read last, and what is to come of it. */
export const shopLevels = pgTable(
  'shop_levels',
  {
    shop: id('shop').notNull(),
    sku: id('sku').notNull(),
    location: id('location').notNull(),
    available: integer('available'),
    readAt: instant('read_at'),
    /** When that reading was counted; null while orders up to it are still to be taken in. */
    countedAt: instant('counted_at'),
    /** The first reading of a lower level, by how much, and whether it waits for a second. */
    lowerBy: integer('lower_by'),
    lowerAt: instant('lower_at'),
    nextReadAt: instant('next_read_at').notNull().defaultNow(),
    told: json('told').$type<ToldAvailability>(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.sku, t.location] })],
);
