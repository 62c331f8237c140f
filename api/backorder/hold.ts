import { OpenAPIHono } from '@hono/zod-openapi';
import { setSuspension } from '../../db/backorder/suspension.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { nowOf } from '../http/order-time.ts';
import { actRoute, bareActRoute, perform } from './act.ts';
import { hold } from './acts-schema.ts';
import { answerAct } from './answer-act.ts';
import { getBackorder, showBackorder } from './show.ts';

/** Stops relationship mail and shipping, never the legal clock, and lets them go on. */
export const holdRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(holdRoute(deps), async (c) => {
      const { orderId } = c.req.valid('param');
      const body = c.req.valid('json');
      const row = await getBackorder(deps, orderId);
      const answer = await answerAct(c, deps, { orderId, act: 'hold', body }, async (actId) => {
        await setSuspension(deps.db.sql, orderId, { reason: body.reason, at: nowOf(row) });
        const request = { type: 'SuspendBackorder' as const };
        await perform(deps, orderId, { request, id: `hold/${actId}` });
        return showBackorder(deps, orderId);
      });
      return c.json(answer, 200);
    })
    .openapi(releaseRoute(deps), async (c) => {
      const { orderId } = c.req.valid('param');
      await getBackorder(deps, orderId);
      const answer = await answerAct(c, deps, { orderId, act: 'release' }, async (actId) => {
        const request = { type: 'ResumeBackorder' as const };
        await perform(deps, orderId, { request, id: `release/${actId}` });
        await setSuspension(deps.db.sql, orderId, null);
        return showBackorder(deps, orderId);
      });
      return c.json(answer, 200);
    });

const holdRoute = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'hold',
    scope: 'support',
    summary: 'Hold a backorder',
    body: hold,
    problems: ['already_shipped', 'cancelled'],
  });

const releaseRoute = (deps: RouteDeps) =>
  bareActRoute(deps, {
    act: 'release',
    scope: 'support',
    summary: 'Release a hold',
    problems: ['nothing_to_release'],
  });
