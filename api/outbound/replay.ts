import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { replayDelivery } from '../../db/outbound/deliveries.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { toDeliveryAnswer } from './endpoint-answer.ts';
import { delivery, deliveryParams } from './endpoint-schema.ts';

/** Tells an endpoint once more. */
export const replayRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(replay(deps), async (c) => {
    const { id: endpointId, deliveryId } = c.req.valid('param');
    const row = await replayDelivery(deps.db.sql, { endpointId, deliveryId });
    if (row === undefined) throw problem('not_found', { detail: 'There is no such delivery.' });
    return c.json(toDeliveryAnswer(row), 202);
  });

const replay = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/deliveries/{deliveryId}/replay',
    tags: ['Webhooks'],
    summary: 'Deliver an event once more, with the same webhook-id and the same bytes',
    ...guard(deps, 'admin'),
    request: { params: deliveryParams },
    responses: {
      202: jsonAnswer('It goes out now', delivery),
      ...problemAnswers('not_found', 'outcome_unknown'),
    },
  });
