import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import type { Availability, RouteDeps, Tagged } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, publicProblemAnswers } from '../http/openapi.ts';
import { skuParams } from '../http/params.ts';
import { availability, availabilityQuery } from './availability-schema.ts';

const cacheControl = 'public, max-age=5, stale-while-revalidate=30';

/**
 * The availability that product pages show. Anybody may ask, from any origin, and caches may
 * answer.
 */
export const availabilityRoutes = ({ availability }: RouteDeps) => {
  const questions: Questions = new Map();
  const app = new OpenAPIHono<AppEnv>();
  app.get('/v1/availability/:sku', async (c, next) => {
    const known = questions.get(c.req.url);
    return known ? answer(c, await availability.find(known)) : next();
  });
  app.use('/v1/availability/*', cors({ origin: '*' }));
  return app.openapi(route, async (c) => {
    const { sku } = c.req.valid('param');
    const { quantity = 1, location = null } = c.req.valid('query');
    const question = { sku, location, quantity };
    if (questions.size >= keptQuestions) questions.clear();
    questions.set(c.req.url, question);
    // The schema speaks of the parsed body; these are its stored bytes.
    return answer(c, await availability.find(question)) as never;
  });
};

/** Questions of URLs that were found valid, so that a popular page is not parsed each time. */
type Questions = Map<string, Parameters<Availability['find']>[0]>;

const keptQuestions = 10_000;

const answer = (c: Context<AppEnv>, { body, etag }: Tagged): Response => {
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'Cache-Control': cacheControl,
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  };
  return isKnown(c.req.header('If-None-Match'), etag)
    ? c.body(null, 304, headers)
    : c.body(body, 200, { ...headers, 'Content-Type': 'application/json' });
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

/** Compares weakly, as RFC 9110 section 13.1.2 wants of If-None-Match. */
const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each === etag);
