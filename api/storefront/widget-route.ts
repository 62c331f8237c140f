import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { publicProblemAnswers } from '../http/openapi.ts';
import { etagOf, sendBytes } from './availability-answer.ts';
import { widgetScript } from './widget-script.ts';

/** The script of product pages, for pages of any origin. */
export const widgetRoutes = ({ config }: RouteDeps) => {
  const script = widgetScript(config.publicUrl);
  const sent = { body: script, etag: etagOf(script), type: 'text/javascript; charset=utf-8' };
  const headers = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
  return new OpenAPIHono<AppEnv>().openapi(route, (c) =>
    sendBytes(c, { ...sent, cacheControl, headers }),
  );
};

/** Pages of an hour run the same script; it is looked at again while the old one serves. */
const cacheControl = 'public, max-age=3600, stale-while-revalidate=86400';

const route = createRoute({
  method: 'get',
  path: '/widget.js',
  tags: ['Product page'],
  summary: 'Load the element <backorder-status> of product pages',
  responses: {
    200: {
      description: 'A script, classic or module',
      content: { 'text/javascript': { schema: z.string() } },
    },
    304: { description: 'Not changed since the ETag of If-None-Match' },
    ...publicProblemAnswers('too_many_requests', 'internal'),
  },
});
