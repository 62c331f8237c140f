import { Hono } from 'hono';
import { html } from 'hono/html';
import { answerOf } from './answer.ts';
import { chargeIntent, failIntent } from './confirmation.ts';
import type { ApiError } from './errors.ts';
import type { Intent } from './intent.ts';
import { getPaymentMethod } from './payment-methods.ts';
import { failSetup, finishSetup, type SetupIntent } from './setup-intents.ts';
import type { Store } from './store.ts';

/**
 * The bank's 3D Secure page, where `next_action.redirect_to_url` leads. The customer completes or
 * fails it by a POST of `outcome`, and is sent back to the return URL.
 */
export const authenticationRoutes = (store: Store, now: () => number): Hono =>
  new Hono()
    .get('/:id', (c) => {
      const waiting = findWaiting(store, c.req.param('id'), c.req.query('client_secret'));
      return waiting ? c.html(page) : c.text('There is nothing to authenticate here.', 404);
    })
    .post('/:id', async (c) => {
      const waiting = findWaiting(store, c.req.param('id'), c.req.query('client_secret'));
      if (!waiting) return c.text('There is nothing to authenticate here.', 404);
      const complete = (await c.req.parseBody()).outcome === 'complete';
      answerOf(() => settle(store, waiting, { complete, nowMs: now() }));
      store.commit();
      const back = waiting.next_action?.redirect_to_url.return_url;
      return back
        ? c.redirect(backUrl(back, waiting), 303)
        : c.text('Thank you. You may close this page.');
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
): string => {
  const url = new URL(returnUrl);
  url.searchParams.set(object, id);
  url.searchParams.set(`${object}_client_secret`, client_secret);
  return url.href;
};

const page = html`<!doctype html>
<html lang="en">
  <title>3D Secure (test)</title>
  <h1>3D Secure (test)</h1>
  <p>Your bank asks: is this payment yours?</p>
  <form method="post">
    <button name="outcome" value="complete">Complete</button>
    <button name="outcome" value="fail">Fail</button>
  </form>
</html>`;
