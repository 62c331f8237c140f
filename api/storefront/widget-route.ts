import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { publicProblemAnswers } from '../http/openapi.ts';
import { answerBytes, etagOf } from './availability-answer.ts';
import { widgetScript } from './widget-script.ts';

/** The script of product pages, for pages of any origin. */
export const widgetRoutes = ({ config }: RouteDeps) => {
  const script = widgetScript(config.publicUrl);
  const sent = { body: script, etag: etagOf(script), type: 'text/javascript; charset=utf-8' };
  const headers = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
  return new OpenAPIHono<AppEnv>().openapi(route, (c) => {
    const answer = answerBytes({ ...sent, cacheControl, headers }, c.req.header('If-None-Match'));
    const { status, body } = answer;
    return body === null
      ? c.body(body, status, answer.headers)
      : c.body(body, status, answer.headers);
  });
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
