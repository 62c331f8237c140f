import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { findOrderUrl } from '../../db/connector/orders.ts';
import {
  deleteShop,
  findShop,
  findTwin,
  putShop,
  type ShopRow,
  wantPull,
} from '../../db/connector/shops.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { invalid } from '../http/invalid.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { findApiBaseObjection, networkOf } from './api-base.ts';
import { createOpener, type OpenShop, openSecrets, sealShop } from './open-shop.ts';
import type { Credentials, PlatformKind } from './port.ts';
import { callbackOf } from './pull.ts';
import { shopAnswer, shopChange, shopLeave, shopParams, shopTest } from './shop-schema.ts';
import { getShop, showShop } from './show-shops.ts';
import { detailOf } from './trouble.ts';

/** Adds, changes, tests and removes shops on hosted platforms. */
export const shopRoutes = (deps: RouteDeps) => {
  const { db, shops, config } = deps;
  const open = createOpener(shops);
  return new OpenAPIHono<AppEnv>()
    .openapi(put(deps), async (c) => {
      const { id } = c.req.valid('param');
      if (!(await putShop(db.sql, await toShop(deps, id, c.req.valid('json'))))) {
        throw wrong(['credentials'], 'Another shop became this store a moment ago');
      }
      shops.kick();
      return c.json(await showShop(db, await getShop(db, id)), 200);
    })
    .openapi(test(deps), async (c) => {
      const row = await getShop(db, c.req.valid('param').id);
      const answer = await openable(() => open(row))?.platform.test();
      if (answer?.outcome === 'ok') return c.json({ data: answer.value }, 200);
      const detail = answer?.detail ?? 'Its secrets do not open any more: remove it, put it anew';
      return c.json({ data: [{ scope: 'api', works: false, detail }] }, 200);
    })
    .openapi(sync(deps), async (c) => {
      const { id } = c.req.valid('param');
      const row = await getShop(db, id);
      if (row.state === 'gone' || !(await wantPull(db.sql, id))) throw problem('shop_gone');
      shops.kick();
      return c.json(await showShop(db, row), 202);
    })
    .openapi(remove(deps), async (c) => {
      const row = await findShop(db.sql, c.req.valid('param').id);
      if (!row) return c.body(null, 204);
      const isLeft = row.state === 'gone' || c.req.valid('query').leaveHooks === 'true';
      if (!isLeft) await takeHooksBack(() => open(row), config.publicUrl);
      await deleteShop(db.sql, row.id);
      return c.body(null, 204);
    });
};

/** Who has removed us, or does not let us in any more, has no hooks of ours that tell us anything. */
const takeHooksBack = async (open: () => OpenShop, publicUrl: string): Promise<void> => {
  const shop = openable(open);
  if (!shop) return;
  const answer = await shop.platform.unsubscribe(callbackOf(publicUrl, shop));
  if (answer.outcome === 'ok' || answer.outcome === 'refused') return;
  const detail = `The platform did not take our hooks back: ${answer.detail}. Nothing was changed. ?leaveHooks=true leaves them there.`;
  throw problem('unavailable', { detail });
};

/** Without its token nothing can be asked there, and the shop is left all the same. */
const openable = (open: () => OpenShop): OpenShop | undefined => {
  try {
    return open();
  } catch {
    return undefined;
  }
};

type Change = z.output<typeof shopChange>;

const toShop = async ({ db, shops, config }: RouteDeps, id: string, body: Change) => {
  const kind = shops.platforms[body.kind];
  if (!kind) throw wrong(['kind'], `Expected one of ${Object.keys(shops.platforms).join(', ')}`);
  const credentials = checkedCredentials(kind, body.credentials);
  const apiBase = (body.apiBase ?? kind.apiBaseOf(credentials)).replace(/\/+$/, '');
  const objection = await findApiBaseObjection(apiBase, networkOf(config.strangers));
  if (objection !== undefined) throw wrong(['apiBase'], objection);
  const twin = await findTwin(db.sql, { id, kind: body.kind, apiBase });
  if (twin !== undefined) throw wrong(['credentials'], `The shop ${twin} is this store already`);
  const orderUrl = await findOrderUrl(db.sql, id);
  if (orderUrl !== undefined && !kind.isOrderOf(credentials, orderUrl)) {
    throw wrong(['credentials'], 'Orders of another store are here under this id: take a new one');
  }
  const before = await findShop(db.sql, id);
  const { location = 'main', terms, mandate = null } = body;
  if (orderUrl !== undefined && before && before.location !== location) {
    throw wrong(['location'], `Its orders wait at ${before.location}, and so does its stock`);
  }
  const secrets = [kind.secretOf(credentials), ...(before ? oldSecrets(shops, before) : [])];
  return {
    ...{ id, kind: body.kind, apiBase, location, terms, mandate },
    ...sealShop(shops.seal, { id, credentials, secrets: [...new Set(secrets)].slice(0, 2) }),
  };
};

/** What was sealed with a secret that is gone is of no use to anybody. */
const oldSecrets = ({ seal }: RouteDeps['shops'], row: ShopRow): string[] => {
  try {
    return openSecrets(seal, row);
  } catch (error) {
    throw problem('unavailable', { detail: `Remove the shop first: ${detailOf(error)}` });
  }
};

const checkedCredentials = (kind: PlatformKind, given: Credentials): Credentials => {
  const parsed = kind.credentials.safeParse(given);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map((issue) => ({ ...issue, path: ['credentials', ...issue.path] })),
  );
};

const wrong = (path: string[], message: string) =>
  invalid([{ code: 'custom' as const, path, message }]);

const put = (deps: RouteDeps) =>
  createRoute({
    method: 'put',
    path: '/v1/shops/{id}',
    tags: ['Shops'],
    summary: 'Connect a shop on a hosted platform, or change how',
    ...guard(deps, 'admin'),
    request: { params: shopParams, body: jsonBody(shopChange) },
    responses: {
      200: jsonAnswer('The shop; its orders are asked for from now on', shopAnswer),
      ...problemAnswers(...bodyProblems, 'not_found'),
    },
  });

const test = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/shops/{id}/test',
    tags: ['Shops'],
    summary: 'See what of the shop we may use',
    ...guard(deps, 'admin'),
    request: { params: shopParams },
    responses: {
      200: jsonAnswer('One entry for each scope that is needed. Nothing is changed', shopTest),
      ...problemAnswers('not_found', 'invalid_request'),
    },
  });

const sync = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/shops/{id}/sync',
    tags: ['Shops'],
    summary: 'Ask the shop for what has changed, now',
    ...guard(deps, 'admin'),
    request: { params: shopParams },
    responses: {
      202: jsonAnswer('It is being asked', shopAnswer),
      ...problemAnswers('not_found', 'invalid_request', 'shop_gone'),
    },
  });

const remove = (deps: RouteDeps) =>
  createRoute({
    method: 'delete',
    path: '/v1/shops/{id}',
    tags: ['Shops'],
    summary: 'Leave a shop: our hooks there are removed, its orders stay',
    ...guard(deps, 'admin'),
    request: { params: shopParams, query: shopLeave },
    responses: {
      204: { description: 'It is not connected any more' },
      ...problemAnswers('not_found', 'invalid_request'),
    },
  });
