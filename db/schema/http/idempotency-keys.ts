import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, json } from '../columns.ts';

/** Answers to requests that carry an `Idempotency-Key`; without one yet, the call is in flight. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    principal: id('principal').notNull(),
    key: id('key').notNull(),
    route: text('route').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: integer('status'),
    response: json('response'),
    createdAt: instant('created_at').notNull().defaultNow(),
    lockedAt: instant('locked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.principal, t.key] }),
    index('idempotency_keys_created').on(t.createdAt),
  ],
);
