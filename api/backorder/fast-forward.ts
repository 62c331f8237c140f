import { OpenAPIHono } from '@hono/zod-openapi';
import { dayMs, hourMs } from '../../workflows/domain/time.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { actRoute } from './act.ts';
import { fastForward } from './acts-schema.ts';
import { answerAct } from './answer-act.ts';
import { getBackorder, showBackorder } from './show.ts';

/** Moves the time of one backorder on. There is no such call unless it is configured. */
export const fastForwardRoutes = (deps: RouteDeps) => {
  const routes = new OpenAPIHono<AppEnv>();
  if (!deps.config.fastForward) return routes;
  return routes.openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const body = c.req.valid('json');
    await getBackorder(deps, orderId);
    const answer = await answerAct(c, deps, { orderId, act: 'fast-forward', body }, async () => {
      const ms = Math.round((body.hours ?? 0) * hourMs + (body.days ?? 0) * dayMs);
      const outcome = await deps.acts.fastForward(orderId, ms);
      if (outcome === 'unfinished') {
        throw problem('outcome_unknown', { detail: 'It has moved by a part of that time.' });
      }
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });
};

const route = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'fast-forward',
    scope: 'admin',
    summary: 'Move the time of one backorder on',
    body: fastForward,
  });
