import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import type { RouteDeps, Tagged } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, publicProblemAnswers } from '../http/openapi.ts';
import { skuParams } from '../http/params.ts';
import { answerWith } from './availability-answer.ts';
import {
  availabilities,
  availabilitiesQuery,
  availability,
  availabilityQuery,
} from './availability-schema.ts';
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
  app.openapi(one, async (c) => {
    const question = { sku: c.req.valid('param').sku, ...toAsking(c.req.valid('query')) };
    questions.one.keep(c.req.url, question);
    return send(c, await availability.find(question));
  });
  return app.openapi(many, async (c) => {
    const { sku: skus, ...query } = c.req.valid('query');
    const asked = { skus, ...toAsking(query) };
    questions.many.keep(c.req.url, asked);
    return send(c, await availability.findMany(asked));
  });
};

const toAsking = ({ quantity, location, locale }: z.output<typeof availabilityQuery>) => ({
  quantity: quantity ?? 1,
  location: location ?? null,
  locale: locale ?? 'en',
});

const send = (c: Context<AppEnv>, tagged: Tagged) => {
  const { status, body, headers } = answerWith(tagged, c.req.header('If-None-Match'));
  // The schema speaks of the parsed body; these are its stored bytes.
  return (body === null ? c.body(body, status, headers) : c.body(body, status, headers)) as never;
};

const notChanged = { 304: { description: 'Not changed since the ETag of If-None-Match' } };

const problems = ['invalid_request', 'too_many_requests', 'internal', 'unavailable'] as const;

const one = createRoute({
  method: 'get',
  path: '/v1/availability/{sku}',
  tags: ['Product page'],
  summary: 'Ask when an SKU ships',
  request: { params: skuParams, query: availabilityQuery },
  responses: {
    200: jsonAnswer('What a new checkout would be promised', availability),
    ...notChanged,
    ...publicProblemAnswers('not_found', ...problems),
  },
});

const many = createRoute({
  method: 'get',
  path: '/v1/availability',
  tags: ['Product page'],
  summary: 'Ask when many SKUs ship',
  request: { query: availabilitiesQuery },
  responses: {
    200: jsonAnswer('The same of each, in the order asked for', availabilities),
    ...notChanged,
    ...publicProblemAnswers(...problems),
  },
});
