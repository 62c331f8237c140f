import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { findConfirmable } from '../../../db/page/order-page.ts';
import { hasUnreadOffer } from '../../../db/payment/open-payment.ts';
import type { AppDeps } from '../../deps.ts';
import { secrecy } from '../../html/secrecy.ts';
import type { AppEnv } from '../../http/env.ts';
import { pageHeaders } from '../../http/page-headers.ts';
import { isSameSite } from '../../http/same-site.ts';
import { OutcomeUnknown } from '../../temporal/port.ts';
import { showFailure } from '../parts/failure-page.ts';
import { type Found, withOrder } from '../parts/find-page.ts';
import { limitActs } from '../parts/limit-acts.ts';
import { isFree } from '../parts/order-page.ts';
import { foreignChangePage, noCardsPage, nothingToPayPage } from '../parts/refusal-page.ts';
import { endOfPayment } from '../words/payment.ts';
import { problemOf } from '../words/problem.ts';
import { returnedPage } from './card-page.tsx';
import { mountCardRoutes } from './card-routes.ts';
import { payPage } from './pay-page.tsx';
import { type CardPlace, cardPlaceOf } from './place.ts';
import { cardScript } from './script.ts';
import { takeTurns } from './take-turns.ts';

/**
 * The routes by which a customer confirms a payment or gives another card, under the order's secret
 * address. Reading changes nothing. What the customer did is only a hint to look at the provider.
 */
export const customerPaymentRoutes = (deps: AppDeps) => {
  const app = new Hono<AppEnv>().onError(showFailure(deps));
  const headers = pageHeaders({ scripts: true, stripeJs: deps.config.stripe.jsUrl });
  for (const path of ['pay', 'paid', 'returned', 'card', 'card/:offerId']) {
    app.use(`/b/:token/${path}`, secrecy, headers, limitActs(deps));
  }
  const place = cardPlaceOf(deps.config);
  app.get('/b/assets/pay.js', (c) => c.body(cardScript, 200, scriptHeaders));
  mountPayRoutes(app, deps, place);
  mountCardRoutes(app, deps, place);
  return app;
};

/** Long enough that a page which is sent again and again costs little, and short for a customer. */
const lookGapMs = 3_000;

const mountPayRoutes = (app: Hono<AppEnv>, deps: AppDeps, { provider, script }: CardPlace) => {
  const look = takeTurns((orderId) => lookAtProvider(deps, orderId), lookGapMs);
  app.get('/b/:token/pay', (c) =>
    withOrder(deps, c, async (found) => {
      const { page, path } = found;
      const code = isFree(page) ? null : endOfPayment(page);
      if (code !== null) return c.html(nothingToPayPage({ ...found, code }));
      const payment = problemOf(page) && (await findConfirmable(deps.reads.sql, page.order));
      if (!payment) return c.redirect(path, 303);
      if (!provider) return c.html(noCardsPage(found));
      const isRepeated = c.req.query('again') !== undefined;
      return c.html(payPage({ page, places: { path, script }, payment, provider, isRepeated }));
    }),
  );
  app.get('/b/:token/returned', (c) =>
    withOrder(deps, c, ({ page, path }) =>
      page.isConfirmable && isRefused(c.req.query())
        ? c.redirect(`${path}/pay?again`, 303)
        : c.html(returnedPage({ page, places: { path, script } })),
    ),
  );
  app.post('/b/:token/paid', (c) =>
    withOrder(deps, c, async (found) => {
      if (!isSameSite(c, deps.config.publicUrl)) return c.html(foreignChangePage(found), 403);
      if (await isCustomerAwaited(deps, found)) await look(found.page.order.orderId);
      return c.redirect(`${found.path}?done=payment`, 303);
    }),
  );
};

/** Whether the address says that the bank said no, so that the payment waits for another try. */
const isRefused = ({ redirect_status, payment_intent }: Record<string, string>): boolean =>
  redirect_status === 'failed' && payment_intent !== undefined;

/** Whether anything at the provider waits for the customer: else there is nothing to look at. */
const isCustomerAwaited = async ({ reads }: AppDeps, { page }: Found): Promise<boolean> =>
  page.isConfirmable || (await hasUnreadOffer(reads.sql, page.order.orderId));

/** A hint without an answer may be lost. The provider tells the same by itself. */
const lookAtProvider = async ({ acts }: AppDeps, orderId: string): Promise<void> => {
  try {
    const request = { type: 'LookAtPayment' as const };
    await acts.act(orderId, request, { id: `look/${randomUUID()}` });
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
  }
};

const scriptHeaders = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'Cache-Control': 'public, max-age=3600',
  'X-Content-Type-Options': 'nosniff',
};
