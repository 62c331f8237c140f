import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Money } from '../../../workflows/domain/money.ts';
import { id, instant, json } from '../columns.ts';

/** Another product, to look at meanwhile. */
export type Related = { title: string; url: string; imageUrl?: string; price?: Money };

/** Something to tell of a product while it is waited for. */
export type Story = { title: string; text: string; imageUrl?: string; url?: string };

/** What mails and pages say of an SKU. */
export const products = pgTable('products', {
  sku: id('sku').primaryKey(),
  title: text('title').notNull(),
  url: text('url'),
  imageUrl: text('image_url'),
  highlights: json('highlights').$type<(string | Story)[]>().notNull().default([]),
  related: json('related').$type<Related[]>().notNull().default([]),
  /** Units that may wait at once; null is any number. */
  backorderLimit: integer('backorder_limit'),
  /** Calendar days from arrival to shipment. */
  handlingDays: integer('handling_days').notNull().default(0),
  bodyHash: text('body_hash').notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
