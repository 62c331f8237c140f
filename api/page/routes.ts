import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { isSameSite } from '../http/same-site.ts';
import { cancelByForm } from './cancel-form.ts';
import { cancelPage } from './cancel-page.tsx';
import { showFailure } from './parts/failure-page.ts';
import { type Found, withOrder } from './parts/find-page.ts';
import { formIdIn } from './parts/form-id.ts';
import { limitActs } from './parts/limit-acts.ts';
import { openUnits, wasCancelled } from './parts/order-page.ts';
import { foreignPage, refusalCodeOf, refusalPage } from './parts/refusal-page.ts';
import { secrecy } from './parts/secrecy.ts';
import { statusPage } from './status-page.tsx';
import { isBeingCancelled } from './words/kept.ts';
import { endOfPayment } from './words/payment.ts';

/**
 * The customer's page under its secret address. Reading never changes anything, because scanners
 * follow links; only the form that asks first does.
 */
export const pageRoutes = (deps: AppDeps) => {
  const { publicUrl } = deps.config;
  return new Hono<AppEnv>()
    .use('/b/*', secrecy, pageHeaders())
    .use('/b/:token/*', limitActs(deps))
    .onError(showFailure(deps))
    .get('/b/:token', (c) =>
      withOrder(deps, c, (found) => {
        // The address proves nothing: anybody can add this to it.
        const isCancelled = c.req.query('done') === 'cancelled' && wasCancelled(found.page);
        const isPaying = c.req.query('done') === 'payment' && endOfPayment(found.page) === null;
        return c.html(statusPage({ ...found, isCancelled, isPaying }));
      }),
    )
    .get('/b/:token/cancel', (c) =>
      withOrder(deps, c, (found) => {
        const { page } = found;
        if (isBeingCancelled(page)) return c.redirect(found.path, 303);
        if (openUnits(page) > 0) {
          return c.html(cancelPage({ ...found, formId: randomUUID() }));
        }
        return c.html(refusalPage({ ...found, code: refusalCodeOf(page) }));
      }),
    )
    .post('/b/:token/cancel', (c) =>
      withOrder(deps, c, (found) =>
        isSameSite(c, publicUrl) ? answerForm(deps, c, found) : c.html(foreignPage(found), 403),
      ),
    );
};

const answerForm = async (deps: AppDeps, c: Context<AppEnv>, found: Found): Promise<Response> => {
  const formId = formIdIn(await c.req.text());
  const answer = await cancelByForm(deps, found.page.order, formId);
  // The page says that we have it, for as long as it is not carried out.
  if (answer === 'unknown') return c.redirect(found.path, 303);
  if ('refused' in answer) {
    return c.html(refusalPage({ ...found, code: answer.refused }), 409);
  }
  return c.redirect(`${found.path}?done=cancelled`, 303);
};
