import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { replayShopDelivery } from '../../db/connector/deliveries.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { shopId } from './shop-schema.ts';
import { getShop } from './show-shops.ts';

const params = z.object({
  id: shopId,
  deliveryId: z.string().regex(/^[\x21-\x7e]{1,255}$/, 'Expected the id of a delivery'),
});

const replayed = z.object({ shop: shopId, id: z.string() }).openapi('ReplayedShopDelivery');

/** Looks once more at what a platform named. */
export const shopReplayRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(replay(deps), async (c) => {
    const { id: shop, deliveryId } = c.req.valid('param');
    const { state } = await getShop(deps.db, shop);
    if (state === 'gone') throw problem('shop_gone');
    if (!(await replayShopDelivery(deps.db.sql, { shop, deliveryId }))) {
      throw problem('not_found', { detail: 'There is no such delivery to look at again.' });
    }
    deps.shops.kick();
    return c.json({ shop, id: deliveryId }, 202);
  });

const replay = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/shops/{id}/deliveries/{deliveryId}/replay',
    tags: ['Shops'],
    summary: 'Look once more at what a delivery of the platform named',
    ...guard(deps, 'admin'),
    request: { params },
    responses: {
      202: jsonAnswer('It is looked at now', replayed),
      ...problemAnswers('not_found', 'invalid_request', 'shop_gone', 'outcome_unknown'),
    },
  });
