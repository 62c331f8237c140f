import { eq } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { imports } from '../schema/import/imports.ts';
import type { DoneRow } from './work.ts';

export type ImportRow = typeof imports.$inferSelect;

/** The import that callers know by this id. */
export const findImport = async (sql: Sql, importId: string): Promise<ImportRow | undefined> => {
  const [found] = await builder(sql).select().from(imports).where(eq(imports.importId, importId));
  return found;
};

/** The rows that are done, those that failed or all of them, in the order of the file. */
export const listDoneRows = (
  sql: Sql,
  asked: { uploadId: string; afterLine: number; isFailed: boolean; limit: number },
): Promise<DoneRow[]> => sql<DoneRow[]>`
  select line, outcome, code, detail from import_rows
  where upload_id = ${asked.uploadId}::uuid and line > ${asked.afterLine}
    and ${asked.isFailed ? sql`outcome = 'failed'` : sql`outcome is not null`}
  order by line limit ${asked.limit}`;
