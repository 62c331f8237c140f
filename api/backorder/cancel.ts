import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { BackorderRow } from '../../db/backorder/read.ts';
import { getState } from '../../db/backorder/state.ts';
import { findProviderIntent } from '../../db/payment/attempts.ts';
import { recordCancellation } from '../../db/stock/cancel.ts';
import { refundByAt } from '../../workflows/calendar/legal-days.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { type CancelPreview, previewCancellation } from '../../workflows/domain/preview/cancel.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { nowOf } from '../http/order-time.ts';
import { orderParams } from '../http/params.ts';
import { money } from '../http/scalars.ts';
import { actRoute, perform, performWord, toUnits } from './act.ts';
import { cancel, cancelTrial } from './acts-schema.ts';
import { answerAct } from './answer-act.ts';
import { refusal } from './refusal.ts';
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

/** Says what a cancellation would do, by the rules by which it is carried out. */
export const cancelPreviewRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(previewRoute(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const { by, lines: given } = c.req.valid('json');
    const { sql } = deps.reads;
    const row = await getBackorder({ ...deps, db: deps.reads }, orderId);
    const at = nowOf(row);
    const asked = { by, lines: toUnits(row, given) };
    const state = await getState(sql, orderId, at);
    const found = previewCancellation(state, asked, { at, refundBy: refundByAt(row, { at }) });
    if ('refused' in found) {
      const request = { type: 'CancelBackorder' as const, cancelId: 'preview', ...asked };
      throw refusal(request, found.refused);
    }
    const { units, isEnd, isUnconfirmed, refundBy, refunds, voids, ...sums } = found;
    const inMoney = (amount: number) => ({ amount, currency: row.currency });
    const named = (parts: CancelPreview['refunds']) =>
      Promise.all(
        parts.map(async ({ intentId: intent, amount }) => ({
          ...{ intent, amount: inMoney(amount) },
          payment: (await findProviderIntent(sql, { orderId, intent })) ?? null,
        })),
      );
    return c.json(
      {
        lines: units.map(({ lineId: id, quantity }) => ({ id, quantity })),
        ...{ ends: isEnd, unconfirmed: isUnconfirmed, refundBy },
        ...{ refunds: await named(refunds), voids: await named(voids) },
        ...{ worth: inMoney(sums.worth), neverCharged: inMoney(sums.neverCharged) },
        ...{ byShop: inMoney(sums.byShop), unsent: inMoney(sums.unsent) },
      },
      200,
    );
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

const previewRoute = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/backorders/{orderId}/cancel/preview',
    tags: ['Acts'],
    summary: 'See what a cancellation would do; nothing changes',
    ...guard(deps, 'support'),
    request: { params: orderParams, body: jsonBody(cancelTrial) },
    responses: {
      200: jsonAnswer('What it would do at this moment', preview),
      ...problemAnswers(...bodyProblems, 'not_found', 'already_shipped', 'nothing_to_cancel'),
    },
  });

const onPayment = z.array(
  z.object({
    intent: z.string().openapi({ description: 'As the timeline calls it' }),
    payment: z.string().nullable().openapi({ description: "The provider's id of it" }),
    amount: money,
  }),
);

const preview = z
  .object({
    lines: z.array(z.object({ id: z.string(), quantity: z.int() })),
    ends: z.boolean().openapi({ description: 'Nothing is left open after it' }),
    worth: money.openapi({ description: 'What these units cost' }),
    refunds: onPayment.openapi({ description: 'Sent back by us, by the payment it came with' }),
    voids: onPayment.openapi({ description: 'Holds that are let go' }),
    byShop: money.openapi({ description: 'What the shop holds, and has to send back itself' }),
    unsent: money.openapi({ description: 'Owed back besides: a person has to see to it' }),
    neverCharged: money.openapi({ description: 'Of worth: not paid, and not charged any more' }),
    unconfirmed: z.boolean().openapi({
      description: 'The payment at checkout is not confirmed yet: more may be owed back',
    }),
    refundBy: z
      .string()
      .nullable()
      .openapi({ format: 'date-time', description: 'By when the law wants it sent' }),
  })
  .openapi('CancelPreview');
