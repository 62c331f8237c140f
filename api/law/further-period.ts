import { OpenAPIHono } from '@hono/zod-openapi';
import { actRoute } from '../backorder/act.ts';
import { answerAct } from '../backorder/answer-act.ts';
import { getBackorder, showBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { hear, heardAt } from './hear.ts';
import { furtherPeriod } from './word-schema.ts';

/** Takes the last day that the customer sets after a missed date. Directive 2011/83/EU art. 18(2) */
export const furtherPeriodRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const body = c.req.valid('json');
    const row = await getBackorder(deps, orderId);
    const act = 'further-period';
    const answer = await answerAct(c, deps, { orderId, act, body }, async (id) => {
      const { until, channel } = body;
      const wordId = `period/${id}`;
      const request = { type: 'SetFurtherPeriod' as const, wordId, until, channel };
      const receivedAt = heardAt(row, body);
      await hear(deps, row, { word: { wordId, request, receivedAt }, ends: null });
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });

const route = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'further-period',
    scope: 'support',
    summary: 'Take the further period that the customer sets after a missed date',
    body: furtherPeriod,
    problems: ['nothing_to_answer', 'until_too_early'],
  });
