import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { listSupplies } from '../../db/promise/supplies.ts';
import { getSkuTotals, listQueueHead } from '../../db/stock/skus.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { locationQuery, skuParams } from '../http/params.ts';
import { skuAnswer } from './sku-schema.ts';

const queueShown = 25;

/** An SKU: its stock, its queue, and the supplies still to come. */
export const skuRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(read(deps), async (c) => {
    const { sku } = c.req.valid('param');
    const { location = null } = c.req.valid('query');
    const asked = { sku, location };
    const now = new Date().toISOString();
    const [totals, supplies, queue] = await Promise.all([
      getSkuTotals(deps.db.sql, asked),
      listSupplies(deps.db.sql, asked),
      listQueueHead(deps.db.sql, asked, { limit: queueShown, now }),
    ]);
    return c.json({ ...asked, ...totals, supplies, queue }, 200);
  });

const read = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/skus/{sku}',
    tags: ['Stock'],
    summary: 'See stock, supply and queue of an SKU',
    ...guard(deps, 'read'),
    request: { params: skuParams, query: locationQuery },
    responses: {
      200: jsonAnswer('The SKU; one that nobody knows has nothing of anything', skuAnswer),
      ...problemAnswers('not_found', 'invalid_request'),
    },
  });
