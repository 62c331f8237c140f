import { OpenAPIHono } from '@hono/zod-openapi';
import { actRoute } from '../backorder/act.ts';
import { answerAct } from '../backorder/answer-act.ts';
import { getBackorder, showBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { hear, heardAt } from './hear.ts';
import { delayAnswer } from './word-schema.ts';

/** Takes the customer's answer to the newest notice, however it reached the shop. */
export const delayAnswerRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const body = c.req.valid('json');
    const row = await getBackorder(deps, orderId);
    const answer = await answerAct(c, deps, { orderId, act: 'delay-answer', body }, async (id) => {
      const { accept, until = null, channel } = body;
      const wordId = `answer/${id}`;
      const request = { type: 'AnswerNotice' as const, wordId, accept, until, channel };
      await hear(deps, row, {
        word: { wordId, request, receivedAt: heardAt(row, body) },
        ends: accept ? null : 'the later date was refused',
      });
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });

const route = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'delay-answer',
    scope: 'support',
    summary: "Take the customer's answer to the newest notice of a delay",
    body: delayAnswer,
    problems: ['nothing_to_answer', 'until_too_early'],
  });
