import { randomUUID } from 'node:crypto';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { previewReceipt } from '../../db/stock/preview-receipt.ts';
import { earliest } from '../../workflows/domain/time.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { restockPreview } from './correction-schema.ts';
import { restockAnswer } from './restock-schema.ts';

/** A preview locks its shelf like a receipt, and is not worth locking it for long. */
const budgetMs = 1_000;

const busy = {
  detail: 'Another preview of this SKU and location is running; they run one at a time.',
  retryAfterSeconds: 1,
};

/** Says what a receipt would do at this moment. Changes nothing. */
export const restockPreviewRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(preview(deps), async (c) => {
    const { sku, location = 'main', quantity, supplyId = null } = c.req.valid('json');
    const now = new Date().toISOString();
    const { receivedAt = now } = c.req.valid('json');
    const receipt = {
      restockId: `preview/${randomUUID()}`,
      ...{ sku, location, quantity, supplyId },
      receivedAt: earliest(receivedAt, now) ?? now,
      bodyHash: '',
    };
    const report = await previewReceipt(deps.db, receipt, { budgetMs });
    if (report === 'busy') throw problem('too_many_requests', busy);
    const { allocated, left, filled, skipped, more } = report;
    return c.json({ allocated, left, filled, skipped, more }, 200);
  });

const preview = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/restocks/preview',
    tags: ['Stock'],
    summary: 'Ask what a restock would do, without doing it',
    ...guard(deps, 'inventory'),
    request: { body: jsonBody(restockPreview) },
    responses: {
      200: jsonAnswer(
        'Who would be filled and who skipped',
        restockAnswer.omit({ restockId: true, share: true, note: true }),
      ),
      ...problemAnswers(...bodyProblems),
    },
  });
