import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { findRun, listDifferences } from '../../db/books/runs.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { decodePosition, toPage } from '../http/cursor.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import {
  reconciliation,
  reconciliationQuery,
  reconciliationStarted,
} from './reconciliation-schema.ts';

/** Shows the differences between the payment provider's books and ours, and starts a comparison. */
export const reconciliationRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(read(deps), async (c) => {
      const { run: wanted, limit = 25, cursor } = c.req.valid('query');
      const after = decodePosition(cursor, position);
      // A page goes on with the run of the page before, whatever has finished since.
      const run = await findRun(deps.db, after?.[0] ?? wanted);
      if (!run) {
        if (after || wanted) throw problem('not_found', { detail: 'There is no such run.' });
        return c.json({ run: null, data: [], nextCursor: null }, 200);
      }
      const { runId } = run;
      const rows = await listDifferences(deps.db, {
        runId,
        after: after?.[1] ?? null,
        limit: limit + 1,
      });
      const page = toPage(rows, limit, {
        show: ({ id: _, ...difference }) => difference,
        position: ({ id }) => [runId, String(id)],
      });
      return c.json({ run, ...page }, 200);
    })
    .openapi(start(deps), async (c) => c.json({ workflowId: await deps.reconcile() }, 202));

const position = z.tuple([z.uuid(), z.string().regex(/^\d{1,15}$/)]);

const read = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/reconciliation',
    tags: ['Operations'],
    summary: "Read where the provider's books and ours differ",
    ...guard(deps, 'read'),
    request: { query: reconciliationQuery },
    responses: {
      200: jsonAnswer('A run and a page of its differences', reconciliation),
      ...problemAnswers('invalid_request', 'not_found'),
    },
  });

const start = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/reconciliation',
    tags: ['Operations'],
    summary: 'Compare the books now',
    ...guard(deps, 'admin'),
    responses: {
      202: jsonAnswer('Started, or started before in this minute', reconciliationStarted),
      ...problemAnswers('outcome_unknown'),
    },
  });
