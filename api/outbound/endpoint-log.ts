import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { listDeliveries } from '../../db/outbound/deliveries.ts';
import { findEndpoint, listEndpoints } from '../../db/outbound/endpoints.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { listOf, page } from '../http/paging.ts';
import { id } from '../http/scalars.ts';
import { toDeliveryAnswer, toEndpointAnswer } from './endpoint-answer.ts';
import { deliveriesQuery, delivery, endpoint, endpointParams } from './endpoint-schema.ts';
import { noEndpoint } from './endpoints.ts';

/** Reads where others are told of events, and what became of that. */
export const endpointLogRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(list(deps), async (c) => {
      const { limit = 25, cursor } = c.req.valid('query');
      const after = decodeCursor(cursor, id);
      const rows = await listEndpoints(deps.db.sql, { after, limit: limit + 1 });
      const now = new Date().toISOString();
      const shown = toPage(rows, limit, {
        show: (row) => toEndpointAnswer(row, now),
        position: (row) => [row.createdAt, row.endpointId],
      });
      return c.json(shown, 200);
    })
    .openapi(read(deps), async (c) => {
      const found = await findEndpoint(deps.db.sql, c.req.valid('param').id);
      if (found === undefined) throw noEndpoint(c.req.valid('param').id);
      return c.json(toEndpointAnswer(found, new Date().toISOString()), 200);
    })
    .openapi(log(deps), async (c) => {
      const { id: endpointId } = c.req.valid('param');
      const { limit = 25, cursor, state } = c.req.valid('query');
      const after = decodeCursor(cursor, z.string().regex(/^\d{1,15}$/));
      if ((await findEndpoint(deps.db.sql, endpointId)) === undefined) throw noEndpoint(endpointId);
      const rows = await listDeliveries(deps.db.sql, {
        ...{ endpointId, state, before: after && Number(after.id), limit: limit + 1 },
      });
      const shown = toPage(rows, limit, {
        show: toDeliveryAnswer,
        position: (row) => [row.createdAt, String(row.seq)],
      });
      return c.json(shown, 200);
    });

const base = (deps: RouteDeps) => ({
  method: 'get' as const,
  tags: ['Webhooks'],
  ...guard(deps, 'admin'),
});

const list = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    path: '/v1/webhook-endpoints',
    summary: 'List the webhook endpoints, newest first',
    request: { query: page },
    responses: {
      200: jsonAnswer('A page of endpoints', listOf(endpoint)),
      ...problemAnswers('invalid_request'),
    },
  });

const read = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    path: '/v1/webhook-endpoints/{id}',
    summary: 'Read one webhook endpoint',
    request: { params: endpointParams },
    responses: { 200: jsonAnswer('The endpoint', endpoint), ...problemAnswers('not_found') },
  });

const log = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    path: '/v1/webhook-endpoints/{id}/deliveries',
    summary: 'List what an endpoint was told and is still to be told, newest first',
    request: { params: endpointParams, query: deliveriesQuery },
    responses: {
      200: jsonAnswer('A page of deliveries', listOf(delivery)),
      ...problemAnswers('not_found', 'invalid_request'),
    },
  });
