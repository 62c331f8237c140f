import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';

/** What mails and pages say of an SKU. */
export const products = pgTable('products', {
  sku: id('sku').primaryKey(),
  title: text('title').notNull(),
  url: text('url'),
  imageUrl: text('image_url'),
  highlights: jsonb('highlights').notNull().default([]),
  related: jsonb('related').notNull().default([]),
  backorderLimit: integer('backorder_limit'),
  handlingDays: integer('handling_days').notNull().default(0),
  bodyHash: text('body_hash').notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
