import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { replayWebhook } from '../../db/http/webhooks.ts';
import { senders } from '../../db/schema/http/webhooks.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';

const answeredAt = z.string().openapi({ format: 'date-time' });

const params = z.object({
  sender: z.enum(senders),
  eventId: z.string().regex(/^[\x21-\x7e]{1,255}$/, "Expected the sender's id of an event"),
});

const webhook = z
  .object({
    sender: z.enum(senders),
    id: z.string().openapi({ description: "The sender's id of the event" }),
    type: z.string(),
    receivedAt: answeredAt,
    handledAt: answeredAt.nullable(),
    attempts: z.int(),
  })
  .openapi('ReceivedWebhook');

/** Handles what a sender reported once more; whoever is concerned looks at the sender again. */
export const webhookReplayRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(replay(deps), async (c) => {
    const { sender, eventId } = c.req.valid('param');
    const row = await replayWebhook(deps.db.sql, { sender, eventId });
    if (!row) throw problem('not_found', { detail: 'There is no such webhook.' });
    deps.kickHints();
    const { type, receivedAt, handledAt, attempts } = row;
    return c.json({ sender, id: eventId, type, receivedAt, handledAt, attempts }, 202);
  });

const replay = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/webhooks/{sender}/{eventId}/replay',
    tags: ['Webhooks'],
    summary: 'Handle an event of a sender once more',
    description:
      'Nothing of an event is believed: the orders that it is about look at the sender again. ' +
      'What was done before is not done twice.',
    ...guard(deps, 'admin'),
    request: { params },
    responses: {
      202: jsonAnswer('It is handled now', webhook),
      ...problemAnswers('not_found', 'invalid_request', 'outcome_unknown'),
    },
  });
