import Stripe from 'stripe';
import { answerOf, findDeclined, ok } from './payment.stripe-answers.ts';
import { createStripeFetch } from './payment.stripe-fetch.ts';
import { readPages } from './payment.stripe-pages.ts';
import { findIntentView, findRefundView } from './payment.stripe-views.ts';
import type { PaymentProvider } from './payment.ts';

/** The version whose shapes the views read; the one that the SDK's types describe. */
const apiVersion = '2026-10-28.endive';

const pageSize = 100;
const expand = ['latest_charge'];

/**
 * Stripe as the payment provider. One call is one HTTP request: the SDK's retries are off, its
 * hidden one after a closed connection included, since fetch keeps the codes that trigger it.
 * `apiBase` is another address of the API, with or without a path.
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
            amount: amount.amount,
            currency: amount.currency.toLowerCase(),
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
          { amount_to_capture: amount.amount, expand },
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
          { payment_intent: intentId, amount: amount.amount, metadata: { attempt: attemptId } },
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
    listRefunds: (intentId) =>
      readPages({
        read: (after) =>
          stripe.refunds.list({ payment_intent: intentId, limit: pageSize, ...after }),
        view: findRefundView,
        idOf: (refund) => refund.refundId,
      }),
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
