import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { listDescribed, listSkuOutlooks } from '../../db/stock/skus.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { publicProblemAnswers } from '../http/openapi.ts';
import { sendBytes } from './availability-answer.ts';
import { createFeed } from './feed.ts';

/** The supplemental feed that Google Merchant Center fetches. */
export const feedRoutes = ({ reads, config }: RouteDeps) => {
  const getFeed = createFeed(
    {
      listDescribed: (page) => listDescribed(reads.sql, page),
      listOutlooks: (skus) => listSkuOutlooks(reads.sql, skus),
    },
    { timeZone: config.shopTimeZone },
  );
  return new OpenAPIHono<AppEnv>().openapi(route, async (c) => {
    const type = 'text/tab-separated-values; charset=utf-8';
    return sendBytes(c, { ...(await getFeed()), type, cacheControl });
  });
};

const cacheControl = 'public, max-age=60';

const route = createRoute({
  method: 'get',
  path: '/feeds/availability.tsv',
  tags: ['Product page'],
  summary: 'Read the availability of every product, for Google Merchant Center',
  responses: {
    200: {
      description: 'A supplemental feed: id, availability, availability_date',
      content: { 'text/tab-separated-values': { schema: z.string() } },
    },
    304: { description: 'Not changed since the ETag of If-None-Match' },
    ...publicProblemAnswers('too_many_requests', 'internal', 'unavailable'),
  },
});
