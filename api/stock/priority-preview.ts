import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { previewMove } from '../../db/stock/queue/move-preview.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { orderParams } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { priorityTrial } from './operator-schema.ts';

/** How many of the orders that change places are named. */
const mostNamed = 10;

/** Whom another priority would have an order pass, or be passed by. */
export const priorityPreviewRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const { priority } = c.req.valid('json');
    const preview = await previewMove(deps.reads.sql, { orderId, priority });
    if (preview === undefined) throw problem('not_found');
    const { from, places, passed, more } = preview;
    const orders = passed.slice(0, mostNamed);
    const others = { count: passed.length, more, orders };
    const nobody = { count: 0, more: false, orders: [] };
    const isUp = priority > from;
    return c.json(
      {
        ...{ from, to: priority, places },
        passes: isUp ? others : nobody,
        passedBy: isUp ? nobody : others,
      },
      200,
    );
  });

const route = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/backorders/{orderId}/priority/preview',
    tags: ['Acts'],
    summary: 'See whom another priority would have a backorder pass; nothing changes',
    ...guard(deps, 'support'),
    request: { params: orderParams, body: jsonBody(priorityTrial) },
    responses: {
      200: jsonAnswer('What it would do at this moment', answer),
      ...problemAnswers(...bodyProblems, 'not_found'),
    },
  });

const others = z
  .object({
    count: z.int(),
    more: z.boolean().openapi({ description: 'There are more than count says' }),
    orders: z.array(z.string()).openapi({ description: 'The first ten of them' }),
  })
  .openapi('QueueOrders');

const answer = z
  .object({
    from: z.int(),
    to: z.int(),
    places: z
      .array(
        z.object({
          sku: z.string(),
          location: z.string(),
          waiting: z.int().openapi({ description: 'Units of this backorder that wait there' }),
          ahead: z.int().openapi({ description: 'Units that wait ahead of them now' }),
          aheadAfter: z.int().openapi({ description: 'Units that would wait ahead of them' }),
        }),
      )
      .openapi({ description: 'None when nothing of it waits, or its payment bars it' }),
    passes: others.openapi({ description: 'Orders ahead of it that it would come before' }),
    passedBy: others.openapi({ description: 'Orders behind it that would come before it' }),
  })
  .openapi('PriorityPreview');
