import { OpenAPIHono } from '@hono/zod-openapi';
import { eraseOrder } from '../../db/backorder/erase.ts';
import { findLife } from '../../db/backorder/life.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { bareActRoute } from './act.ts';
import { answerAct } from './answer-act.ts';
import { getBackorder, showBackorder } from './show.ts';

/** Erases personal data once the backorder has ended. It needs no Temporal, which holds none. */
export const eraseRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    await getBackorder(deps, orderId);
    const answer = await answerAct(c, deps, { orderId, act: 'erase' }, async () => {
      const life = await findLife(deps.db.sql, orderId);
      if (!life?.outcome) throw problem('still_open');
      await eraseOrder(deps.db, orderId);
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });

const route = (deps: RouteDeps) =>
  bareActRoute(deps, {
    act: 'erase',
    scope: 'admin',
    summary: 'Erase the personal data of a backorder that has ended',
    problems: ['still_open'],
  });
