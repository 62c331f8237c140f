import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, publicProblemAnswers } from '../http/openapi.ts';
import { skuParams } from '../http/params.ts';
import { answerWith } from './availability-answer.ts';
import { availability, availabilityQuery } from './availability-schema.ts';
import type { KnownQuestions } from './known-questions.ts';

/**
 * The availability that product pages show. Anybody may ask, from any origin, and caches may
 * answer. What is valid is kept, so that `answerKnown` answers it from then on.
 */
export const availabilityRoutes = (
  { availability }: RouteDeps,
  { questions }: { questions: KnownQuestions },
) => {
  const app = new OpenAPIHono<AppEnv>();
  app.use('/v1/availability/*', cors({ origin: '*' }));
  return app.openapi(route, async (c) => {
    const { sku } = c.req.valid('param');
    const { quantity = 1, location = null } = c.req.valid('query');
    const question = { sku, location, quantity };
    questions.keep(c.req.url, question);
    const tagged = await availability.find(question);
    const { status, body, headers } = answerWith(tagged, c.req.header('If-None-Match'));
    // The schema speaks of the parsed body; these are its stored bytes.
    return (body === null ? c.body(body, status, headers) : c.body(body, status, headers)) as never;
  });
};

const route = createRoute({
  method: 'get',
  path: '/v1/availability/{sku}',
  tags: ['Stock'],
  summary: 'Ask when an SKU ships',
  request: { params: skuParams, query: availabilityQuery },
  responses: {
    200: jsonAnswer('What a new checkout would be promised', availability),
    304: { description: 'Not changed since the ETag of If-None-Match' },
    ...publicProblemAnswers(
      'not_found',
      'invalid_request',
      'too_many_requests',
      'internal',
      'unavailable',
    ),
  },
});
