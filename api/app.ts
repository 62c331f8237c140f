import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, ErrorHandler } from 'hono';
import { except } from 'hono/combine';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { listSkuOutlooks } from '../db/stock/skus.ts';
import { keepPrivate } from './access/keep-private.ts';
import { createRateLimit } from './access/rate-limit.ts';
import { limitStrangers } from './access/strangers.ts';
import { backorderRoutes } from './backorder/backorders.ts';
import { cancelPreviewRoutes, cancelRoutes } from './backorder/cancel.ts';
import { checkoutRoutes } from './backorder/checkout/route.ts';
import { customerRoutes } from './backorder/customer.ts';
import { eraseRoutes } from './backorder/erase.ts';
import { fastForwardRoutes } from './backorder/fast-forward.ts';
import { holdRoutes } from './backorder/hold.ts';
import { linkRoutes } from './backorder/link.ts';
import { resolveRoutes } from './backorder/resolve.ts';
import { reconciliationRoutes } from './books/reconciliation.ts';
import { shopDeliveryRoutes } from './connector/delivery.ts';
import { shopReplayRoutes } from './connector/replay-delivery.ts';
import { shopRoutes } from './connector/shops.ts';
import { shownShopRoutes } from './connector/show-shops.ts';
import type { AppDeps, Availability, RouteDeps } from './deps.ts';
import { deskRoutes } from './desk/desk.tsx';
import { accountRoutes } from './desk/people/operators-api.ts';
import { secrecy } from './html/secrecy.ts';
import { docsRoutes } from './http/docs.ts';
import { serveDocument } from './http/document.ts';
import type { AppEnv } from './http/env.ts';
import { handleFailure } from './http/failure.ts';
import { refuseInvalid } from './http/invalid.ts';
import { limitBody, maxBodyBytes } from './http/limit-body.ts';
import { problem, respondWithProblem } from './http/problem.ts';
import { importRoutes } from './import/routes.ts';
import { keyRoutes } from './keys/keys.ts';
import { shownKeyRoutes } from './keys/show-keys.ts';
import { aheadRoutes } from './law/ahead.ts';
import { delayAnswerRoutes } from './law/delay-answer.ts';
import { evidenceRoutes } from './law/evidence.ts';
import { furtherPeriodRoutes } from './law/further-period.ts';
import { withdrawalRoutes } from './law/withdrawal.ts';
import { messageRoutes } from './mail/all-messages.ts';
import { recordRoutes } from './mail/messages.ts';
import { preferencesRoutes } from './mail/preferences.ts';
import { resendRoutes } from './mail/resend.ts';
import { specimenRoutes } from './mail/specimens.ts';
import { suppressionRoutes } from './mail/suppressions.ts';
import { resendWebhookRoutes } from './mail/webhook.ts';
import { healthRoutes } from './operations/health.ts';
import {
  createDurations,
  measureDifferences,
  measureNews,
  measurePosts,
  measureRequests,
  measureWatches,
  measureWebhooks,
} from './operations/metrics.ts';
import { webhookReplayRoutes } from './operations/replay-webhook.ts';
import { endpointLogRoutes } from './outbound/endpoint-log.ts';
import { endpointRoutes } from './outbound/endpoints.ts';
import { documentEvents } from './outbound/events-document.ts';
import { replayRoutes } from './outbound/replay.ts';
import { addressRoutes } from './page/address/address-routes.ts';
import { confirmRoutes } from './page/address/confirm-routes.ts';
import { customerPaymentRoutes } from './page/card/pay-routes.ts';
import { findRoutes } from './page/find/find-routes.ts';
import { deadLink, formsOnly, showFailure } from './page/parts/failure-page.ts';
import { preferencesPageRoutes } from './page/preferences/routes.ts';
import { unsubscribeRoutes } from './page/preferences/unsubscribe.ts';
import { pageRoutes } from './page/routes.ts';
import { paymentMethodRoutes } from './payment/payment-method.ts';
import { stripeWebhookRoutes } from './payment/webhook.ts';
import { promiseRoutes } from './promise/promise.ts';
import { promisePreviewRoutes } from './promise/promise-preview.ts';
import { supplyRoutes } from './promise/supplies.ts';
import { correctionPreviewRoutes } from './stock/correction-preview.ts';
import { correctionRoutes } from './stock/corrections.ts';
import { demandRoutes } from './stock/demand.ts';
import { giveUpRoutes } from './stock/give-up/routes.ts';
import { priorityPreviewRoutes } from './stock/priority-preview.ts';
import { operatorRoutes } from './stock/reassign.ts';
import { restockPreviewRoutes } from './stock/restock-preview.ts';
import { restockRoutes } from './stock/restocks.ts';
import { shipmentRoutes } from './stock/shipments.ts';
import { skuRoutes } from './stock/skus.ts';
import { answerKnown } from './storefront/answer-known.ts';
import { createAvailability } from './storefront/availability.ts';
import { availabilityRoutes } from './storefront/availability-route.ts';
import { feedRoutes } from './storefront/feed-route.ts';
import { createKnownQuestions, type KnownQuestions } from './storefront/known-questions.ts';
import { productRoutes } from './storefront/products.ts';
import { structuredDataRoutes } from './storefront/structured-data-route.ts';
import { widgetRoutes } from './storefront/widget-route.ts';
import { updateFeedRoutes } from './updates/feed-routes.ts';
import { updateRoutes } from './updates/update-routes.ts';

/**
 * The whole HTTP surface. Every answer carries `X-Request-Id`; every error is an RFC 9457
 * problem.
 */
