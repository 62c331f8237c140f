import { type Context, Hono } from 'hono';
import {
  type AddressChange,
  confirmAddress,
  findAddressChange,
} from '../../../db/page/address-change.ts';
import { readAddressToken } from '../../../db/page/address-token.ts';
import type { AppDeps } from '../../deps.ts';
import { secrecy } from '../../html/secrecy.ts';
import type { Site } from '../../html/site.ts';
import { basePath } from '../../html/site.ts';
import type { AppEnv } from '../../http/env.ts';
import { pageHeaders } from '../../http/page-headers.ts';
import { isSameSite } from '../../http/same-site.ts';
import { showFailure } from '../parts/failure-page.ts';
import { siteFor } from '../parts/visitor.ts';
import { confirmPage, type End, endPage } from './confirm-page.tsx';

/**
 * Where a new mail address is confirmed. The link opens no page of the order; following it changes
 * nothing, and the button does, once.
 */
export const confirmRoutes = (deps: AppDeps) =>
  new Hono<AppEnv>()
    .use('/a/*', secrecy, pageHeaders())
    .onError(showFailure(deps))
    .get('/a/:token', async (c) => {
      const { change, site } = await find(deps, c);
      if (change?.state !== 'open') return show(c, site, endOf(change));
      const path = `${basePath(deps.config)}/a/${c.req.param('token')}`;
      return c.html(confirmPage({ ...site, path }));
    })
    .post('/a/:token', async (c) => {
      const { changeId, change, site } = await find(deps, c);
      if (changeId === undefined || change === undefined || change.state === 'expired') {
        return show(c, site, endOf(change));
      }
      if (!isSameSite(c, deps.config.publicUrl)) return show(c, site, 'foreign');
      await confirmAddress(deps.db, changeId);
      deps.kick();
      await tellBackorder(deps, { orderId: change.orderId, changeId });
      const now = await findAddressChange(deps.db.sql, changeId);
      return show(c, site, endOf(now));
    });

/**
 * A notice of the law that came back is told anew where mail goes now. If no answer comes, the form
 * is sent again, and this is repeated.
 */
const tellBackorder = async (
  { acts }: AppDeps,
  { orderId, changeId }: { orderId: string; changeId: string },
): Promise<void> => {
  const request = { type: 'ChangeCustomer' as const, hasNewAddress: true };
  await acts.act(orderId, request, { id: `customer/address-${changeId}` });
};

type Found = { changeId: string | undefined; change: AddressChange | undefined; site: Site };

/** A text that we have not signed is not looked up. */
const find = async (deps: AppDeps, c: Context<AppEnv>): Promise<Found> => {
  const changeId = readAddressToken(deps.config.linkSecrets, c.req.param('token') ?? '');
  const change = changeId && (await findAddressChange(deps.reads.sql, changeId));
  if (!change) return { changeId, change: undefined, site: siteFor(deps, c) };
  const site = { ...siteFor(deps, c), words: deps.lexicon(change.locale) };
  return { changeId, change, site };
};

const endOf = (change: AddressChange | undefined): End =>
  change === undefined ? 'unknown' : change.state === 'confirmed' ? 'done' : 'expired';

const statuses = { done: 200, expired: 410, unknown: 404, foreign: 403 } as const;

const show = (c: Context<AppEnv>, site: Site, end: End) =>
  c.html(endPage({ ...site, end }), statuses[end]);
