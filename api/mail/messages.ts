import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { findMessageById, listMessages } from '../../db/mail/messages.ts';
import { listTimeline } from '../../db/record/timeline.ts';
import { guard } from '../access/guard.ts';
import { seesPersonalData } from '../access/personal-data.ts';
import { getBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { listOf, page } from '../http/paging.ts';
import { messageParams, orderParams } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { toMessageAnswer, toWholeMessage, withoutMail } from './message-answer.ts';
import { message, timeline, wholeMessage } from './message-schema.ts';

/** Reads the record of one backorder: its timeline, and every decision about a message. */
export const recordRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(readTimeline(deps), async (c) => {
      const { orderId } = c.req.valid('param');
      await getBackorder(deps, orderId);
      return c.json({ data: await listTimeline(deps.db.sql, orderId) }, 200);
    })
    .openapi(readMessages(deps), async (c) => {
      const { orderId } = c.req.valid('param');
      const { limit = 25, cursor } = c.req.valid('query');
      const after = decodeCursor(cursor, z.guid());
      await getBackorder(deps, orderId);
      const rows = await listMessages(deps.db.sql, { orderId, after, limit: limit + 1 });
      const shown = toPage(rows, limit, {
        show: toMessageAnswer,
        position: (row) => [row.at, row.id],
      });
      return c.json(shown, 200);
    })
    .openapi(readMessage(deps), async (c) => {
      const found = await findMessageById(deps.db.sql, c.req.valid('param'));
      if (!found) throw problem('not_found', { detail: 'There is no such message.' });
      const whole = toWholeMessage(found, deps.config.linkSecrets);
      return c.json(seesPersonalData(c.get('principal')) ? whole : withoutMail(whole), 200);
    });

const readTimeline = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/backorders/{orderId}/timeline',
    tags: ['Backorders'],
    summary: 'Read everything that happened, oldest first',
    ...guard(deps, 'read'),
    request: { params: orderParams },
    responses: { 200: jsonAnswer('The timeline', timeline), ...problemAnswers('not_found') },
  });

const readMessages = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/backorders/{orderId}/messages',
    tags: ['Backorders'],
    summary: 'List every decision about a message, newest first',
    ...guard(deps, 'read'),
    request: { params: orderParams, query: page },
    responses: {
      200: jsonAnswer('A page of messages', listOf(message)),
      ...problemAnswers('not_found', 'invalid_request'),
    },
  });

const readMessage = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/backorders/{orderId}/messages/{id}',
    tags: ['Backorders'],
    summary: 'Read one message as it was sent',
    ...guard(deps, 'read'),
    request: { params: messageParams },
    responses: { 200: jsonAnswer('The message', wholeMessage), ...problemAnswers('not_found') },
  });
