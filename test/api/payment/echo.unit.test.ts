import { describe, expect, test } from 'vitest';
import { isEcho } from '../../../api/payment/echo.ts';
import type { Concerned } from '../../../db/payment/concerned-orders.ts';

const order: Concerned = {
  ...{ orderId: '1001', by: 'intent', intent: 'i1', outcome: null, captured: null },
  ...{ isBusy: false, isStarted: true, hasEnded: false, skippedMs: 0 },
};

describe('an event about an intent', () => {
  test.each<[string, Concerned['outcome'], number | null, boolean]>([
    ['requires_capture', 'AuthorizationApproved', null, true],
    ['requires_capture', 'AuthenticationRequired', null, false],
    ['requires_payment_method', 'AuthorizationDeclined', null, true],
    ['requires_payment_method', 'AuthenticationRequired', null, false],
    ['requires_action', 'AuthenticationRequired', null, false],
    ['canceled', 'HoldVoided', null, true],
    ['requires_payment_method', 'HoldVoided', null, true],
    ['canceled', 'AuthorizationApproved', null, false],
    ['succeeded', 'PaymentCaptured', 13_800, true],
    ['succeeded', 'AuthorizationApproved', null, false],
    ['succeeded', 'PaymentCaptured', 100, false],
  ])('%s after %s (captured %s) is an echo: %s', (status, outcome, captured, echo) => {
    const about = { intentId: 'pi_1', status, captured: 13_800 };
    expect(isEcho({ ...order, outcome, captured }, about)).toBe(echo);
  });

  test('without its standing, or about a card, is always news', () => {
    const known: Concerned = { ...order, outcome: 'HoldVoided' };
    expect(isEcho(known, { intentId: 'pi_1' })).toBe(false);
    expect(isEcho({ ...known, by: 'card' }, { methodId: 'pm_1', status: 'canceled' })).toBe(false);
  });
});
