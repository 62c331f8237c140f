import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Db } from '../../db/client.ts';
import { listTroubles } from '../../db/connector/orders.ts';
import { findShop, listShops, type ShopRow } from '../../db/connector/shops.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { jsonAnswer, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { shopAnswer, shopList, shopParams } from './shop-schema.ts';

/** Shops on hosted platforms, and how they are. */
export const shownShopRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(list(deps), async (c) => {
      const rows = await listShops(deps.db.sql);
      const data = await Promise.all(rows.map((row) => showShop(deps.db, row)));
      return c.json({ data, nextCursor: null }, 200);
    })
    .openapi(read(deps), async (c) => {
      const row = await getShop(deps.db, c.req.valid('param').id);
      return c.json(await showShop(deps.db, row), 200);
    });

/** The shop, or a 404. */
export const getShop = async ({ sql }: Db, id: string): Promise<ShopRow> => {
  const row = await findShop(sql, id);
  if (!row) throw problem('not_found', { detail: `There is no shop ${id}.` });
  return row;
};

/** A shop as it is answered: without what it told us in secret. */
export const showShop = async ({ sql }: Db, row: ShopRow): Promise<z.output<typeof shopAnswer>> => {
  const { id, kind, state, apiBase, location, terms, mandate, hooks } = row;
  const { lastPullAt, lastDeliveryAt, lastError } = row;
  const troubles = await listTroubles(sql, id, { limit: 25 });
  return {
    ...{ id, kind, state, apiBase, location, terms, mandate },
    ...{ lastPullAt, lastDeliveryAt, lastError, hooks, troubles },
  };
};

const list = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/shops',
    tags: ['Shops'],
    summary: 'List the shops on hosted platforms',
    ...guard(deps, 'admin'),
    responses: { 200: jsonAnswer('All of them', shopList), ...problemAnswers() },
  });

const read = (deps: RouteDeps) =>
  createRoute({
    method: 'get',
    path: '/v1/shops/{id}',
    tags: ['Shops'],
    summary: 'See how a shop is',
    ...guard(deps, 'admin'),
    request: { params: shopParams },
    responses: {
      200: jsonAnswer('The shop', shopAnswer),
      ...problemAnswers('not_found', 'invalid_request'),
    },
  });
