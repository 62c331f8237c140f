import { OpenAPIHono } from '@hono/zod-openapi';
import { actRoute } from '../backorder/act.ts';
import { answerAct } from '../backorder/answer-act.ts';
import { getBackorder, showBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { hear, heardAt } from './hear.ts';
import { withdrawal } from './word-schema.ts';

/**
 * Takes the customer's withdrawal from the contract. What has not shipped is cancelled; what has is
 * recorded and handed to the shop. Directive 2011/83/EU art. 9 to 11a
 */
export const withdrawalRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const body = c.req.valid('json');
    const row = await getBackorder(deps, orderId);
    const answer = await answerAct(c, deps, { orderId, act: 'withdraw', body }, async (id) => {
      const wordId = `withdraw/${id}`;
      const request = { type: 'WithdrawContract' as const, wordId, channel: body.channel };
      await hear(deps, row, {
        word: { wordId, request, receivedAt: heardAt(row, body) },
        ends: 'the customer withdrew from the contract',
      });
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });

const route = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'withdraw',
    scope: 'support',
    summary: "Take the customer's withdrawal from a contract in the European Union",
    body: withdrawal,
    problems: ['nothing_to_withdraw'],
  });
