import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { networks, postStates } from '../../db/schema/updates/posts.ts';
import { type KnownUpdate, listKnownUpdates, retractUpdate } from '../../db/updates/published.ts';
import { updateKinds } from '../../workflows/domain/updates/update.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { sku } from '../http/scalars.ts';

const newest = 100;

const known = z
  .object({
    id: z.uuid(),
    kind: z.enum(updateKinds),
    sku: z.string(),
    state: z.enum(['waiting', 'published', 'withdrawn']),
    reason: z.string().nullable().openapi({ description: 'Why it was withdrawn' }),
    note: z.string().nullable(),
    createdAt: z.string(),
    publishedAt: z.string().nullable(),
    posts: z.array(
      z.object({
        network: z.enum(networks),
        state: z.enum(postStates),
        url: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('StockUpdate');

/** What the public is told of stock, for operators: they see what waits, and take it back. */
export const updateRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(list(deps), async (c) => {
      const { sku: only } = c.req.valid('query');
      const rows = await listKnownUpdates(deps.reads.sql, { sku: only, limit: newest });
      return c.json({ data: rows.map(show) }, 200);
    })
    .openapi(retract(deps), async (c) => {
      const { updateId } = c.req.valid('param');
      if (!(await retractUpdate(deps.db.sql, updateId))) throw problem('not_found');
      return c.body(null, 204);
    });

const list = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/updates',
    tags: ['Stock'],
    summary: 'List public stock updates, also those that are not public yet',
    ...guard(deps, 'read'),
    request: { query: z.strictObject({ sku: sku.optional() }) },
    responses: {
      200: jsonAnswer(`The newest ${newest}`, z.object({ data: z.array(known) })),
      ...problemAnswers('invalid_request'),
    },
  });

const retract = (deps: RouteDeps) =>
  createRoute({
    method: 'delete',
    path: '/v1/updates/{updateId}',
    tags: ['Stock'],
    summary: 'Take a stock update back, before it is public or after',
    ...guard(deps, 'inventory'),
    request: { params: z.object({ updateId: z.uuid() }) },
    responses: {
      204: { description: 'It is not in the feeds; what was posted elsewhere stands' },
      ...problemAnswers('not_found'),
    },
  });

const show = (update: KnownUpdate): z.input<typeof known> => {
  const { updateId, withdrawnAt, withdrawnBecause, publishedAt, ...rest } = update;
  const state = withdrawnAt !== null ? 'withdrawn' : publishedAt ? 'published' : 'waiting';
  return { id: updateId, ...rest, publishedAt, state, reason: withdrawnBecause };
};
