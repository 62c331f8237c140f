import type { Context } from 'hono';
import { findStatusPage } from '../../../db/page/order-page.ts';
import { readPageToken } from '../../../db/page/page-token.ts';
import type { AppDeps } from '../../deps.ts';
import { allowPictures } from '../../html/pictures.ts';
import { basePath } from '../../html/site.ts';
import type { AppEnv } from '../../http/env.ts';
import { nowOf } from '../../http/order-time.ts';
import { type Dead, deadLink } from './failure-page.ts';
import type { OrderPage } from './order-page.ts';

/** `path` is where the order's page is served. */
export type Found = { page: OrderPage; path: string };

/** Finds an order by the secret in its link. A text that we have not signed is not looked up. */
export const findPage = async (
  { reads, config, lexicon }: AppDeps,
  token: string,
): Promise<Found | Dead> => {
  const link = readPageToken(config.linkSecrets, token);
  const found = link && (await findStatusPage(reads.sql, link.orderId));
  if (!found) return 'unknown';
  if (found.order.erasedAt !== null) return 'erased';
  if (found.order.linkVersion !== link.version) return 'replaced';
  const words = lexicon(found.order.locale);
  const page = { ...found, shop: config.shop, words, now: nowOf(found.order) };
  return { page, path: `${basePath(config)}/b/${token}` };
};

/** Answers about the order whose secret is in the path, or why the link opens none. */
export const withOrder = async (
  deps: AppDeps,
  c: Context<AppEnv>,
  answer: (found: Found) => Response | Promise<Response>,
): Promise<Response> => {
  const found = await findPage(deps, c.req.param('token') ?? '');
  if (typeof found === 'string') return deadLink(c, deps, found);
  const { shop, pictures } = found.page;
  allowPictures(c, shop, pictures.values());
  return answer(found);
};
