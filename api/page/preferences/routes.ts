import { type Context, Hono } from 'hono';
import type { Db } from '../../../db/client.ts';
import {
  addressOf,
  changePreferences,
  getPreferences,
  listPreferenceChanges,
} from '../../../db/mail/preferences.ts';
import { listSuppressions } from '../../../db/mail/suppressions.ts';
import type { AppDeps } from '../../deps.ts';
import { secrecy } from '../../html/secrecy.ts';
import type { AppEnv } from '../../http/env.ts';
import { pageHeaders } from '../../http/page-headers.ts';
import { isSameSite } from '../../http/same-site.ts';
import { showFailure } from '../parts/failure-page.ts';
import { type Found, withOrder } from '../parts/find-page.ts';
import { limitActs } from '../parts/limit-acts.ts';
import { messagePage } from '../parts/message-page.tsx';
import { todayOf } from '../parts/order-page.ts';
import { changeOf, type Unusable } from './preferences-form.ts';
import { preferencesPage } from './preferences-page.tsx';

const shownChanges = 5;

/** What the customer wants to hear, under the secret address of their order. */
export const preferencesPageRoutes = (deps: AppDeps) =>
  new Hono<AppEnv>()
    .use('/b/:token/preferences', secrecy, pageHeaders(), limitActs(deps))
    .onError(showFailure(deps))
    .get('/b/:token/preferences', (c) =>
      withOrder(deps, c, async (found) => {
        // The address proves nothing: anybody can add this to it.
        const note = c.req.query('done') === 'saved' ? 'saved' : null;
        return c.html(await shown(deps, found, { note, from: deps.reads }));
      }),
    )
    .post('/b/:token/preferences', (c) =>
      withOrder(deps, c, async (found) =>
        isSameSite(c, deps.config.publicUrl)
          ? answerForm(deps, c, found)
          : c.html(foreignPage(found), 403),
      ),
    );

const answerForm = async (deps: AppDeps, c: Context<AppEnv>, found: Found): Promise<Response> => {
  const { page, path } = found;
  const { sql } = deps.db;
  const { orderId, email } = page.order;
  const address = addressOf(email);
  const stands = await getPreferences(sql, address);
  const change = changeOf(await c.req.text(), stands, todayOf(page));
  if (typeof change === 'string') {
    return c.html(await shown(deps, found, { note: change, from: deps.db }), 422);
  }
  if (Object.keys(change).length > 0) {
    await changePreferences(deps.db, address, { by: 'page', orderId, ...change });
    deps.kick();
  }
  return c.redirect(`${path}/preferences?done=saved`, 303);
};

const shown = async (
  { lexicon }: AppDeps,
  { page, path }: Found,
  { note, from }: { note: 'saved' | Unusable | null; from: Db },
): Promise<string> => {
  const address = addressOf(page.order.email);
  const [stands, changes, suppressed] = await Promise.all([
    getPreferences(from.sql, address),
    listPreferenceChanges(from.sql, { ...address, limit: shownChanges }),
    listSuppressions(from.sql, { ...address, after: null, limit: 1 }),
  ]);
  const words = lexicon(page.order.locale);
  const isSuppressed = suppressed.length > 0;
  return preferencesPage({ page, path, words, stands, changes, isSuppressed, note });
};

const foreignPage = ({ page, path }: Found): string => {
  const { shop, words } = page;
  const { foreignTitle, foreign } = words.say.preferencesPage;
  const said = { heading: foreignTitle(), texts: [foreign()] };
  return messagePage({ shop, words, path: `${path}/preferences`, ...said });
};
