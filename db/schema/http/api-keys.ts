import { pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns.ts';

/** Who may call the API. Only the hash of a key is ever stored. */
export const apiKeys = pgTable('api_keys', {
  keyHash: id('key_hash').primaryKey(),
  name: text('name').notNull(),
  scopes: text('scopes').array().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at'),
  /** To some minutes. Wall time; null: never since this is noted. */
  lastUsedAt: instant('last_used_at'),
});
