import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { collectPersonalData } from '../../db/page/personal-data.ts';
import type { AppDeps } from '../deps.ts';
import { formIdIn } from '../html/form-id.ts';
import { secrecy } from '../html/secrecy.ts';
import type { AppEnv } from '../http/env.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { isSameSite } from '../http/same-site.ts';
import { mountCancelRoutes } from './cancel-routes.ts';
import { changeLanguage, languageIn } from './language.ts';
import { mountAnswerRoutes } from './law/answer-routes.ts';
import { answeredWords } from './law/notice-words.ts';
import { mountPeriodRoutes } from './law/period-routes.ts';
import { withdrawnAt } from './law/standing.ts';
import { mountWithdrawRoutes } from './law/withdraw-routes.ts';
import { mountMessageRoutes } from './messages-routes.ts';
import { showFailure } from './parts/failure-page.ts';
import { withOrder } from './parts/find-page.ts';
import { limitActs } from './parts/limit-acts.ts';
import { hasCancelled, numberOf, type OrderPage, wasCancelled } from './parts/order-page.ts';
import { foreignChangePage, unknownChoicePage } from './parts/refusal-page.ts';
import { type Done, statusPage } from './status-page.tsx';
import { endOfPayment } from './words/payment.ts';

/**
 * The customer's page under its secret address. Reading never changes anything, because scanners
 * follow links; only the forms that ask first do.
 */
export const pageRoutes = (deps: AppDeps) => {
  const app = new Hono<AppEnv>()
    .use('/b/*', secrecy, pageHeaders())
    .use('/b/:token/*', limitActs(deps))
    .onError(showFailure(deps))
    .get('/b/:token', (c) =>
      withOrder(deps, c, (found) =>
        c.html(
          statusPage({
            ...found,
            done: doneOf(found.page, c.req.query('done')),
            formId: randomUUID(),
          }),
        ),
      ),
    );
  mountCancelRoutes(app, deps);
  mountAnswerRoutes(app, deps);
  mountWithdrawRoutes(app, deps);
  mountPeriodRoutes(app, deps);
  mountMessageRoutes(app, deps);
  mountOwnRoutes(app, deps);
  return app;
};

/** The address proves nothing, because anybody can add this to it: only what can be so is said. */
const doneOf = (page: OrderPage, done: string | undefined): Done | null => {
  switch (done) {
    case 'cancelled':
      if (!wasCancelled(page)) return null;
      return page.shipments.length > 0 ? 'rest' : 'all';
    case 'items':
      return hasCancelled(page) ? 'items' : null;
    case 'payment':
      return endOfPayment(page) === null ? 'payment' : null;
    case 'answered':
      return answeredWords(page).length > 0 ? 'answered' : null;
    case 'period':
      return page.order.view?.law.furtherOn ? 'period' : null;
    case 'withdrawn':
      return withdrawnAt(page) === null ? null : 'withdrawn';
    case 'language':
      return 'language';
    default:
      return null;
  }
};

/** What belongs to the customer themselves: their language, and all that is kept of them. */
const mountOwnRoutes = (app: Hono<AppEnv>, deps: AppDeps): void => {
  app.post('/b/:token/language', (c) =>
    withOrder(deps, c, async (found) => {
      if (!isSameSite(c, deps.config.publicUrl)) return c.html(foreignChangePage(found), 403);
      const form = await c.req.text();
      const language = languageIn(form);
      if (language === null) return c.html(unknownChoicePage(found), 422);
      await changeLanguage(deps, found.page, { language, formId: formIdIn(form) });
      return c.redirect(`${found.path}?done=language`, 303);
    }),
  );
  app.get('/b/:token/data', (c) =>
    withOrder(deps, c, async ({ page: { order } }) => {
      const data = await collectPersonalData(deps.reads.sql, order);
      c.header(
        'Content-Disposition',
        `attachment; filename="order-${fileName(numberOf(order))}.json"`,
      );
      c.header('Content-Type', 'application/json; charset=utf-8');
      return c.body(JSON.stringify(data, null, 2));
    }),
  );
};

/** An order's id may have a colon, which some file systems do not take. */
const fileName = (orderId: string): string => orderId.replaceAll(/[^\w.-]/g, '-');
