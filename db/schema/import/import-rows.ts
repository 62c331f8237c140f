import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { isOneOf, json } from '../columns.ts';
import { imports } from './imports.ts';

export const rowOutcomes = ['applied', 'unchanged', 'failed'] as const;

export type RowOutcome = (typeof rowOutcomes)[number];

/** One line of a file. An order of several lines is one row. */
export type FileLine = { line: number; cells: string[] };

/** The acts of an import, each with what became of it. */
export const importRows = pgTable(
  'import_rows',
  {
    uploadId: uuid('upload_id')
      .notNull()
      .references(() => imports.uploadId, { onDelete: 'cascade' }),
    /** Of the first, as the file has it; the names of the columns are line 1. */
    line: integer('line').notNull(),
    /** What the file says. It goes with the outcome, because it may hold names and addresses. */
    lines: json('lines').$type<FileLine[]>(),
    outcome: text('outcome').$type<RowOutcome>(),
    code: text('code'),
    detail: text('detail'),
  },
  (t) => [
    primaryKey({ columns: [t.uploadId, t.line] }),
    check('import_rows_outcome', isOneOf(t.outcome, rowOutcomes)),
    index('import_rows_failed').on(t.uploadId, t.line).where(sql`${t.outcome} = 'failed'`),
  ],
);
