import Stripe from 'stripe';
import type { PaymentProvider } from '../provider.ts';
import { toStripe } from './amounts.ts';
import { answerOf, findDeclined, ok } from './answers.ts';
import { findCardView, findCustomer, findSetupView } from './cards.ts';
import { createStripeFetch } from './fetch.ts';
import { findIntentView } from './intents.ts';
import { readPage, readPages } from './pages.ts';
import { findDisputeView, findFraudWarningView, findRefundView } from './returns.ts';

/** The version whose shapes the views read; the one that the SDK's types describe. */
const apiVersion = '2026-10-28.endive';

const pageSize = 100;
const expand = ['latest_charge'];

/**
 * Stripe as the payment provider. One call is one HTTP request. The SDK repeats nothing, not even
 * after a closed connection, because fetch hides from it the codes that would make it. `apiBase` is
 * another address of the API, with or without a path.
 */
export const createStripePayments = (settings: {
  secretKey: string;
  apiBase?: string;
  timeoutMs?: number;
}): PaymentProvider => {
  const stripe = createClient(settings);
  return {
    authorize: ({ key, attemptId, orderId, customerId, paymentMethodId, amount }) =>
      answerOf(
        stripe.paymentIntents.create(
          {
            ...toStripe(amount),
            customer: customerId,
            payment_method: paymentMethodId,
            allowed_payment_method_types: ['card'],
            capture_method: 'manual',
            confirm: true,
            off_session: true,
            metadata: { order: orderId, attempt: attemptId },
            expand,
          },
          { idempotencyKey: key },
        ),
        findIntentView,
        findDeclined,
      ),
    capture: ({ key, intentId, amount }) =>
      answerOf(
        stripe.paymentIntents.capture(
          intentId,
          { amount_to_capture: toStripe(amount).amount, expand },
          { idempotencyKey: key },
        ),
        findIntentView,
      ),
    cancel: ({ key, intentId }) =>
      answerOf(
        stripe.paymentIntents.cancel(intentId, { expand }, { idempotencyKey: key }),
        findIntentView,
      ),
    refund: ({ key, attemptId, intentId, amount }) =>
      answerOf(
        stripe.refunds.create(
          {
            payment_intent: intentId,
            amount: toStripe(amount).amount,
            metadata: { attempt: attemptId },
          },
          { idempotencyKey: key },
        ),
        findRefundView,
      ),
    getIntent: (intentId) =>
      answerOf(stripe.paymentIntents.retrieve(intentId, { expand }), findIntentView),
    findIntent: async ({ customerId, attemptId }) => {
      const answer = await readPages({
        read: (after) =>
          stripe.paymentIntents.list({
            customer: customerId,
            limit: pageSize,
            expand: ['data.latest_charge'],
            ...after,
          }),
        view: findIntentView,
        idOf: (intent) => intent.intentId,
        enough: (intent) => intent.attemptId === attemptId,
      });
      if (answer.outcome !== 'ok') return answer;
      return ok(answer.value.find((intent) => intent.attemptId === attemptId));
    },
    listIntentsOf: (customerId) =>
      readPages({
        read: (after) =>
          stripe.paymentIntents.list({
            customer: customerId,
            limit: pageSize,
            expand: ['data.latest_charge'],
            ...after,
          }),
        view: findIntentView,
        idOf: (intent) => intent.intentId,
      }),
    listRefunds: (intentId) =>
      readPages({
        read: (after) =>
          stripe.refunds.list({ payment_intent: intentId, limit: pageSize, ...after }),
        view: findRefundView,
        idOf: (refund) => refund.refundId,
      }),
    listIntents: async ({ since, after }) => {
      const answer = await readPage(
        stripe.paymentIntents.list({
          created: { gte: Math.floor(Date.parse(since) / 1000) },
          limit: pageSize,
          expand: ['data.latest_charge'],
          ...(after === undefined ? {} : { starting_after: after }),
        }),
        findIntentView,
      );
      if (answer.outcome !== 'ok') return answer;
      const { items, hasMore } = answer.value;
      return ok({ intents: items, next: (hasMore && items.at(-1)?.intentId) || null });
    },
    getCard: async (methodId) => {
      const answer = await answerOf(stripe.paymentMethods.retrieve(methodId), findCardView);
      const isMissing = answer.outcome === 'refused' && answer.code === 'resource_missing';
      return isMissing ? ok(undefined) : answer;
    },
    listDisputes: (intentId) =>
      readPages({
        read: (after) =>
          stripe.disputes.list({ payment_intent: intentId, limit: pageSize, ...after }),
        view: findDisputeView,
        idOf: (dispute) => dispute.disputeId,
      }),
    listFraudWarnings: (intentId) =>
      readPages({
        read: (after) =>
          stripe.radar.earlyFraudWarnings.list({
            payment_intent: intentId,
            limit: pageSize,
            ...after,
          }),
        view: findFraudWarningView,
        idOf: (warning) => warning.warningId,
      }),
    createCustomer: ({ key, orderId, email, name }) =>
      answerOf(
        stripe.customers.create(
          { email, ...(name !== null && { name }), metadata: { order: orderId } },
          { idempotencyKey: key },
        ),
        findCustomer,
      ),
    createSetup: ({ key, customerId, orderId }) =>
      answerOf(
        stripe.setupIntents.create(
          {
            customer: customerId,
            usage: 'off_session',
            allowed_payment_method_types: ['card'],
            metadata: { order: orderId },
          },
          { idempotencyKey: key },
        ),
        findSetupView,
      ),
    getSetup: (setupId) => answerOf(stripe.setupIntents.retrieve(setupId), findSetupView),
  };
};

const createClient = ({
  secretKey,
  apiBase,
  timeoutMs = 15_000,
}: Parameters<typeof createStripePayments>[0]): Stripe =>
  new Stripe(secretKey, {
    apiVersion,
    httpClient: Stripe.createFetchHttpClient(createStripeFetch(apiBase)),
    maxNetworkRetries: 0,
    telemetry: false,
    timeout: timeoutMs,
  });
