import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, json } from '../columns.ts';

/** Another product, to look at meanwhile. */
type Related = { title: string; url: string; imageUrl?: string };

/** What mails and pages say of an SKU. */
export const products = pgTable('products', {
  sku: id('sku').primaryKey(),
  title: text('title').notNull(),
  url: text('url'),
  imageUrl: text('image_url'),
  highlights: json('highlights').$type<string[]>().notNull().default([]),
  related: json('related').$type<Related[]>().notNull().default([]),
  /** Units that may wait at once; null is any number. */
  backorderLimit: integer('backorder_limit'),
  /** Calendar days from arrival to shipment. */
  handlingDays: integer('handling_days').notNull().default(0),
  bodyHash: text('body_hash').notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
