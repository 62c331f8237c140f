import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { findWalkOfReceipt, runWalk } from '../../db/stock/queue/walks.ts';
import { type Receipt, receiveStock } from '../../db/stock/receipts.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { bodyHash } from '../http/body-hash.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { restock, restockAnswer } from './restock-schema.ts';

/** How long a receipt waits until its units are given out. A sweep does the rest. */
const walkBudgetMs = 5_000;

/** Takes arrived stock in, and gives it to waiting orders. Needs no Temporal. */
export const restockRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(receive(deps), async (c) => {
    const receipt = toReceipt(c.req.valid('json'), new Date().toISOString());
    const received = await receiveStock(deps.db, receipt);
    if (received.outcome === 'conflict') {
      throw problem('id_reused', {
        detail: `The restock ${receipt.restockId} came before with another body.`,
      });
    }
    await runWalk(deps.db, received.walkId, { budgetMs: walkBudgetMs });
    deps.kick();
    deps.availability.forget(receipt.sku);
    const answer = await showRestock(deps, receipt);
    if (received.outcome === 'received') return c.json(answer, 201);
    c.header('Idempotent-Replayed', 'true');
    return c.json(answer, 200);
  });

const receive = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/restocks',
    tags: ['Stock'],
    summary: 'Report stock that arrived',
    ...guard(deps, 'inventory'),
    request: { body: jsonBody(restock) },
    responses: {
      201: jsonAnswer('Received, and who was filled', restockAnswer),
      200: jsonAnswer('It was received before with the same body', restockAnswer),
      ...problemAnswers(...bodyProblems, 'id_reused', 'outcome_unknown'),
    },
  });

/** `share` and `note` are part of the body, so that those of a replay are those of the first. */
const showRestock = async ({ db }: RouteDeps, { restockId, share, note }: Required<Receipt>) => {
  const report = await findWalkOfReceipt(db.sql, restockId);
  if (!report) throw new Error(`the receipt ${restockId} has no walk`);
  const { allocated, left, filled, skipped, more } = report;
  return { restockId, share, note, allocated, left, filled, skipped, more };
};

const toReceipt = (body: z.output<typeof restock>, now: Instant): Required<Receipt> => {
  const { receivedAt = now } = body;
  return {
    restockId: body.restockId,
    sku: body.sku,
    location: body.location ?? 'main',
    quantity: body.quantity,
    supplyId: body.supplyId ?? null,
    receivedAt: receivedAt < now ? receivedAt : now,
    share: body.share ?? false,
    note: body.note ?? null,
    bodyHash: bodyHash(body),
  };
};
