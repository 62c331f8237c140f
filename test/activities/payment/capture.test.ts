import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorizePayment } from '../../../activities/payment/authorize.ts';
import { capturePayment } from '../../../activities/payment/capture.ts';
import { createStripePayments } from '../../../activities/payment/stripe/provider.ts';
import { placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { newOrder } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { createBuyer, type Served, serveStripe } from '../../dev/stripe/serve.ts';
import { dayZero } from '../../support/cast.ts';

let db: Db;
let served: Served;
beforeAll(async () => {
  [db, served] = await Promise.all([freshDatabase(), serveStripe()]);
});
afterAll(async () => {
  await Promise.all([served?.close(), db?.close()]);
});

const onIntent = { lane: 'money', intentId: 'i1', subject: 'i1', turn: '' } as const;

it('answers for good that a sum is too small to be captured, and leaves the hold', async () => {
  const payments = createStripePayments({ secretKey: 'sk_test_1', apiBase: served.base });
  const buyer = await createBuyer(served.stripe);
  const { payment } = newOrder('A', ['LAMP:1']);
  const paying = { ...payment, customerId: buyer.customer, paymentMethodId: buyer.payment_method };
  await placeOrder(db, newOrder('A', ['LAMP:1'], { payment: paying }));
  const call = { orderId: 'A', at: dayZero, view: null };
  const [held] = await authorizePayment(
    db,
    payments,
  )({
    ...call,
    effect: {
      ...{ ...onIntent, type: 'authorizePayment', leaseId: 'L1', amount: 13_800 },
      methodId: buyer.payment_method,
    },
  });
  expect(held?.type).toBe('AuthorizationApproved');

  const capture = (amount: number) =>
    capturePayment(
      db,
      payments,
    )({
      ...call,
      effect: { ...onIntent, type: 'capturePayment', amount },
    });
  const tooSmall = [{ type: 'CaptureTooSmall', intentId: 'i1', amount: 49 }];
  expect(await capture(49)).toEqual(tooSmall);
  expect(await capture(49)).toEqual(tooSmall);
  expect(await capture(50)).toEqual([{ type: 'PaymentCaptured', intentId: 'i1', captured: 50 }]);
});
