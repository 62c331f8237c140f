import { beforeAll, describe, expect, test } from 'vitest';
import type { PaymentProvider } from '../../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../../activities/payment/stripe/provider.ts';

const apiBase = process.env.STRIPE_MOCK_URL;

/**
 * stripe-mock checks each request against Stripe's OpenAPI description and answers with fixtures:
 * it proves the shapes that are sent and read, and nothing of what happens to money.
 */
describe.skipIf(apiBase === undefined)(
  'against stripe-mock, every request is one Stripe knows',
  () => {
    const usd = { amount: 100, currency: 'USD' };
    const options = (key: string) => ({ key, attemptId: 'a1', intentId: 'pi_1', amount: usd });
    let payments: PaymentProvider;

    beforeAll(() => {
      payments = createStripePayments({ secretKey: 'sk_test_123', apiBase: apiBase ?? '' });
    });

    test.each<[string, () => Promise<{ outcome: string }>]>([
      [
        'authorize',
        () =>
          payments.authorize({
            ...options('1'),
            orderId: '1001',
            customerId: 'cus_1',
            paymentMethodId: 'pm_1',
          }),
      ],
      ['capture', () => payments.capture(options('2'))],
      ['cancel', () => payments.cancel(options('3'))],
      ['refund', () => payments.refund(options('4'))],
      ['getIntent', () => payments.getIntent('pi_1')],
      ['findIntent', () => payments.findIntent({ customerId: 'cus_1', attemptId: 'a1' })],
      ['listRefunds', () => payments.listRefunds('pi_1')],
      ['listIntents', () => payments.listIntents({ since: '2026-11-23T10:00:00Z', after: 'pi_1' })],
      ['getCard', () => payments.getCard('pm_1')],
      ['listDisputes', () => payments.listDisputes('pi_1')],
      ['listFraudWarnings', () => payments.listFraudWarnings('pi_1')],
      [
        'createCustomer',
        () =>
          payments.createCustomer({
            key: '6',
            orderId: '1001',
            email: 'ada@example.org',
            name: 'Ada',
          }),
      ],
      [
        'createSetup',
        () => payments.createSetup({ key: '5', customerId: 'cus_1', orderId: '1001' }),
      ],
      ['getSetup', () => payments.getSetup('seti_1')],
    ])('%s', async (_, call) => {
      expect(await call()).toMatchObject({ outcome: 'ok' });
    });
  },
);
