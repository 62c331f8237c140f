import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { type BackorderFilter, listBackorders } from '../../db/backorder/read.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { listOf } from '../http/paging.ts';
import { orderParams } from '../http/params.ts';
import { id } from '../http/scalars.ts';
import { backorder } from './backorder-schema.ts';
import { backorderFilter } from './filter-schema.ts';
import { asSeenBy, showBackorder, showRow } from './show.ts';

/** Reads one backorder, and lists them. */
export const backorderRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(list(deps), async (c) => {
      const { limit = 25, cursor, ...query } = c.req.valid('query');
      const after = decodeCursor(cursor, id);
      const rows = await listBackorders(deps.db.sql, {
        filter: toFilter(query),
        after: after && { placedAt: after.at, orderId: after.id },
        limit: limit + 1,
      });
      const page = toPage(rows, limit, {
        show: (row) => asSeenBy(c, showRow(deps, row)),
        position: (row) => [row.placedAt, row.orderId],
      });
      return c.json(page, 200);
    })
    .openapi(read(deps), async (c) =>
      c.json(asSeenBy(c, await showBackorder(deps, c.req.valid('param').orderId)), 200),
    );

const list = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/backorders',
    tags: ['Backorders'],
    summary: 'List backorders, newest first',
    ...guard(deps, 'read'),
    request: { query: backorderFilter },
    responses: {
      200: jsonAnswer('A page of backorders', listOf(backorder)),
      ...problemAnswers('invalid_request'),
    },
  });

const read = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/backorders/{orderId}',
    tags: ['Backorders'],
    summary: 'Read one backorder',
    ...guard(deps, 'read'),
    request: { params: orderParams },
    responses: { 200: jsonAnswer('The backorder', backorder), ...problemAnswers('not_found') },
  });

type Query = Omit<z.output<typeof backorderFilter>, 'limit' | 'cursor'>;

const toFilter = ({ attention, ...query }: Query): BackorderFilter => ({
  ...query,
  ...(attention !== undefined && { attention: attention === 'true' }),
});
