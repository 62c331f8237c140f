import { expect, test } from 'vitest';
import { findIntentView } from '../../../../activities/payment/stripe/intents.ts';

const intent = (changes: Record<string, unknown> = {}) => ({
  id: 'pi_1',
  object: 'payment_intent',
  amount: 13800,
  amount_capturable: 0,
  amount_received: 0,
  client_secret: 'pi_1_secret_1',
  created: 1_795_428_000,
  currency: 'usd',
  customer: 'cus_1',
  latest_charge: charge(),
  metadata: { order: '1001', attempt: 'a1' },
  payment_method: null,
  status: 'requires_payment_method',
  ...changes,
});
const charge = (changes: Record<string, unknown> = {}) => ({
  amount: 13800,
  amount_captured: 0,
  amount_refunded: 0,
  disputed: false,
  outcome: { type: 'issuer_declined', reason: 'generic_decline' },
  payment_method_details: { card: {} },
  ...changes,
});
const declined = (error: Record<string, string>, outcome?: Record<string, unknown>) =>
  findIntentView(
    intent({
      last_payment_error: { code: 'card_declined', ...error },
      ...(outcome ? { latest_charge: charge({ outcome }) } : {}),
    }),
  );

test('an intent says whose it is, what it is for, and when it was made', () => {
  expect(findIntentView(intent({ customer: { id: 'cus_1' } }))).toMatchObject({
    orderId: '1001',
    customerId: 'cus_1',
    paymentMethodId: null,
    createdAt: '2026-11-23T10:00:00.000Z',
    isDisputed: false,
  });
  const guest = findIntentView(intent({ customer: null, metadata: {} }));
  expect(guest).toMatchObject({ orderId: null, customerId: null, attemptId: null });
});

test('a customer who failed to say who they are may try again: that is no decline', () => {
  const last_payment_error = {
    code: 'payment_intent_authentication_failure',
    payment_method: { id: 'pm_1', object: 'payment_method' },
  };
  expect(findIntentView(intent({ last_payment_error }))).toMatchObject({
    status: 'action_required',
    decline: null,
    paymentMethodId: 'pm_1',
    clientSecret: 'pi_1_secret_1',
  });
});

test.each([
  ['insufficient_funds', 'soft'],
  ['do_not_honor', 'soft'],
  ['a_code_of_tomorrow', 'soft'],
  ['expired_card', 'expired'],
  ['lost_card', 'hard'],
  ['stolen_card', 'hard'],
  ['pickup_card', 'hard'],
  ['fraudulent', 'fraud'],
  ['merchant_blacklist', 'fraud'],
])('a decline with %s is %s', (decline_code, kind) => {
  expect(declined({ decline_code })?.decline).toEqual({ code: decline_code, kind });
});

test.each([
  ['generic_decline', 'do_not_try_again', 'hard'],
  ['generic_decline', 'try_again_later', 'soft'],
  ['incorrect_number', 'try_again_later', 'hard'],
  ['expired_card', 'do_not_try_again', 'expired'],
  ['fraudulent', 'do_not_try_again', 'fraud'],
])('%s with the advice %s is %s', (decline_code, advice_code, kind) => {
  expect(declined({ decline_code, advice_code })?.decline?.kind).toBe(kind);
});

test.each([
  ['highest_risk_level', 'fraud'],
  ['rule', 'fraud'],
  ['previously_declined_do_not_retry', 'hard'],
  ['low_probability_of_authorization', 'soft'],
  [null, 'fraud'],
])('a charge that Stripe blocked for %s is %s, whatever its code', (reason, kind) => {
  const decline = declined(
    { decline_code: 'generic_decline' },
    { type: 'blocked', reason },
  )?.decline;
  expect(decline).toEqual({ code: 'generic_decline', kind, blockedFor: reason ?? 'unknown' });
});

test('a decline keeps all that the bank and its network said', () => {
  const decline = declined({
    decline_code: 'generic_decline',
    advice_code: 'try_again_later',
    network_decline_code: '51',
    network_advice_code: '03',
  })?.decline;
  expect(decline).toEqual({
    ...{ kind: 'soft', code: 'generic_decline', advice: 'try_again_later' },
    ...{ networkCode: '51', networkAdvice: '03' },
  });
});

test('a charge that was disputed marks its intent', () => {
  const captured = { status: 'succeeded', amount_received: 13800 };
  expect(
    findIntentView(intent({ ...captured, latest_charge: charge({ disputed: true }) })),
  ).toMatchObject({ status: 'captured', isDisputed: true });
});
