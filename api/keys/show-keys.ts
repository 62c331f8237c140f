import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { type ApiKey, keyIdOf, listApiKeys } from '../../db/http/api-keys.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { page } from '../http/paging.ts';
import { type key, keyList, keyParams } from './key-schema.ts';

/** Who may call the API. */
export const shownKeyRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(list(deps), async (c) => {
    const { limit = 25, cursor } = c.req.valid('query');
    const after = decodeCursor(cursor, keyParams.shape.keyId);
    const rows = await listApiKeys(deps.db.sql, { after, limit: limit + 1 });
    const shown = toPage(rows, limit, {
      show: toKeyAnswer,
      position: (row) => [row.createdAt, keyIdOf(row.keyHash)],
    });
    return c.json(shown, 200);
  });

export const toKeyAnswer = (row: ApiKey): z.output<typeof key> => ({
  id: keyIdOf(row.keyHash),
  name: row.name,
  scopes: row.scopes,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  expiresAt: row.expiresAt,
});

const list = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/keys',
    tags: ['Operations'],
    summary: 'List the keys that are valid, oldest first',
    ...guard(deps, 'admin'),
    request: { query: page },
    responses: {
      200: jsonAnswer('A page of keys, none of them itself', keyList),
      ...problemAnswers('invalid_request'),
    },
  });
