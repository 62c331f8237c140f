import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { DifferenceKind, Said } from '../../../workflows/domain/books/compare.ts';
import type { TheirIntent } from '../../../workflows/domain/books/order-books.ts';
import { big, id, instant, json } from '../columns.ts';

/** Each comparison of the provider's books with ours. Wall time. */
export const reconciliations = pgTable(
  'reconciliations',
  {
    runId: uuid('run_id').primaryKey(),
    startedAt: instant('started_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    /** From when on the provider's intents were read. */
    since: instant('since').notNull(),
    /** How many of those were ours, and with how many orders they were compared. */
    intents: integer('intents').notNull().default(0),
    orders: integer('orders').notNull().default(0),
  },
  (t) => [index('reconciliations_newest').on(t.startedAt)],
);

/**
 * What the two sides say differently. `ours` and `theirs` hold amounts and states, no names. Of the
 * kind `read`: an intent of the provider, until the run is finished.
 */
export const reconciliationDifferences = pgTable(
  'reconciliation_differences',
  {
    id: big('id').primaryKey().generatedAlwaysAsIdentity(),
    runId: uuid('run_id').notNull(),
    kind: text('kind').$type<DifferenceKind | 'read'>().notNull(),
    /** Null when no order of ours is known for it. */
    orderId: id('order_id'),
    providerIntentId: text('provider_intent_id'),
    ours: json('ours').$type<Said>().notNull().default({}),
    theirs: json('theirs').$type<Said | TheirIntent>().notNull().default({}),
  },
  (t) => [index('reconciliation_differences_run').on(t.runId, t.id)],
);
