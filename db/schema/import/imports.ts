import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, isOneOf, json } from '../columns.ts';

export const importKinds = ['products', 'stock', 'supplies', 'backorders'] as const;

export type ImportKind = (typeof importKinds)[number];

/** `uploading`: nobody knows of it yet, and what is not complete within the hour is deleted. */
export const importStates = ['uploading', 'waiting', 'running', 'done', 'failed'] as const;

/** Files that were uploaded, and how far each has come. */
export const imports = pgTable(
  'imports',
  {
    /** Of the upload; one that turns out to be a repetition is deleted again. */
    uploadId: uuid('upload_id').primaryKey().defaultRandom(),
    /** What callers know it by; null until all of it has come. */
    importId: id('import_id').unique(),
    kind: text('kind').$type<ImportKind>().notNull(),
    state: text('state').$type<(typeof importStates)[number]>().notNull().default('uploading'),
    /** The first line. */
    columns: json('columns').$type<string[]>().notNull(),
    /** Of its bytes, for ids that a file leaves out; null where it would prove a guess of a name. */
    fileHash: text('file_hash'),
    total: integer('total').notNull().default(0),
    done: integer('done').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    /** Rows that failed by a fault of ours; too many end the import. */
    broken: integer('broken').notNull().default(0),
    /** The line of the last row that was done. */
    lastLine: integer('last_line').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When all of it had come. Imports of one kind go one after another in this order. */
    queuedAt: instant('queued_at'),
    /** Not to be claimed before: another process is at it, or it has to rest. */
    claimedUntil: instant('claimed_until').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('imports_kind', isOneOf(t.kind, importKinds)),
    check('imports_state', isOneOf(t.state, importStates)),
    index('imports_open').on(t.kind, t.queuedAt).where(sql`${t.endedAt} is null`),
    index('imports_ended').on(t.endedAt).where(sql`${t.endedAt} is not null`),
  ],
);
