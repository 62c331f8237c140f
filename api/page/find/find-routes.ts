import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { mailLink } from '../../../db/page/find-link.ts';
import { findNetwork } from '../../access/caller.ts';
import type { AppDeps } from '../../deps.ts';
import { secrecy } from '../../html/secrecy.ts';
import { basePath } from '../../html/site.ts';
import type { AppEnv } from '../../http/env.ts';
import { pageHeaders } from '../../http/page-headers.ts';
import { problem } from '../../http/problem.ts';
import { isSameSite } from '../../http/same-site.ts';
import { showFailure } from '../parts/failure-page.ts';
import { sayPage } from '../parts/plain-page.tsx';
import { siteFor } from '../parts/visitor.ts';
import { findPage, sentPage } from './find-page.tsx';

/** Every answer takes as long as this, so that its time does not tell whether there is an order. */
const evenMs = 300;

/** A customer tries a few spellings; whoever tries more looks for somebody else's order. */
const triesPerMinute = 10;

/**
 * Where customers find an order whose link they have lost. The link goes to the address that the
 * order has, and to nobody else; the answer never tells whether there is such an order.
 */
export const findRoutes = (deps: AppDeps) => {
  const path = `${basePath(deps.config)}/find`;
  return new Hono<AppEnv>()
    .use('/find', secrecy, pageHeaders())
    .onError(showFailure(deps))
    .get('/find', (c) => c.html(findPage({ ...siteFor(deps, c), path })))
    .post('/find', async (c) => {
      const site = siteFor(deps, c);
      if (!isSameSite(c, deps.config.publicUrl)) {
        const say = site.words.say.findPage;
        return c.html(sayPage({ ...site, title: say.foreign(), texts: [say.foreignText()] }), 403);
      }
      limitTries(deps, c);
      const form = new URLSearchParams(await c.req.text());
      const asked = { number: wordIn(form, 'orderId'), email: wordIn(form, 'email') };
      await Promise.all([mailLink(deps.db, asked), sleep(evenMs)]);
      deps.kick();
      return c.html(sentPage({ ...site, path }));
    });
};

const limitTries = ({ config, access }: AppDeps, c: Context<AppEnv>): void => {
  const network = findNetwork(c, config.strangers);
  const wait = network === undefined ? 0 : access.counts.add(`find ${network}`, triesPerMinute);
  if (wait > 0) throw problem('too_many_requests', { retryAfterSeconds: wait });
};

/** PostgreSQL takes no text with a zero in it. */
const wordIn = (form: URLSearchParams, name: string): string =>
  (form.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 254);
