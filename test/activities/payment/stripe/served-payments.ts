import type { PaymentAnswer, PaymentProvider } from '../../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../../activities/payment/stripe/provider.ts';
import { type Served, serveStripe } from '../../../dev/stripe/serve.ts';

/** The stand-in on a port of its own, and payments there that wait half a second for an answer. */
export const servePayments = async (): Promise<{ served: Served; payments: PaymentProvider }> => {
  const served = await serveStripe({ latencyMs: 20 });
  const payments = createStripePayments({
    secretKey: 'sk_test_1',
    apiBase: served.base,
    timeoutMs: 500,
  });
  return { served, payments };
};

/** What was granted; fails when it was not. */
export const granted = <T>(answer: PaymentAnswer<T>): T => {
  if (answer.outcome !== 'ok') throw new Error(`not ok: ${JSON.stringify(answer)}`);
  return answer.value;
};
