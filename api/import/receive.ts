import { createHash } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import { addRows, beginUpload, discardUpload, type NewRow } from '../../db/import/uploads.ts';
import type { FileLine } from '../../db/schema/import/import-rows.ts';
import type { ImportKind } from '../../db/schema/import/imports.ts';
import { type FieldError, problem } from '../http/problem.ts';
import { pointerTo, problemsOfHeader } from './check-header.ts';
import { groupLines } from './group.ts';
import { type Kind, kinds } from './kinds.ts';
import { inSlices, readBytes } from './read-bytes.ts';
import { readRecords } from './read-records.ts';

export const maxFileBytes = 64 * 1024 * 1024;
const maxRows = 500_000;
const batchRows = 500;
const batchChars = 512 * 1024;
const mostErrors = 100;

/** A file of which every row is stored, and that nobody knows of yet. */
export type Received = { uploadId: string; fileHash: string; total: number };

/**
 * Reads a file as it comes and stores its rows, a batch at a time, so that it never lies in memory
 * as a whole. Refuses it as a whole, before any row is done.
 */
export const receiveFile = async (
  db: Db,
  kindName: ImportKind,
  body: ReadableStream<Uint8Array>,
): Promise<Received> => {
  const hash = createHash('sha256');
  const records = readRecords(readBytes(body, { maxBytes: maxFileBytes, hash }));
  try {
    const header: FileLine | undefined = (await records.next()).value;
    const columns = checkedHeader(header?.cells, kinds[kindName]);
    const uploadId = await beginUpload(db.sql, { kind: kindName, columns });
    const total = await storeRows(db, { uploadId, columns, records, kind: kinds[kindName] });
    return { uploadId, fileHash: hash.digest('hex'), total };
  } finally {
    // Nothing more of a file is read that was refused.
    await records.return(undefined);
  }
};

/**
 * What a file has that was read whole already, without storing it. Refuses its columns and
 * rows as `receiveFile` would.
 */
export const inspectFile = async (
  kindName: ImportKind,
  text: string,
): Promise<{ columns: string[]; total: number }> => {
  const kind = kinds[kindName];
  const records = readRecords(bytesOf(text));
  const header: FileLine | undefined = (await records.next()).value;
  const columns = checkedHeader(header?.cells, kind);
  const errors: FieldError[] = [];
  let total = 0;
  const rows = groupLines(records, identityOf(kind, columns), kind.nested !== null);
  for await (const found of rows) {
    if ('problem' in found) errors.push(found.problem);
    else total++;
    if (errors.length >= mostErrors) break;
  }
  if (errors.length > 0) throw refused(errors);
  return { columns, total };
};

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield* inSlices(Buffer.from(text));
}

type Upload = {
  uploadId: string;
  columns: string[];
  records: AsyncGenerator<FileLine>;
  kind: Kind;
};

const storeRows = async (db: Db, { uploadId, columns, records, kind }: Upload): Promise<number> => {
  try {
    const rows = groupLines(records, identityOf(kind, columns), kind.nested !== null);
    return await store(db, uploadId, rows);
  } catch (error) {
    // What went wrong matters more; a sweep deletes what is left.
    await discardUpload(db.sql, uploadId).catch(() => {});
    throw error;
  }
};

const checkedHeader = (header: string[] | undefined, { columns }: Kind): string[] => {
  const errors = header
    ? problemsOfHeader(header, columns)
    : [{ pointer: pointerTo(1), detail: 'The file is empty; its first line names the columns' }];
  if (!header || errors.length > 0) throw refused(errors);
  return header;
};

const identityOf = ({ identity }: Kind, columns: readonly string[]) =>
  identity
    .map((name) => ({ name, index: columns.indexOf(name) }))
    .filter(({ index }) => index >= 0);

const store = async (
  db: Db,
  uploadId: string,
  rows: ReturnType<typeof groupLines>,
): Promise<number> => {
  const errors: FieldError[] = [];
  let batch: NewRow[] = [];
  let chars = 0;
  let total = 0;
  for await (const found of rows) {
    if ('problem' in found) errors.push(found.problem);
    else if (errors.length === 0) {
      batch.push(found.row);
      chars += lengthOf(found.row);
      total++;
    }
    if (errors.length >= mostErrors) break;
    if (total > maxRows) throw refused([tooMany]);
    if (batch.length >= batchRows || chars >= batchChars) {
      await addRows(db.sql, uploadId, batch);
      batch = [];
      chars = 0;
    }
  }
  if (errors.length > 0) throw refused(errors);
  await addRows(db.sql, uploadId, batch);
  return total;
};

const tooMany = { pointer: pointerTo(1), detail: `A file has at most ${maxRows} rows` };

const lengthOf = (row: NewRow): number =>
  row.reduce((sum, { cells }) => cells.reduce((all, cell) => all + cell.length, sum), 0);

const refused = (errors: readonly FieldError[]) => {
  const shown = errors.slice(0, mostErrors);
  const what = errors.length === 1 ? 'One thing is' : `${errors.length} things are`;
  const rest = errors.length > shown.length ? ` The first ${mostErrors} are listed.` : '';
  const detail = `${what} wrong with the file. Nothing was changed.${rest}`;
  return problem('invalid_request', { detail, errors: shown });
};
