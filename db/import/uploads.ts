import { and, eq, isNull, lt, sql as raw } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import type { FileLine } from '../schema/import/import-rows.ts';
import { type ImportKind, imports } from '../schema/import/imports.ts';

/** What one row of an import stands for; the rows of an order of several lines are one. */
export type NewRow = readonly [FileLine, ...FileLine[]];

/** Begins an import that nobody knows of yet. Returns the id of its upload. */
export const beginUpload = async (
  sql: Sql,
  { kind, columns }: { kind: ImportKind; columns: readonly string[] },
): Promise<string> => {
  const [begun] = await builder(sql)
    .insert(imports)
    .values({ kind, columns: [...columns] })
    .returning({ uploadId: imports.uploadId });
  if (!begun) throw new Error('an upload begins with a row');
  return begun.uploadId;
};

/** Adds rows to an upload. Fails once the upload is gone. */
export const addRows = async (
  sql: Sql,
  uploadId: string,
  rows: readonly NewRow[],
): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into import_rows (upload_id, line, lines)
    select ${uploadId}::uuid, line, lines::jsonb
    from unnest(
      ${rows.map(([first]) => first.line)}::int[], ${rows.map((row) => JSON.stringify(row))}::text[]
    ) as r (line, lines)`;
};

/**
 * All of the file has come: from now on it is an import, and waits to be done. Under an id that is
 * taken already the upload is a repetition, and is deleted.
 */
export const finishUpload = async (
  sql: Sql,
  file: { uploadId: string; importId: string; fileHash: string | null; total: number },
): Promise<void> => {
  const { uploadId, importId, fileHash, total } = file;
  const finished = await sql`
    update imports set
      import_id = ${importId}, file_hash = ${fileHash}, total = ${total}, queued_at = now(),
      state = ${total === 0 ? 'done' : 'waiting'}, ended_at = case when ${total === 0} then now() end
    where upload_id = ${uploadId}::uuid and import_id is null
      and not exists (select from imports where import_id = ${importId})`;
  if (finished.count === 0) await discardUpload(sql, uploadId);
};

/** Deletes what came of a file that is not to be done. */
export const discardUpload = async (sql: Sql, uploadId: string): Promise<void> => {
  await builder(sql)
    .delete(imports)
    .where(and(eq(imports.uploadId, uploadId), isNull(imports.importId)));
};

/** Deletes uploads whose process died, and imports that ended before that. Answers how many. */
export const deleteOldImports = async (
  sql: Sql,
  { endedDays, abandonedHours }: { endedDays: number; abandonedHours: number },
): Promise<number> => {
  const ended = await builder(sql)
    .delete(imports)
    .where(lt(imports.endedAt, raw`now() - ${endedDays} * interval '1 day'`));
  const abandoned = await builder(sql)
    .delete(imports)
    .where(
      and(
        isNull(imports.endedAt),
        isNull(imports.importId),
        lt(imports.createdAt, raw`now() - ${abandonedHours} * interval '1 hour'`),
      ),
    );
  return ended.count + abandoned.count;
};
