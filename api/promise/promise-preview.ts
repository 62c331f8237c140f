import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { previewPromise } from '../../db/promise/promise-preview.ts';
import { guard } from '../access/guard.ts';
import { promiseTrial } from '../backorder/acts-schema.ts';
import { getBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { orderParams } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { civilDate } from '../http/scalars.ts';
import { noticeFields } from './supply-schema.ts';

/** What another promise would have the customer told, and by when they have to answer. */
export const promisePreviewRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const { view } = await getBackorder({ ...deps, db: deps.reads }, orderId);
    if (view?.phase === 'shipped') throw problem('already_shipped');
    if (view?.phase === 'cancelled') throw problem('cancelled');
    const preview = await previewPromise(deps.reads.sql, orderId, c.req.valid('json').on);
    if (preview === undefined) throw problem('not_found');
    const { from, to, isTold: told, notice, answerBy, deadlineAt } = preview;
    const inLaw = { notice: notice?.kind ?? null, silence: notice?.silence ?? 'none' } as const;
    return c.json({ from, to, told, ...inLaw, answerBy, deadlineAt }, 200);
  });

const route = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/backorders/{orderId}/promise/preview',
    tags: ['Acts'],
    summary: 'See what another promise would mean in law; nothing changes',
    ...guard(deps, 'inventory'),
    request: { params: orderParams, body: jsonBody(promiseTrial) },
    responses: {
      200: jsonAnswer('What the promise would do at this moment', answer),
      ...problemAnswers(...bodyProblems, 'not_found', 'already_shipped', 'cancelled'),
    },
  });

const answer = z
  .object({
    from: civilDate.nullable().openapi({ description: 'The date that stands now' }),
    to: civilDate.nullable(),
    told: z.boolean().openapi({ description: 'A mail says so, be it only news' }),
    ...noticeFields,
    deadlineAt: z.string().nullable().openapi({
      description:
        'By when the goods must have left (EU, UK: arrived) from then on, unless somebody answers',
    }),
  })
  .openapi('PromisePreview');
