import { Hono } from 'hono';
import { getPaymentMethod } from '../cards/payment-methods.ts';
import { answerOf } from '../http/answer.ts';
import type { ApiError } from '../http/errors.ts';
import type { Intent } from '../records/payment-intent.ts';
import type { SetupIntent } from '../records/setup-intent.ts';
import type { Store } from '../store.ts';
import { nothingHere, pageFor, thankYou } from './authentication-page.ts';
import { chargeIntent, failIntent } from './confirmation.ts';
import { failSetup, finishSetup } from './setup-intents.ts';

/**
 * The bank's 3D Secure page, where `next_action.redirect_to_url` leads, for payments and set-ups.
 * The customer completes or fails it by a POST of `outcome`, and is sent back to the return URL
 * with the intent, its client secret and `redirect_status`, as Stripe does.
 */
export const authenticationRoutes = (store: Store, now: () => number): Hono =>
  new Hono()
    .get('/:id', (c) => {
      const waiting = findWaiting(store, c.req.param('id'), c.req.query('client_secret'));
      return waiting ? c.html(pageFor(waiting)) : c.html(nothingHere, 404);
    })
    .post('/:id', async (c) => {
      const waiting = findWaiting(store, c.req.param('id'), c.req.query('client_secret'));
      if (!waiting) return c.html(nothingHere, 404);
      const complete = (await c.req.parseBody()).outcome === 'complete';
      const { status } = answerOf(() => settle(store, waiting, { complete, nowMs: now() }));
      store.commit();
      const back = waiting.next_action?.redirect_to_url.return_url;
      return back
        ? c.redirect(backUrl(back, waiting, status === 200 ? 'succeeded' : 'failed'), 303)
        : c.html(thankYou);
    });

const findWaiting = (store: Store, id: string, secret: string | undefined) => {
  const found = store.find('payment_intent', id) ?? store.find('setup_intent', id);
  return found?.status === 'requires_action' && found.client_secret === secret ? found : undefined;
};

const settle = (
  store: Store,
  waiting: Intent | SetupIntent,
  { complete, nowMs }: { complete: boolean; nowMs: number },
): object => {
  if (waiting.object === 'setup_intent')
    return complete
      ? finishSetup(store, waiting, nowMs)
      : failSetup(store, waiting, notAuthenticated('setup_intent_authentication_failure'));
  const method = getPaymentMethod(store, { id: waiting.payment_method ?? '', nowMs });
  if (complete) return chargeIntent(store, waiting, { method, nowMs });
  const error = notAuthenticated('payment_intent_authentication_failure');
  return failIntent(store, waiting, { method, error });
};

const notAuthenticated = (code: string): ApiError => ({
  type: 'invalid_request_error',
  code,
  message:
    'The provided payment method has failed authentication. You can provide a new payment method ' +
    'to attempt to fulfill this intent again.',
});

const backUrl = (
  returnUrl: string,
  { id, object, client_secret }: Intent | SetupIntent,
  redirectStatus: 'succeeded' | 'failed',
): string => {
  const url = new URL(returnUrl);
  url.searchParams.set(object, id);
  url.searchParams.set(`${object}_client_secret`, client_secret);
  url.searchParams.set('redirect_status', redirectStatus);
  return url.href;
};
