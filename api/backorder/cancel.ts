import { OpenAPIHono } from '@hono/zod-openapi';
import type { BackorderRow } from '../../db/backorder/read.ts';
import { recordCancellation } from '../../db/stock/cancel.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { nowOf } from '../http/order-time.ts';
import { actRoute, perform, performWord, toUnits } from './act.ts';
import { cancel } from './acts-schema.ts';
import { answerAct } from './answer-act.ts';
import { getBackorder, showBackorder } from './show.ts';

/**
 * Cancels units that have not shipped. The reason stays in PostgreSQL. What the customer wants is
 * kept first, and is carried out even if nobody asks again.
 */
export const cancelRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const body = c.req.valid('json');
    const row = await getBackorder(deps, orderId);
    const { by, reason } = body;
    const lines = toUnits(row, body.lines);
    const answer = await answerAct(c, deps, { orderId, act: 'cancel', body }, async (cancelId) => {
      if (by === 'shop') await cancelForShop(deps, row, { cancelId, reason, lines });
      else {
        const at = nowOf(row);
        await recordCancellation(deps.db.sql, { orderId, cancelId, by, reason, lines, at });
        const request = { type: 'CancelBackorder' as const, cancelId, by, lines };
        const wordId = `cancel/${cancelId}`;
        await performWord(deps, { orderId, wordId, request, receivedAt: at });
      }
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });

/** Cancels units because the shop says so; all that are open without `lines`. Safe to repeat. */
export const cancelForShop = async (
  deps: Pick<RouteDeps, 'db' | 'acts'>,
  row: Pick<BackorderRow, 'orderId' | 'skippedMs'>,
  { cancelId, reason, lines }: { cancelId: string; reason: string; lines: Part[] | null },
): Promise<void> => {
  const { orderId } = row;
  const by = 'shop' as const;
  const cancellation = { orderId, cancelId, by, reason, lines, at: nowOf(row) };
  await recordCancellation(deps.db.sql, cancellation);
  const request = { type: 'CancelBackorder' as const, cancelId, by, lines };
  await perform(deps, orderId, { request, id: `cancel/${cancelId}` });
};

const route = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'cancel',
    scope: 'support',
    summary: 'Cancel what has not shipped, or some units of it',
    body: cancel,
    problems: ['already_shipped', 'nothing_to_cancel'],
  });