export const createApp = (deps: AppDeps): OpenAPIHono<AppEnv> => {
  const { config, registry, reads, access } = deps;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const durations = createDurations(registry);
  const questions = createKnownQuestions();
  const timeZone = config.shopTimeZone;
  const listOutlooks = (skus: readonly string[]) => listSkuOutlooks(reads.sql, skus);
  const availability = createAvailability(listOutlooks, { timeZone, lexicon: deps.lexicon });
  answerWhatIsKnown(app, { ...deps, questions, availability, durations });
  app.use(requestId({ limitLength: 128 }));
  app.use(measureRequests(durations));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => refuseMethod(c, methods, deps),
    }),
  );
  app.use(limitStrangers(config.strangers, access));
  // A mail program may send anything there, and nobody reads it. Files have a limit of their own, and
  // operators read on a page that they sent too much.
  app.use(except(['/u/:token', '/v1/import/*', '/desk/*'], limitBody(maxBodyBytes)));
  app.onError(answerFailure(deps));
  app.notFound((c) => refuseAddress(c, deps));
  measureNews(registry, reads);
  measureWebhooks(registry, reads);
  measureWatches(registry, reads);
  measureDifferences(registry, reads);
  measurePosts(registry, reads);
  mountRoutes(app, {
    ...deps,
    authenticate: access.keyring.authenticate,
    limitRate: createRateLimit(config.rateLimit),
    availability,
    questions,
  });
  return app;
};

type Pages = { questions: KnownQuestions; availability: Availability };

/** Ahead of all that other requests need. */
const answerWhatIsKnown = (
  app: OpenAPIHono<AppEnv>,
  {
    config,
    access,
    questions,
    availability,
    durations,
  }: AppDeps & Pages & { durations: ReturnType<typeof createDurations> },
): void => {
  const { one, many } = questions;
  const rest = { durations, limit: config.strangers, counts: access.counts };
  const route = '/v1/availability/:sku';
  app.get(route, answerKnown({ route, questions: one, find: availability.find, ...rest }));
  const all = '/v1/availability';
  app.get(all, answerKnown({ route: all, questions: many, find: availability.findMany, ...rest }));
};

const mountRoutes = (
  app: OpenAPIHono<AppEnv>,
  deps: RouteDeps & Pick<Pages, 'questions'>,
): void => {
  // Caches may keep what product pages ask.
  app.route('/', availabilityRoutes(deps, deps));
  for (const routes of [structuredDataRoutes, feedRoutes, updateFeedRoutes, widgetRoutes]) {
    app.route('/', routes(deps));
  }
  app.use('/v1/*', keepPrivate);
  const reading = { ...deps, db: deps.reads };
  for (const routes of [
    backorderRoutes,
    recordRoutes,
    evidenceRoutes,
    messageRoutes,
    demandRoutes,
    skuRoutes,
    reconciliationRoutes,
    endpointLogRoutes,
    healthRoutes,
    shownShopRoutes,
    shownKeyRoutes,
  ]) {
    app.route('/', routes(reading));
  }
  for (const routes of [
    checkoutRoutes,
    cancelRoutes,
    cancelPreviewRoutes,
    customerRoutes,
    delayAnswerRoutes,
    eraseRoutes,
    fastForwardRoutes,
    furtherPeriodRoutes,
    holdRoutes,
    linkRoutes,
    paymentMethodRoutes,
    promiseRoutes,
    promisePreviewRoutes,
    resendRoutes,
    resolveRoutes,
    shipmentRoutes,
    operatorRoutes,
    priorityPreviewRoutes,
    restockRoutes,
    restockPreviewRoutes,
    giveUpRoutes,
    correctionRoutes,
    correctionPreviewRoutes,
    productRoutes,
    endpointRoutes,
    replayRoutes,
    accountRoutes,
    supplyRoutes,
    updateRoutes,
    withdrawalRoutes,
    importRoutes,
    aheadRoutes,
    preferencesRoutes,
    suppressionRoutes,
    specimenRoutes,
    docsRoutes,
    // Before the other pages, whose headers allow none of the provider's scripts.
    customerPaymentRoutes,
    preferencesPageRoutes,
    unsubscribeRoutes,
    addressRoutes,
    confirmRoutes,
    findRoutes,
    pageRoutes,
    stripeWebhookRoutes,
    resendWebhookRoutes,
    shopRoutes,
    shopDeliveryRoutes,
    shopReplayRoutes,
    webhookReplayRoutes,
    keyRoutes,
  ]) {
    app.route('/', routes(deps));
  }
  app.route('/', deskRoutes(deps, app.fetch));
  documentEvents(app);
  serveDocument(app);
};

/** Customers read a page, whatever went wrong before their page was found. */
const answerFailure = (deps: AppDeps): ErrorHandler<AppEnv> => {
  const { config, logger } = deps;
  const toProblem = handleFailure({ publicUrl: config.publicUrl, logger });
  const toPage = showFailure(deps);
  return async (error, c) => {
    if (!isPage(c)) return toProblem(error, c);
    await secrecy(c, async () => {});
    return toPage(error, c);
  };
};

const isPage = (c: Context): boolean => /^\/([abu]\/|find$)/.test(c.req.path);

type Told = Pick<AppDeps, 'config' | 'lexicon'>;

const refuseAddress = (c: Context<AppEnv>, deps: Told): Response | Promise<Response> =>
  isPage(c)
    ? deadLink(c, deps, 'unknown')
    : respondWithProblem(c, problem('not_found'), deps.config);

const refuseMethod = (c: Context<AppEnv>, methods: string[], deps: Told) => {
  const headers = { Allow: methods.join(', ') };
  if (isPage(c)) {
    c.header('Allow', headers.Allow);
    return formsOnly(c, deps);
  }
  return respondWithProblem(c, problem('method_not_allowed', { headers }), deps.config);
};
