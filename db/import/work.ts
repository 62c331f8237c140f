import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { FileLine, importRows, RowOutcome } from '../schema/import/import-rows.ts';
import type { imports } from '../schema/import/imports.ts';
import { ms } from '../sql.ts';

/** An import that this process does for a while. */
export type ClaimedImport = Pick<
  typeof imports.$inferSelect,
  'uploadId' | 'importId' | 'kind' | 'columns' | 'fileHash' | 'lastLine' | 'broken'
>;

/** A row that is still to be done. */
export type DueRow = { line: number; lines: FileLine[] };

/** What became of a row. */
export type DoneRow = Pick<typeof importRows.$inferSelect, 'line' | 'code' | 'detail'> & {
  outcome: RowOutcome;
};

/**
 * Claims the import that has waited longest for its turn, for `leaseMs`; undefined when there is
 * none. Of each kind only the oldest that has not ended is done, so that a newer file has the last
 * word. A claim that is not released by then is of a process that died.
 */
export const claimImport = async (
  sql: Sql,
  { leaseMs }: { leaseMs: number },
): Promise<ClaimedImport | undefined> => {
  const [claimed] = await sql<ClaimedImport[]>`
    with due as materialized (
      select upload_id from imports i
      where ended_at is null and queued_at is not null and claimed_until <= ${clock(sql)}
        and not exists (
          select from imports older
          where older.ended_at is null and older.kind = i.kind
            and (older.queued_at, older.upload_id) < (i.queued_at, i.upload_id))
      order by claimed_until limit 1 for update skip locked
    )
    update imports i set state = 'running', claimed_until = now() + ${ms(sql, leaseMs)}
    from due where i.upload_id = due.upload_id
    returning i.upload_id, i.import_id, i.kind, i.columns, i.file_hash, i.last_line, i.broken`;
  return claimed;
};

/** The next rows, in the order of the file. */
export const listDueRows = (
  sql: Sql,
  { uploadId, lastLine }: Pick<ClaimedImport, 'uploadId' | 'lastLine'>,
  limit: number,
): Promise<DueRow[]> => sql<DueRow[]>`
  select line, lines from import_rows
  where upload_id = ${uploadId}::uuid and line > ${lastLine} and outcome is null
  order by line limit ${limit}`;

/**
 * Writes down what became of rows, forgets what they said, and lets go of the claim: the next turn
 * comes after `restMs`. The import ends with its last row. A row that was recorded before keeps its
 * first outcome.
 */
export const recordRows = async (
  sql: Sql,
  { uploadId }: Pick<ClaimedImport, 'uploadId'>,
  { rows, broken, restMs }: { rows: readonly DoneRow[]; broken: number; restMs: number },
): Promise<void> => {
  await sql`
    with told as materialized (
      update import_rows r set lines = null, outcome = d.outcome, code = d.code, detail = d.detail
      from unnest(
        ${rows.map(({ line }) => line)}::int[], ${rows.map(({ outcome }) => outcome)}::text[],
        ${rows.map(({ code }) => code)}::text[], ${rows.map(({ detail }) => detail)}::text[]
      ) as d (line, outcome, code, detail)
      where r.upload_id = ${uploadId}::uuid and r.line = d.line and r.outcome is null
      returning r.outcome
    ), counted as (
      select count(*) as done, count(*) filter (where outcome = 'failed') as failed,
        count(*) filter (where outcome = 'unchanged') as unchanged
      from told
    )
    update imports i set
      done = i.done + c.done, failed = i.failed + c.failed, unchanged = i.unchanged + c.unchanged,
      broken = i.broken + ${broken}, last_line = greatest(i.last_line, ${rows.at(-1)?.line ?? 0}),
      claimed_until = now() + ${ms(sql, restMs)},
      state = case when i.done + c.done >= i.total then 'done' else i.state end,
      ended_at = case when i.done + c.done >= i.total then now() end
    from counted c where i.upload_id = ${uploadId}::uuid and i.ended_at is null`;
};

/** Ends an import before its last row. What was not done is forgotten. */
export const giveUpImport = async (
  sql: Sql,
  { uploadId }: Pick<ClaimedImport, 'uploadId'>,
): Promise<void> => {
  await sql`
    with over as (
      update imports set state = 'failed', ended_at = now()
      where upload_id = ${uploadId}::uuid and ended_at is null returning upload_id
    )
    delete from import_rows r using over
    where r.upload_id = over.upload_id and r.outcome is null`;
};
