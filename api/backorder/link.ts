import { OpenAPIHono } from '@hono/zod-openapi';
import { replaceLink } from '../../db/backorder/link.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { bareActRoute } from './act.ts';
import { answerAct } from './answer-act.ts';
import { getBackorder, showBackorder } from './show.ts';

/** Replaces the link to the customer's page, which may be in the wrong hands. */
export const linkRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const row = await getBackorder(deps, orderId);
    if (row.erasedAt) throw problem('erased');
    const by = c.get('principal').name;
    const answer = await answerAct(c, deps, { orderId, act: 'link' }, async (actId) => {
      await replaceLink(deps.db, { orderId, actId, by });
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });

const route = (deps: RouteDeps) =>
  bareActRoute(deps, {
    act: 'link',
    scope: 'support',
    summary: "Replace the link to the customer's page; the old one answers 410",
    problems: ['erased'],
  });
