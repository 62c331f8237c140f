import { type Context, Hono } from 'hono';
import { type Address, changePreferences, getPreferences } from '../../../db/mail/preferences.ts';
import { findAddress, unsubscribe } from '../../../db/mail/unsubscribe.ts';
import type { AppDeps } from '../../deps.ts';
import { secrecy } from '../../html/secrecy.ts';
import { basePath } from '../../html/site.ts';
import type { AppEnv } from '../../http/env.ts';
import { pageHeaders } from '../../http/page-headers.ts';
import { problem } from '../../http/problem.ts';
import { isSameSite } from '../../http/same-site.ts';
import { showFailure } from '../parts/failure-page.ts';
import { siteFor } from '../parts/visitor.ts';
import {
  askPage,
  backPage,
  donePage,
  heardPage,
  strangePage,
  unknownPage,
} from './unsubscribe-page.tsx';

/** A mail program sends one or two; a person may change their mind a few times. */
const actsPerMinute = 20;

/**
 * Where the links of `List-Unsubscribe` lead (RFC 8058). Its POST unsubscribes whatever its body
 * says, which is not read, and from wherever it comes: mail programs send it, without a cookie and
 * without having seen the page. Reading changes nothing.
 */
export const unsubscribeRoutes = (deps: AppDeps) => {
  const { db, reads, access } = deps;
  return new Hono<AppEnv>()
    .use('/u/*', secrecy, pageHeaders())
    .onError(showFailure(deps))
    .get('/u/:token', async (c) => {
      const address = await findAddress(reads.sql, c.req.param('token'));
      if (!address) return c.html(unknownPage(shownTo(deps, c)), 404);
      const { updates } = await getPreferences(reads.sql, address);
      return c.html(updates ? askPage(shownTo(deps, c)) : donePage(shownTo(deps, c)));
    })
    .post('/u/:token', async (c) => {
      const token = c.req.param('token');
      // Also then a mail program is not told to try again, so this is no failure.
      const isTooOften = access.counts.add(`unsubscribe ${token}`, actsPerMinute) > 0;
      if (isTooOften) return c.html(heardPage(shownTo(deps, c)), 202);
      return withAddress(deps, c, async (address) => {
        await unsubscribe(db, address);
        deps.kick();
        return c.html(donePage(shownTo(deps, c)));
      });
    })
    .get('/u/:token/again', (c) => c.redirect(shownTo(deps, c).path, 303))
    .post('/u/:token/again', async (c) => {
      const wait = access.counts.add(`subscribe ${c.req.param('token')}`, actsPerMinute);
      if (wait > 0) throw problem('too_many_requests', { retryAfterSeconds: wait });
      if (!isSameSite(c, deps.config.publicUrl)) return c.html(strangePage(shownTo(deps, c)), 403);
      return withAddress(deps, c, async (address) => {
        await changePreferences(db, address, { by: 'page', orderId: null, updates: true });
        deps.kick();
        return c.html(backPage(shownTo(deps, c)));
      });
    });
};

/** Does the act for the address whose token is in the path, or says that nobody has this one. */
const withAddress = async (
  deps: AppDeps,
  c: Context<AppEnv>,
  act: (address: Address) => Promise<Response>,
): Promise<Response> => {
  const address = await findAddress(deps.db.sql, c.req.param('token') ?? '');
  return address ? act(address) : c.html(unknownPage(shownTo(deps, c)), 404);
};

const shownTo = (deps: AppDeps, c: Context<AppEnv>) => ({
  ...siteFor(deps, c),
  path: `${basePath(deps.config)}/u/${c.req.param('token')}`,
});
