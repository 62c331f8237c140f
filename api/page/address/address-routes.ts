import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { askForAddress, isAddressAsked } from '../../../db/page/address-change.ts';
import { mailAddress } from '../../../workflows/domain/mail/address.ts';
import type { AppDeps } from '../../deps.ts';
import { formIdIn } from '../../html/form-id.ts';
import { secrecy } from '../../html/secrecy.ts';
import type { AppEnv } from '../../http/env.ts';
import { pageHeaders } from '../../http/page-headers.ts';
import { isSameSite } from '../../http/same-site.ts';
import { showFailure } from '../parts/failure-page.ts';
import { type Found, withOrder } from '../parts/find-page.ts';
import { limitActs } from '../parts/limit-acts.ts';
import { sayPage } from '../parts/plain-page.tsx';
import { addressPage, type Fault } from './address-page.tsx';

/**
 * Where customers change the address that mail about their order goes to. It changes once the new
 * address has confirmed it.
 */
export const addressRoutes = (deps: AppDeps) =>
  new Hono<AppEnv>()
    .use('/b/:token/address', secrecy, pageHeaders(), limitActs(deps))
    .onError(showFailure(deps))
    .get('/b/:token/address', (c) =>
      withOrder(deps, c, async (found) => {
        const { orderId } = found.page.order;
        // The address proves nothing: anybody can add this to it.
        const isDone = c.req.query('done') === 'asked';
        const isAsked = isDone && (await isAddressAsked(deps.reads.sql, orderId));
        return c.html(addressPage({ ...viewOf(deps, found), formId: randomUUID(), isAsked }));
      }),
    )
    .post('/b/:token/address', (c) => withOrder(deps, c, (found) => answerForm(deps, c, found)));

const answerForm = async (deps: AppDeps, c: Context<AppEnv>, found: Found): Promise<Response> => {
  const view = viewOf(deps, found);
  if (!isSameSite(c, deps.config.publicUrl)) {
    const say = view.words.say.addressConfirmPage;
    return c.html(sayPage({ ...view, title: say.foreign(), texts: [say.foreignText()] }), 403);
  }
  const form = await c.req.text();
  const email = (new URLSearchParams(form).get('email') ?? '').trim();
  const { orderId } = found.page.order;
  const refuse = (fault: Fault) => {
    const again = { ...view, formId: randomUUID(), isAsked: false };
    const entered = email.slice(0, 254);
    return c.html(addressPage({ ...again, entered, fault }), fault === 'tooMany' ? 429 : 422);
  };
  if (!mailAddress.test(email)) return refuse('invalid');
  const answer = await askForAddress(deps.db, { orderId, email, formId: formIdIn(form) });
  if (answer === 'same') return refuse('same');
  if (answer === 'too_many') return refuse('tooMany');
  deps.kick();
  return c.redirect(`${found.path}/address?done=asked`, 303);
};

const viewOf = ({ config, lexicon }: AppDeps, found: Found) => ({
  ...found,
  shop: config.shop,
  words: lexicon(found.page.order.locale),
});
