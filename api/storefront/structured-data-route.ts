import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { publicProblemAnswers } from '../http/openapi.ts';
import { skuParams } from '../http/params.ts';
import { etagOf, sendBytes } from './availability-answer.ts';
import { structuredDataOf, toScriptJson } from './structured-data.ts';

/** What a shop's server puts into the HTML of its product page. */
export const structuredDataRoutes = ({ availability, config }: RouteDeps) => {
  const app = new OpenAPIHono<AppEnv>();
  app.use('/v1/structured-data/*', cors({ origin: '*' }));
  return app.openapi(route, async (c) => {
    const { sku } = c.req.valid('param');
    const { outlook, today } = await availability.look(sku);
    const timeZone = config.shopTimeZone;
    const data = toScriptJson(structuredDataOf(sku, outlook, { today, timeZone }));
    return sendBytes(c, { body: data, etag: etagOf(data), type: 'application/ld+json' });
  });
};

const route = createRoute({
  method: 'get',
  path: '/v1/structured-data/{sku}',
  tags: ['Product page'],
  summary: 'Read an SKU as JSON-LD',
  request: { params: skuParams },
  responses: {
    200: {
      description: 'schema.org/Product with an Offer; safe within a script element of HTML',
      content: { 'application/ld+json': { schema: z.looseObject({}) } },
    },
    304: { description: 'Not changed since the ETag of If-None-Match' },
    ...publicProblemAnswers(
      ...(['not_found', 'invalid_request', 'too_many_requests'] as const),
      ...(['internal', 'unavailable'] as const),
    ),
  },
});
