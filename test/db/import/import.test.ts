import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, type Db } from '../../../db/client.ts';
import { findImport, listDoneRows } from '../../../db/import/read.ts';
import {
  addRows,
  beginUpload,
  deleteOldImports,
  discardUpload,
  finishUpload,
  type NewRow,
} from '../../../db/import/uploads.ts';
import {
  type ClaimedImport,
  claimImport,
  giveUpImport,
  listDueRows,
  recordRows,
} from '../../../db/import/work.ts';
import type { ImportKind } from '../../../db/schema/import/imports.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';
import { empty } from '../cast.ts';

let db: Db;

beforeAll(async () => {
  db = createDatabase(await createOwnDatabase(), { max: 4 });
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const leaseMs = 60_000;

/** An import of so many rows, in lines from 2 on. */
const upload = async (kind: ImportKind = 'products', total = 3): Promise<string> => {
  const uploadId = await beginUpload(db.sql, { kind, columns: ['sku', 'title'] });
  const rows = Array.from(
    { length: total },
    (_, n): NewRow => [{ line: n + 2, cells: [`P-${n}`, 'Lamp'] }],
  );
  await addRows(db.sql, uploadId, rows);
  const importId = `i-${randomUUID()}`;
  await finishUpload(db.sql, { uploadId, importId, fileHash: 'hash', total });
  return importId;
};

const claim = async (): Promise<ClaimedImport> => {
  const claimed = await claimImport(db.sql, { leaseMs });
  if (!claimed) throw new Error('nothing to claim');
  return claimed;
};

const record = (
  claimed: ClaimedImport,
  lines: number[],
  outcome: 'applied' | 'failed' = 'applied',
) =>
  recordRows(db.sql, claimed, {
    rows: lines.map((line) => ({ line, outcome, code: null, detail: null })),
    ...{ broken: 0, restMs: 0 },
  });

const dueLines = async (claimed: ClaimedImport, limit = 100) =>
  (await listDueRows(db.sql, claimed, limit)).map(({ line }) => line);

describe('an import', () => {
  test('goes on where it was, whoever does it', async () => {
    const importId = await upload();
    const first = await claim();
    expect(await dueLines(first, 2)).toEqual([2, 3]);
    await record(first, [2, 3]);
    expect(await findImport(db.sql, importId)).toMatchObject({
      state: 'running',
      done: 2,
      total: 3,
    });
    const second = await claim();
    expect(await dueLines(second)).toEqual([4]);
    await record(second, [4], 'failed');
    expect(await findImport(db.sql, importId)).toMatchObject({
      ...{ state: 'done', done: 3, failed: 1, endedAt: expect.any(String) },
    });
    expect(await claimImport(db.sql, { leaseMs })).toBeUndefined();
  });

  test('does the rows of a turn once more after a crash, and counts them once', async () => {
    const importId = await upload();
    const crashed = await claim();
    expect(await claimImport(db.sql, { leaseMs })).toBeUndefined();
    await db.sql`update imports set claimed_until = now()`;
    const next = await claim();
    expect(await dueLines(next)).toEqual([2, 3, 4]);
    await record(next, [2, 3]);
    // The first was only slow.
    await record(crashed, [2, 3], 'failed');
    expect(await findImport(db.sql, importId)).toMatchObject({ done: 2, failed: 0 });
    expect(await dueLines(await claim())).toEqual([4]);
  });

  test('forgets what a row says with its outcome', async () => {
    const importId = await upload();
    const { uploadId } = await claim();
    await record(await findClaimed(uploadId), [2]);
    const rows =
      await db.sql`select line, lines is null as forgotten from import_rows order by line`;
    expect(rows.map(({ forgotten }) => forgotten)).toEqual([true, false, false]);
    await giveUpImport(db.sql, { uploadId });
    expect(await findImport(db.sql, importId)).toMatchObject({ state: 'failed', done: 1 });
    expect(await db.sql`select line from import_rows`).toEqual([{ line: 2 }]);
  });

  test('waits for older ones of its kind, and for no other', async () => {
    const older = await upload('stock');
    await upload('stock');
    const other = await upload('products');
    const claimed = [await claim(), await claim()].map(({ importId }) => importId);
    expect(claimed.sort()).toEqual([older, other].sort());
    expect(await claimImport(db.sql, { leaseMs })).toBeUndefined();
  });

  test('shares its turns with the others', async () => {
    const ids = [await upload('stock'), await upload('products')];
    const turns: (string | null)[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const claimed = await claim();
      turns.push(claimed.importId);
      await recordRows(db.sql, claimed, { rows: [], broken: 0, restMs: 0 });
      await db.sql`select pg_sleep(0.005)`;
    }
    expect(turns.slice(0, 2).sort()).toEqual(ids.sort());
    expect(turns.slice(2)).toEqual(turns.slice(0, 2));
  });

  test('is claimed by one of many at once', async () => {
    await upload();
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimImport(db.sql, { leaseMs })));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('is one under its id, however often it is finished', async () => {
    const importId = await upload();
    const uploadId = await beginUpload(db.sql, { kind: 'products', columns: ['sku', 'title'] });
    await finishUpload(db.sql, { uploadId, importId, fileHash: 'hash', total: 0 });
    expect(await db.sql`select from imports`).toHaveLength(1);
    expect(await findImport(db.sql, importId)).toMatchObject({ total: 3 });
  });

  test('is deleted once it is old, and an upload that nobody finished', async () => {
    const old = { endedDays: 30, abandonedHours: 1 };
    const kept = await upload('stock');
    await upload();
    const claimed = await findClaimed((await uploadOf('products')).uploadId);
    await record(claimed, [2, 3, 4]);
    const abandoned = await beginUpload(db.sql, { kind: 'products', columns: ['sku', 'title'] });
    await addRows(db.sql, abandoned, [[{ line: 2, cells: ['P', 'Lamp'] }]]);
    expect(await deleteOldImports(db.sql, old)).toBe(0);
    await db.sql`
      update imports set created_at = created_at - interval '31 days',
        ended_at = ended_at - interval '31 days'`;
    expect(await deleteOldImports(db.sql, old)).toBe(2);
    expect(await db.sql`select import_id from imports`).toEqual([{ importId: kept }]);
    expect(await db.sql`select distinct upload_id from import_rows`).toHaveLength(1);
  });

  test('cannot be discarded any more', async () => {
    const importId = await upload();
    await discardUpload(db.sql, (await uploadOf('products')).uploadId);
    const found = await findImport(db.sql, importId);
    expect(found?.total).toBe(3);
  });
});

test('rows are found by index, however many are done', async () => {
  const importId = await upload('products', 20_000);
  const { uploadId } = await uploadOf('products');
  await db.sql`update import_rows set outcome = 'applied', lines = null where line < 19000`;
  await db.sql`analyze`;
  const [plan] = await db.sql`
    explain (analyze, format json)
    select line, lines from import_rows
    where upload_id = ${uploadId} and line > 18990 and outcome is null order by line limit 200`;
  expect(JSON.stringify(plan)).toMatch(/import_rows_upload_id_line_pk/);
  expect(JSON.stringify(plan)).toMatch(/"Rows Removed by Filter": ?9\b/);
  const rows = await listDoneRows(db.sql, { uploadId, afterLine: 5, isFailed: false, limit: 2 });
  expect(rows.map(({ line }) => line)).toEqual([6, 7]);
  expect(importId).toBeDefined();
});

async function uploadOf(kind: ImportKind): Promise<{ uploadId: string }> {
  const [found] = await db.sql<{ uploadId: string }[]>`
    select upload_id from imports where kind = ${kind} and import_id is not null`;
  if (!found) throw new Error(`no upload of ${kind}`);
  return found;
}

async function findClaimed(uploadId: string): Promise<ClaimedImport> {
  const [found] = await db.sql<ClaimedImport[]>`
    select * from imports where upload_id = ${uploadId}`;
  if (!found) throw new Error('no such upload');
  return found;
}
