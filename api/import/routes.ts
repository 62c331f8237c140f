import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { findImport, type ImportRow, listDoneRows } from '../../db/import/read.ts';
import { discardUpload, finishUpload } from '../../db/import/uploads.ts';
import { type ImportKind, importKinds } from '../../db/schema/import/imports.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { decodePosition, toPage } from '../http/cursor.ts';
import type { AppEnv } from '../http/env.ts';
import { answerOnce } from '../http/idempotency.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { accepted, importAnswer, importParams, rowsQuery } from './import-schema.ts';
import { kinds } from './kinds.ts';
import { tooLarge } from './read-bytes.ts';
import { maxFileBytes, receiveFile } from './receive.ts';

/** Files of many acts, which are done in the background. */
export const importRoutes = (deps: RouteDeps) => {
  const routes = new OpenAPIHono<AppEnv>();
  for (const kind of importKinds) {
    routes.openapi(upload(deps, kind), async (c) => {
      checkHeaders(c);
      const importId = await take(c, deps, kind);
      c.header('Location', `/v1/import/${importId}`);
      return c.json({ importId }, 202);
    });
  }
  return routes.openapi(read(deps), async (c) => {
    const { importId } = c.req.valid('param');
    const { failed, limit = 100, cursor } = c.req.valid('query');
    const found = await findImport(deps.reads.sql, importId);
    if (!found) throw problem('not_found', { detail: `There is no import ${importId}.` });
    checkReader(c, found);
    const after = decodePosition(cursor, z.tuple([z.string().regex(/^\d{1,9}$/), z.literal('')]));
    const rows = await listDoneRows(deps.reads.sql, {
      uploadId: found.uploadId,
      afterLine: Number(after?.[0] ?? 0),
      isFailed: failed === 'true',
      limit: limit + 1,
    });
    const page = toPage(rows, limit, {
      show: ({ line, outcome, code, detail }) => ({
        ...{ line, ok: outcome !== 'failed', code, detail, unchanged: outcome === 'unchanged' },
      }),
      position: ({ line }) => [String(line), ''],
    });
    return c.json({ ...shown(found, importId), rows: page.data, nextCursor: page.nextCursor }, 200);
  });
};

const upload = (deps: RouteDeps, kind: ImportKind) =>
  createRoute({
    method: 'post',
    path: `/v1/import/${kind}`,
    tags: ['Stock'],
    summary: `Upload a file of ${kind}`,
    description:
      'CSV in UTF-8, up to 64 MB. Each row is done in the background, whole or not at all.',
    ...guard(deps, kinds[kind].scope),
    request: {
      body: {
        required: true as const,
        content: { 'text/csv': { schema: z.string().openapi({ example: exampleOf(kind) }) } },
      },
    },
    responses: {
      202: jsonAnswer('The file is complete, and its rows are done one after another', accepted),
      ...problemAnswers(
        'invalid_header',
        'payload_too_large',
        'unsupported_media_type',
        'invalid_request',
        'in_flight',
        'idempotency_key_reused',
        'outcome_unknown',
      ),
    },
  });

/** The columns without which a file is refused. */
const exampleOf = (kind: ImportKind): string =>
  `${kinds[kind].columns
    .filter(({ isRequired }) => isRequired)
    .map(({ name }) => name)
    .join(',')}\r\n`;

const read = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/import/{importId}',
    tags: ['Stock'],
    summary: 'How far an uploaded file has come, and what became of its rows',
    ...guard(deps, 'read', 'inventory', 'checkout'),
    request: { params: importParams, query: rowsQuery },
    responses: {
      200: jsonAnswer('The import', importAnswer),
      ...problemAnswers('not_found', 'invalid_request'),
    },
  });

/** Refuses before anything is read what is no text in UTF-8, or says that it is too large. */
const checkHeaders = (c: Context<AppEnv>): void => {
  const [type = '', ...parameters] = (c.req.header('Content-Type') ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([\w-]+)"?\s*$/.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  const isText = type.trim() === 'text/csv' && /^(utf-?8|us-ascii)$/.test(charset ?? 'utf-8');
  const encoding = c.req.header('Content-Encoding') ?? 'identity';
  if (!isText || encoding !== 'identity') {
    const detail = 'Send Content-Type: text/csv, in UTF-8 and not compressed.';
    throw problem('unsupported_media_type', { detail });
  }
  if (Number(c.req.header('Content-Length') ?? 0) > maxFileBytes) throw tooLarge(maxFileBytes);
};

/** Stores the file, and makes it an import unless an earlier request with its key has done so. */
const take = async (c: Context<AppEnv>, deps: RouteDeps, kind: ImportKind): Promise<string> => {
  const { db } = deps;
  const body = c.req.raw.body ?? new Blob([]).stream();
  const { uploadId, fileHash, total } = await receiveFile(db, kind, body);
  try {
    const same = { toStored: (id: string) => id, ofStored: async (id: string) => id };
    const call = { db, route: `/v1/import/${kind}`, body: { fileHash }, ...same };
    return await answerOnce(c, call, async (actId) => {
      const importId = `i-${actId}`;
      // The hash of a file of orders would prove a guess of whom they are for.
      const kept = kind === 'backorders' ? null : fileHash;
      await finishUpload(db.sql, { uploadId, importId, fileHash: kept, total });
      return importId;
    });
  } finally {
    // Unless it has become an import; a sweep deletes what is left.
    await discardUpload(db.sql, uploadId).catch(() => {});
  }
};

/** An import is read by those who may upload it, and by those who may read everything. */
const checkReader = (c: Context<AppEnv>, { kind }: ImportRow): void => {
  const { scope } = kinds[kind];
  const { scopes } = c.get('principal');
  if (['admin', 'read', scope].some((allowed) => scopes.includes(allowed))) return;
  const detail = `The key lacks the scope read or ${scope}.`;
  throw problem('missing_scope', { detail });
};

const shown = (found: ImportRow, importId: string) => {
  const { kind, total, done, failed, unchanged } = found;
  const { createdAt, endedAt } = found;
  // Whoever knows its id knows that all of it has come.
  const state = found.state === 'uploading' ? ('waiting' as const) : found.state;
  return { importId, kind, state, total, done, failed, unchanged, createdAt, endedAt };
};
