import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { createAvailability } from './availability.ts';
import type { AppDeps, RouteDeps } from './deps.ts';
import { serveDocument } from './document.ts';
import type { AppEnv } from './env.ts';
import { handleFailure } from './failure.ts';
import { refuseInvalid } from './invalid.ts';
import { createKeyring } from './keyring.ts';
import { limitBody } from './limit-body.ts';
import {
  measureDifferences,
  measureNews,
  measureRequests,
  measureWatches,
  measureWebhooks,
} from './metrics.ts';
import { problem, respondWithProblem } from './problem.ts';
import { createRateLimit } from './rate-limit.ts';
import { availabilityRoutes } from './routes/availability.ts';
import { backorderRoutes } from './routes/backorders.ts';
import { cancelRoutes } from './routes/cancel.ts';
import { checkoutRoutes } from './routes/checkout.ts';
import { correctionRoutes } from './routes/corrections.ts';
import { customerRoutes } from './routes/customer.ts';
import { customerPaymentRoutes } from './routes/customer-payment.ts';
import { demandRoutes } from './routes/demand.ts';
import { docsRoutes } from './routes/docs.ts';
import { eraseRoutes } from './routes/erase.ts';
import { fastForwardRoutes } from './routes/fast-forward.ts';
import { healthRoutes } from './routes/health.ts';
import { holdRoutes } from './routes/hold.ts';
import { operatorRoutes } from './routes/operator.ts';
import { pageRoutes } from './routes/pages.ts';
import { paymentMethodRoutes } from './routes/payment-method.ts';
import { productRoutes } from './routes/products.ts';
import { promiseRoutes } from './routes/promise.ts';
import { reconciliationRoutes } from './routes/reconciliation.ts';
import { recordRoutes } from './routes/record.ts';
import { resolveRoutes } from './routes/resolve.ts';
import { restockPreviewRoutes } from './routes/restock-preview.ts';
import { restockRoutes } from './routes/restocks.ts';
import { shipmentRoutes } from './routes/shipments.ts';
import { skuRoutes } from './routes/skus.ts';
import { supplyRoutes } from './routes/supplies.ts';
import { stripeWebhookRoutes } from './webhooks/stripe.ts';

const maxBodyBytes = 256 * 1024;

/**
 * The whole HTTP surface. Every answer carries `X-Request-Id`; every error is an RFC 9457
 * problem.
 */
export const createApp = (deps: AppDeps): OpenAPIHono<AppEnv> => {
  const { config, logger, registry, db } = deps;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.use(requestId({ limitLength: 128 }));
  app.use(measureRequests(registry));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => refuseMethod(c, methods, config),
    }),
  );
  app.use(limitBody({ maxSize: maxBodyBytes, onError: refuseSize }));
  app.onError(handleFailure({ publicUrl: config.publicUrl, logger }));
  app.notFound((c) => respondWithProblem(c, problem('not_found'), config));
  measureNews(registry, db);
  measureWebhooks(registry, db);
  measureWatches(registry, db);
  measureDifferences(registry, db);
  mountRoutes(app, {
    ...deps,
    authenticate: createKeyring(db),
    limitRate: createRateLimit(config.rateLimit),
    availability: createAvailability(db),
  });
  return app;
};

const mountRoutes = (app: OpenAPIHono<AppEnv>, deps: RouteDeps): void => {
  for (const routes of [
    checkoutRoutes,
    backorderRoutes,
    recordRoutes,
    cancelRoutes,
    customerRoutes,
    eraseRoutes,
    fastForwardRoutes,
    holdRoutes,
    paymentMethodRoutes,
    promiseRoutes,
    resolveRoutes,
    shipmentRoutes,
    operatorRoutes,
    restockRoutes,
    restockPreviewRoutes,
    correctionRoutes,
    productRoutes,
    supplyRoutes,
    skuRoutes,
    availabilityRoutes,
    demandRoutes,
    reconciliationRoutes,
    healthRoutes,
    docsRoutes,
    // Before the other pages, whose headers allow none of the provider's scripts.
    customerPaymentRoutes,
    pageRoutes,
    stripeWebhookRoutes,
  ]) {
    app.route('/', routes(deps));
  }
  serveDocument(app);
};

const refuseSize = () => {
  throw problem('payload_too_large');
};

const refuseMethod = (c: Context, methods: string[], config: { publicUrl: string }): Response => {
  const headers = { Allow: methods.join(', ') };
  return respondWithProblem(c, problem('method_not_allowed', { headers }), config);
};
