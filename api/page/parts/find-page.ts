import type { Context } from 'hono';
import { findStatusPage } from '../../../db/page/order-page.ts';
import type { AppDeps } from '../../deps.ts';
import type { AppEnv } from '../../http/env.ts';
import { nowOf } from '../../http/order-time.ts';
import { unknownOrder } from './failure-page.ts';
import type { OrderPage } from './order-page.ts';

/** `path` is where the order's page is served. */
export type Found = { page: OrderPage; path: string };

/** Finds an order by the secret in its link. A text that is no token of ours is not looked up. */
export const findPage = async (
  { reads, config }: AppDeps,
  token: string,
): Promise<Found | undefined> => {
  if (!/^[\w-]{1,64}$/.test(token)) return undefined;
  const found = await findStatusPage(reads.sql, token);
  if (!found) return undefined;
  const page = { ...found, shop: config.shop, now: nowOf(found.order) };
  return { page, path: `${basePath(config)}/b/${token}` };
};

/** Answers about the order whose secret is in the path, or that there is none. */
export const withOrder = async (
  deps: AppDeps,
  c: Context<AppEnv>,
  answer: (found: Found) => Response | Promise<Response>,
): Promise<Response> => {
  const found = await findPage(deps, c.req.param('token') ?? '');
  return found ? answer(found) : unknownOrder(c, deps.config.shop);
};

/** The path before every other, where the API is not served from the root of its host. */
export const basePath = ({ publicUrl }: { publicUrl: string }): string =>
  new URL(publicUrl).pathname.replace(/\/$/, '');
