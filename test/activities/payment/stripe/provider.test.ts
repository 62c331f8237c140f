import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { IntentView, PaymentProvider } from '../../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../../activities/payment/stripe/provider.ts';
import { createBuyer, type Served } from '../../../dev/stripe/serve.ts';
import { granted, servePayments } from './served-payments.ts';

let served: Served;
let payments: PaymentProvider;

beforeAll(async () => {
  ({ served, payments } = await servePayments());
});
afterEach(() => served.faults.clear());
afterAll(() => served.close());

let count = 0;
const nextKey = (): string => `attempt-${++count}`;
const usd = (amount: number) => ({ amount, currency: 'USD' });

const requestFor = async (card?: string) => {
  const { customer, payment_method } = await createBuyer(served.stripe, card);
  const key = nextKey();
  return {
    key,
    attemptId: key,
    orderId: '1001',
    customerId: customer,
    paymentMethodId: payment_method,
    amount: usd(13800),
  };
};
const hold = async (card?: string): Promise<IntentView> =>
  granted(await payments.authorize(await requestFor(card)));
const authorizePath = 'POST /v1/payment_intents';

describe('authorize', () => {
  test('holds the amount, says until when, and names order and attempt at the provider', async () => {
    const request = await requestFor();
    const intent = granted(await payments.authorize(request));
    expect(intent).toEqual({
      intentId: expect.stringMatching(/^pi_/),
      attemptId: request.attemptId,
      orderId: '1001',
      customerId: request.customerId,
      paymentMethodId: request.paymentMethodId,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      status: 'held',
      amount: usd(13800),
      capturable: 13800,
      captured: 0,
      refunded: 0,
      captureBefore: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      decline: null,
      isDisputed: false,
      clientSecret: expect.stringContaining('_secret_'),
    });
    const seen = await served.stripe.paymentIntents.retrieve(intent.intentId);
    expect(seen.metadata).toEqual({ order: '1001', attempt: request.attemptId });
  });

  test('repeated with its key and parameters holds once', async () => {
    const request = await requestFor();
    const first = granted(await payments.authorize(request));
    expect(granted(await payments.authorize(request))).toEqual(first);
  });

  test('that needs its customer is no decline, and can be read again as such', async () => {
    const intent = await hold('pm_card_authenticationRequired');
    expect(intent).toMatchObject({
      status: 'action_required',
      decline: null,
      captureBefore: null,
      clientSecret: expect.stringContaining(`${intent.intentId}_secret_`),
    });
    expect(granted(await payments.getIntent(intent.intentId))).toEqual(intent);
  });

  test.each([
    ['pm_card_chargeDeclinedInsufficientFunds', 'insufficient_funds', 'soft'],
    ['pm_card_chargeCustomerFail', 'generic_decline', 'soft'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'soft'],
    ['pm_card_chargeDeclinedLostCard', 'lost_card', 'hard'],
    ['pm_card_chargeDeclinedStolenCard', 'stolen_card', 'hard'],
    ['pm_card_chargeDeclinedFraudulent', 'fraudulent', 'fraud'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired'],
  ])('with %s is declined: %s, %s', async (card, code, kind) => {
    const intent = await hold(card);
    expect(intent).toMatchObject({ status: 'declined', decline: { code, kind }, capturable: 0 });
    expect(granted(await payments.getIntent(intent.intentId))).toEqual(intent);
  });

  test.each(['do_not_try_again', 'pickup_card', 'restricted_card', 'revocation_of_authorization'])(
    'declined with %s is never tried again with that card',
    async (code) => {
      await served.plan({ match: authorizePath, times: 1, fault: `decline:${code}` });
      expect((await hold()).decline).toMatchObject({ code, kind: 'hard' });
    },
  );
});

test('after a decline still says which card was declined', async () => {
  const request = await requestFor('pm_card_chargeDeclinedLostCard');
  const intent = granted(await payments.authorize(request));
  expect(intent).toMatchObject({ status: 'declined', paymentMethodId: request.paymentMethodId });
});

describe('an outcome that is not known', () => {
  test.each([
    ['status:500', 0],
    ['status:503', 0],
    ['drop-before', 0],
    ['hang', 0],
    ['drop-after', 1],
  ])('%s is unknown, and one call is one request', async (fault, intents) => {
    const request = await requestFor();
    await served.plan({ match: authorizePath, times: 1, fault });
    expect(await payments.authorize(request)).toEqual({ outcome: 'unknown', replayed: false });
    expect(served.faults.list()).toEqual([]);
    const { data } = await served.stripe.paymentIntents.list({ customer: request.customerId });
    expect(data).toHaveLength(intents);
    expect(granted(await payments.authorize(request)).status).toBe('held');
  });

  test('that will only ever be repeated is told as replayed, and the intent can be found', async () => {
    const request = await requestFor();
    await served.plan({ match: authorizePath, times: 1, fault: 'status-after:500' });
    expect(await payments.authorize(request)).toEqual({ outcome: 'unknown', replayed: false });
    expect(await payments.authorize(request)).toEqual({ outcome: 'unknown', replayed: true });
    expect(granted(await payments.findIntent(request))).toMatchObject({
      status: 'held',
      attemptId: request.attemptId,
    });
  });
});

describe('later', () => {
  test('when Stripe asks for patience, as long as it asks for', async () => {
    await served.plan({ match: authorizePath, times: 1, fault: 'status:429' });
    expect(await payments.authorize(await requestFor())).toEqual({
      outcome: 'later',
      retryAfterMs: 1000,
    });
  });

  test('when the same key is being worked on', async () => {
    const request = await requestFor();
    const answers = await Promise.all([payments.authorize(request), payments.authorize(request)]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['later', 'ok']);
  });
});

describe('no word about the request', () => {
  test('a key of ours that is not taken: the same again, once that is mended', async () => {
    const { intentId } = await hold();
    const stranger = createStripePayments({ secretKey: 'sk_live_1', apiBase: served.base });
    expect(await stranger.getIntent(intentId)).toEqual({ outcome: 'later', retryAfterMs: 60_000 });
  });

  test('other parameters under a key that was used: what came of it is looked up', async () => {
    const request = await requestFor();
    await payments.authorize(request);
    expect(await payments.authorize({ ...request, amount: usd(1) })).toEqual({
      outcome: 'unknown',
      replayed: true,
    });
  });
});

describe('refused', () => {
  test('with the code of Stripe, or of the failure', async () => {
    const request = await requestFor();
    await payments.authorize(request);
    expect(await payments.authorize({ ...request, key: nextKey(), customerId: 'cus_0' })).toEqual({
      outcome: 'refused',
      code: 'resource_missing',
    });
    const { intentId } = await hold();
    expect(await payments.capture({ key: nextKey(), intentId, amount: usd(13801) })).toEqual({
      outcome: 'refused',
      code: 'amount_too_large',
    });
  });

  test('with unexpected_state when the intent is past what was asked', async () => {
    const { intentId } = await hold();
    await payments.cancel({ key: nextKey(), intentId });
    const refusal = { outcome: 'refused', code: 'unexpected_state' };
    expect(await payments.cancel({ key: nextKey(), intentId })).toEqual(refusal);
    expect(await payments.capture({ key: nextKey(), intentId, amount: usd(1) })).toEqual(refusal);
  });

  test('when a capture is declined: the hold is not money', async () => {
    const { intentId } = await hold();
    await served.plan({ match: `${authorizePath}/`, times: 1, fault: 'decline:lost_card' });
    expect(await payments.capture({ key: nextKey(), intentId, amount: usd(13800) })).toEqual({
      outcome: 'refused',
      code: 'card_declined',
      decline: { kind: 'hard', code: 'lost_card', advice: 'do_not_try_again' },
    });
  });
});

test('captures a part, and does not take the released rest for a refund', async () => {
  const { intentId } = await hold();
  const captured = granted(
    await payments.capture({ key: nextKey(), intentId, amount: usd(10000) }),
  );
  expect(captured).toMatchObject({
    status: 'captured',
    captured: 10000,
    capturable: 0,
    refunded: 0,
  });
  const refund = granted(
    await payments.refund({ key: nextKey(), attemptId: 'r1', intentId, amount: usd(2500) }),
  );
  expect(refund).toEqual({
    refundId: expect.stringMatching(/^re_/),
    attemptId: 'r1',
    status: 'succeeded',
    amount: usd(2500),
  });
  expect(granted(await payments.getIntent(intentId))).toMatchObject({
    captured: 10000,
    refunded: 2500,
  });
  expect(granted(await payments.listRefunds(intentId))).toEqual([refund]);
});

test('releases a hold, which is neither captured nor refunded', async () => {
  const { intentId } = await hold();
  expect(granted(await payments.cancel({ key: nextKey(), intentId }))).toMatchObject({
    status: 'voided',
    captured: 0,
    refunded: 0,
    captureBefore: null,
  });
});

test('finds an attempt among more intents than one page holds, and says when there is none', async () => {
  const request = await requestFor();
  const { intentId } = granted(await payments.authorize(request));
  const { customerId: customer } = request;
  const others = Array.from({ length: 101 }, () =>
    served.stripe.paymentIntents.create({ amount: 50, currency: 'usd', customer }),
  );
  await Promise.all(others);
  expect(granted(await payments.findIntent(request))?.intentId).toBe(intentId);
  expect(await payments.findIntent({ ...request, attemptId: 'other' })).toEqual({
    outcome: 'ok',
    value: undefined,
  });
});

test('an intent that nobody confirmed yet is pending', async () => {
  const { id } = await served.stripe.paymentIntents.create({ amount: 500, currency: 'jpy' });
  expect(granted(await payments.getIntent(id))).toMatchObject({
    status: 'pending',
    attemptId: null,
    amount: { amount: 500, currency: 'JPY' },
  });
});
