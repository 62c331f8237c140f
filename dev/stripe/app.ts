import { Hono } from 'hono';
import { type FaultPlan, faultsRoute } from '../faults.ts';
import { actsRoute } from './acts.ts';
import { createAgenda } from './agenda.ts';
import { customerRoutes } from './cards/customers.ts';
import { customerPaymentMethodRoutes, paymentMethodRoutes } from './cards/payment-method-routes.ts';
import { createDeliveries, deliveriesRoute, type Webhook } from './events/deliveries.ts';
import { eventRoutes, recordEvents } from './events/events.ts';
import { browserAccess, requireKey } from './http/access.ts';
import { failed, respond } from './http/answer.ts';
import { createEndpoint } from './http/endpoint.ts';
import { createKeys } from './http/idempotency.ts';
import { newId } from './ids.ts';
import { authenticationRoutes } from './intents/authentication.ts';
import { chargeRoutes } from './intents/charges.ts';
import { paymentIntentRoutes } from './intents/payment-intents.ts';
import { setupIntentRoutes } from './intents/setup-intents.ts';
import { disputeRoutes } from './returns/disputes.ts';
import { fraudWarningRoutes } from './returns/fraud-warnings.ts';
import { refundRoutes } from './returns/refunds.ts';
import { openStripeStore, type Store } from './store.ts';
import { stripeJsRoute } from './stripe-js.ts';

/**
 * Stripe's HTTP API as far as a backorder needs it, over one store, with Stripe.js for it; what
 * tests tell it at `/_faults`, `/_deliveries` and `/_acts`. Mount it anywhere, as its last routes
 * answer every path with Stripe's 404. `publicUrl` is where a browser reaches it; without, the
 * address that a request came to. `now` is wall time. What it does by itself, delivering events to
 * the webhook included, ends when the signal is aborted.
 */
export const createStripeStandIn = ({
  faults,
  publicUrl,
  store = openStripeStore(),
  now = Date.now,
  latencyMs = 0,
  webhook,
  signal,
}: {
  faults: FaultPlan;
  publicUrl?: string;
  store?: Store;
  now?: () => number;
  latencyMs?: number;
  webhook?: Webhook | undefined;
  signal?: AbortSignal | undefined;
}): Hono => {
  const keys = createKeys(store, now);
  const endpoint = createEndpoint({ store, keys, faults, now, publicUrl, latencyMs });
  const deliveries = webhook && createDeliveries({ store, webhook, now, signal });
  recordEvents(store, { now, ...(deliveries ? { announce: deliveries.add } : {}) });
  createAgenda(store, { now, signal });
  return new Hono()
    .route('/', faultsRoute(faults))
    .route('/', deliveries ? deliveriesRoute(deliveries) : new Hono())
    .route('/', actsRoute(store, now))
    .route('/', stripeJsRoute())
    .route('/authenticate', authenticationRoutes(store, now))
    .use('/v1/*', browserAccess)
    .use('/v1/*', requireKey)
    .route('/v1/customers', customerRoutes(endpoint, store))
    .route('/v1/customers', customerPaymentMethodRoutes(endpoint, store))
    .route('/v1/payment_methods', paymentMethodRoutes(endpoint, store))
    .route('/v1/payment_intents', paymentIntentRoutes(endpoint, store))
    .route('/v1/setup_intents', setupIntentRoutes(endpoint, store))
    .route('/v1/charges', chargeRoutes(endpoint, store))
    .route('/v1/refunds', refundRoutes(endpoint, store))
    .route('/v1/disputes', disputeRoutes(endpoint, store))
    .route('/v1/radar/early_fraud_warnings', fraudWarningRoutes(endpoint, store))
    .route('/v1/events', eventRoutes(endpoint, store))
    .all('/*', (c) => {
      const message = `Unrecognized request URL (${c.req.method}: ${new URL(c.req.url).pathname}).`;
      const error = { type: 'invalid_request_error' as const, message };
      return respond(c, failed(404, error), { requestId: newId('req') });
    });
};
