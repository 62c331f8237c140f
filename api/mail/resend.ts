import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type NotAgain, resendMessage } from '../../db/mail/again.ts';
import { guard } from '../access/guard.ts';
import { getBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { answerOnce } from '../http/idempotency.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { nowOf } from '../http/order-time.ts';
import { messageParams } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { toMessageAnswer } from './message-answer.ts';
import { message } from './message-schema.ts';

/** Sends a mail again that did not arrive, as a new message, also after the backorder's end. */
export const resendRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(resend(deps), async (c) => {
    const { orderId, id } = c.req.valid('param');
    const row = await getBackorder(deps, orderId);
    if (row.erasedAt) throw problem('erased');
    const call = { db: deps.db, route: `/v1/backorders/${orderId}/messages/${id}/resend` };
    const by = c.get('principal').name;
    const keeping = { toStored: same, ofStored: async (stored: Answer) => stored };
    const answer = await answerOnce(c, { ...call, body: null, ...keeping }, async (actId) => {
      const owed = await resendMessage(deps.db, { orderId, id, at: nowOf(row), actId, by });
      if (owed === undefined) throw problem('not_found', { detail: 'There is no such message.' });
      if (typeof owed === 'string') throw problem('nothing_to_resend', { detail: details[owed] });
      deps.kick();
      return toMessageAnswer(owed);
    });
    return c.json(answer, 200);
  });

type Answer = ReturnType<typeof toMessageAnswer>;

const same = (answer: Answer): Answer => answer;

const details: Record<NotAgain, string> = {
  delivered: 'Only a mail that failed, bounced or may be lost goes out again.',
  sent_again: 'It was sent again before. If that copy did not arrive either, send the copy again.',
  unknown_content:
    'It is from before this system kept what a mail is about, so it cannot be written again.',
  legal_notice:
    'It is a notice that counts in law, and none as long as nobody got it. Correct the address: the notice that is right by then goes there by itself.',
};

const keyHeader = z.object({
  'idempotency-key': z.string().optional().openapi({
    pattern: '^[!-~]{1,255}$',
    description: 'The same key is carried out once. Kept for a day at least',
  }),
});

const resend = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/backorders/{orderId}/messages/{id}/resend',
    tags: ['Acts'],
    summary: 'Send a failed, bounced or perhaps lost mail again, as a new message',
    ...guard(deps, 'support'),
    request: { params: messageParams, headers: keyHeader },
    responses: {
      200: jsonAnswer('The new message, which is on its way', message),
      ...problemAnswers(
        ...(['invalid_header', 'in_flight', 'idempotency_key_reused', 'not_found'] as const),
        ...(['nothing_to_resend', 'erased'] as const),
      ),
    },
  });
