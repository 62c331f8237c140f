import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import {
  findCardOffer,
  findOpenOffer,
  findStandingOffer,
} from '../../../db/payment/open-payment.ts';
import type { AppDeps } from '../../deps.ts';
import { formIdIn, isFormId } from '../../html/form-id.ts';
import type { AppEnv } from '../../http/env.ts';
import { isSameSite } from '../../http/same-site.ts';
import { OutcomeUnknown } from '../../temporal/port.ts';
import { type Found, withOrder } from '../parts/find-page.ts';
import { isFree } from '../parts/order-page.ts';
import { foreignChangePage, noCardsPage, nothingToPayPage } from '../parts/refusal-page.ts';
import { askedOf } from '../words/asked.ts';
import { endOfPayment, needsPayment } from '../words/payment.ts';
import { problemOf } from '../words/problem.ts';
import { agreePage } from './agree-page.tsx';
import { cardFormPage, cardPage, refusedPage, waitingPage } from './card-page.tsx';
import { takeConsent } from './consent.ts';
import type { CardPlace } from './place.ts';

/**
 * The routes by which a customer gives another card: a question, an act that asks the provider, and
 * the form.
 */
export const mountCardRoutes = (
  app: Hono<AppEnv>,
  deps: AppDeps,
  { provider, script }: CardPlace,
): void => {
  app.get('/b/:token/card', (c) =>
    withOrder(deps, c, (found) => {
      if (!takesCard(found)) return answerWithout(c, found);
      const isConsentWanted = wantsConsent(found);
      if (!provider && !isConsentAlone(found)) return c.html(noCardsPage(found));
      const formId = randomUUID();
      return c.html(
        isConsentWanted
          ? agreePage({ ...found, formId, problem: null })
          : cardPage({ ...found, formId, isRepeated: false }),
      );
    }),
  );
  app.post('/b/:token/card', (c) =>
    withOrder(deps, c, async (found) => {
      if (!isSameSite(c, deps.config.publicUrl)) return c.html(foreignChangePage(found), 403);
      if (!takesCard(found)) return answerWithout(c, found, 409);
      if (!provider && !isConsentAlone(found)) return c.html(noCardsPage(found));
      const form = await c.req.text();
      const refused = wantsConsent(found) ? await takeConsent(deps, c, found, form) : null;
      if (refused) return refused;
      return isConsentAlone(found)
        ? c.redirect(`${found.path}?done=payment`, 303)
        : offerCard(deps, c, found, formIdIn(form));
    }),
  );
  app.get('/b/:token/card/:offerId', (c) =>
    withOrder(deps, c, async (found) => {
      const { page, path } = found;
      const offerId = c.req.param('offerId');
      if (!takesCard(found)) return answerWithout(c, found);
      if (!isFormId(offerId)) return c.redirect(path, 303);
      const offer = await findCardOffer(deps.reads.sql, { orderId: page.order.orderId, offerId });
      if (offer?.refusal != null) return c.html(refusedPage(found));
      if (offer && offer.endedAt !== null) return c.redirect(path, 303);
      if (!provider) return c.html(noCardsPage(found));
      const places = { path, script };
      const secret = offer?.clientSecret;
      return secret
        ? c.html(cardFormPage({ page, places, secret, provider }))
        : c.html(waitingPage({ page, places, here: `${path}/card/${offerId}` }));
    }),
  );
};

/** Whether another card could be of any use. */
const takesCard = ({ page }: Found): boolean =>
  !isFree(page) && (problemOf(page) !== null || askedOf(page) !== null || needsPayment(page));

const wantsConsent = ({ page }: Found): boolean => (askedOf(page)?.wants ?? 'card') !== 'card';

const isConsentAlone = ({ page }: Found): boolean => askedOf(page)?.wants === 'consent';

/** No card is asked for: all is held, or the order has ended. */
const answerWithout = (c: Context<AppEnv>, found: Found, status: 200 | 409 = 200) => {
  const code = isFree(found.page) ? null : endOfPayment(found.page);
  return code === null
    ? c.redirect(found.path, 303)
    : c.html(nothingToPayPage({ ...found, code }), status);
};

/**
 * Leads to the form that is open, and asks for one only if there is none. The same form of ours
 * sent again is the same offer.
 */
const offerCard = async (
  deps: AppDeps,
  c: Context<AppEnv>,
  found: Found,
  offerId: string,
): Promise<Response> => {
  const { orderId } = found.page.order;
  const { sql } = deps.reads;
  const leadTo = (offer: string) => c.redirect(`${found.path}/card/${offer}`, 303);
  const open = await findOpenOffer(sql, orderId);
  if (open !== undefined) return leadTo(open);
  const request = { type: 'OfferCard' as const, offerId };
  try {
    const answer = await deps.acts.act(orderId, request, { id: `card/${offerId}` });
    if ('refused' in answer) {
      return c.html(nothingToPayPage({ ...found, code: answer.refused }), 409);
    }
    return leadTo((await findStandingOffer(sql, { orderId, offerId })) ?? offerId);
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    c.header('Retry-After', '5');
    return c.html(cardPage({ ...found, formId: offerId, isRepeated: true }), 503);
  }
};
