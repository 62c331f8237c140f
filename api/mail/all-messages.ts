import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { addressKeyOf } from '../../db/mail/address-key.ts';
import { listAllMessages, type MessageFilter } from '../../db/mail/list-messages.ts';
import type { Decision } from '../../workflows/domain/backorder/message-kind.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { listOf } from '../http/paging.ts';
import { toMessageAnswer } from './message-answer.ts';
import { messageOfOrder, messagesQuery } from './message-schema.ts';

/** Every decision about a message, over all orders: also why somebody did not hear from us. */
export const messageRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(list(deps), async (c) => {
    const { limit = 25, cursor, ...query } = c.req.valid('query');
    const rows = await listAllMessages(deps.db.sql, {
      filter: toFilter(query),
      after: decodeCursor(cursor, z.guid()),
      limit: limit + 1,
    });
    const page = toPage(rows, limit, {
      show: (row) => ({ orderId: row.orderId, ...toMessageAnswer(row) }),
      position: (row) => [row.at, row.id],
    });
    return c.json(page, 200);
  });

const list = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/messages',
    tags: ['Mail'],
    summary: 'List decisions about messages over all orders, newest first',
    ...guard(deps, 'read'),
    request: { query: messagesQuery },
    responses: {
      200: jsonAnswer('A page of messages', listOf(messageOfOrder)),
      ...problemAnswers('invalid_request'),
    },
  });

export type MessageQuery = Omit<z.output<typeof messagesQuery>, 'limit' | 'cursor'>;

/** What a query asks for. Nothing is both on its way and decided: such a query finds nothing. */
export const toFilter = ({ decision, reason, email, ...query }: MessageQuery): MessageFilter => {
  const isOnItsWay = reason === onItsWay;
  const decisions = decision && (decision === 'held' ? heldOnes : [decision]);
  return {
    ...query,
    ...(isOnItsWay
      ? { decisions: decisions === undefined || decision === 'held' ? underWay : [] }
      : { ...(decisions && { decisions }), ...(reason !== undefined && { reason }) }),
    ...(email !== undefined && { addressKey: addressKeyOf(email) }),
  };
};

/** What is shown as held is not out yet for either reason. */
const underWay: readonly Decision[] = ['owed', 'sending'];
const heldOnes: readonly Decision[] = ['held', ...underWay];

/** The reason that is shown of a mail that waits for nothing but to go out. */
const onItsWay = 'sending';
