import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type FaultPlan, faultsRoute } from '../faults.ts';
import { actsRoute } from './acts.ts';
import { createAgenda } from './agenda.ts';
import { failed, respond } from './answer.ts';
import { authenticationRoutes } from './authentication.ts';
import { chargeRoutes } from './charges.ts';
import { customerRoutes } from './customers.ts';
import { createDeliveries, deliveriesRoute, type Webhook } from './deliveries.ts';
import { disputeRoutes } from './disputes.ts';
import { createEndpoint } from './endpoint.ts';
import { eventRoutes, recordEvents } from './events.ts';
import { fraudWarningRoutes } from './fraud-warnings.ts';
import { createKeys } from './idempotency.ts';
import { newId } from './ids.ts';
import { paymentIntentRoutes } from './payment-intents.ts';
import { customerPaymentMethodRoutes, paymentMethodRoutes } from './payment-methods.ts';
import { refundRoutes } from './refunds.ts';
import { setupIntentRoutes } from './setup-intents.ts';
import { openStripeStore, type Store } from './store.ts';

/**
 * Stripe's HTTP API as far as a backorder needs it, over one store, with what tests tell it
 * at `/_faults`, `/_deliveries` and `/_acts`. Mount it anywhere, as its last routes
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
    .route('/authenticate', authenticationRoutes(store, now))
    .use('/v1/*', requireSecretKey)
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

/** Lets any test mode secret key in, as Bearer token or as the user name of Basic. */
const requireSecretKey = createMiddleware(async (c, next) => {
  const [scheme = '', credentials = ''] = (c.req.header('Authorization') ?? '').split(' ');
  const key = scheme.toLowerCase() === 'basic' ? basicUser(credentials) : credentials;
  if (/^sk_test_\w+$/.test(key)) return next();
  const message =
    key === ''
      ? 'You did not provide an API key. Provide it as a Bearer token or as the user name of Basic auth.'
      : `Invalid API Key provided: ${key.slice(0, 8)}***. Only sk_test_ keys are known here.`;
  const error = { type: 'invalid_request_error' as const, message };
  return respond(c, failed(401, error), { requestId: newId('req') });
});

const basicUser = (credentials: string): string =>
  Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '';
