import { describe, expect, test } from 'vitest';
import type { Opening } from '../../../../workflows/domain/backorder/backorder.ts';
import type { Fact, IntentSeen } from '../../../../workflows/domain/backorder/fact.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { viewOf } from '../../../../workflows/domain/view.ts';
import { bensMugs, dayZero } from '../../../support/cast.ts';
import { confirmed, snapshot, units } from '../../../support/facts.ts';
import { givenOrder } from '../../../support/given.ts';

const prepaid: Opening = { ...bensMugs, payment: { methodId: null, upfront: { amount: 100 } } };

/** The provider shows the payment that was named at checkout so. */
const seen = (change: Partial<IntentSeen> = {}, look = 1): Fact => ({
  ...{ type: 'IntentSeen', at: dayZero, intentId: 'upfront', look },
  ...{ status: 'captured', amount: 100, captured: 100, refunded: 0, holdUntil: null },
  ...{
    decline: null,
    methodId: null,
    isProven: true,
    isDisputed: false,
    isWarned: false,
    chargedBack: 0,
  },
  ...change,
});

const cancelled: Fact[] = [
  {
    type: 'CancellationAccepted',
    at: dayZero,
    act: { type: 'cancel', actId: 'c1', by: 'customer', lines: null },
  },
  {
    ...{ type: 'StockActApplied', at: dayZero, actId: 'c1', lines: units(3), short: false },
    snapshot: snapshot(2, { cancelled: 3 }),
  },
];

const mailAfter = (...facts: Fact[]) => {
  const mail = givenOrder(prepaid, ...confirmed, ...facts, ...cancelled)
    .plans()
    .plan.start.find(({ type }) => type === 'sendMail');
  return mail?.type === 'sendMail' ? mail.message.money : undefined;
};

const told: Fact = {
  ...{ type: 'MessageDecided', at: dayZero, key: 'cancelled:c1', kind: 'cancelled' },
  decision: 'sent',
};

describe('captured money that does not count for the order', () => {
  const other = seen({ isProven: false });

  test('is not denied by the mail of its cancellation', () => {
    expect(mailAfter(other)).toMatchObject({ captured: 0, owed: 0, isUnmatched: true });
  });

  test('waits for a person after the end', () => {
    const { state, plans } = givenOrder(prepaid, ...confirmed, other, ...cancelled, told);
    expect(plans().plan.done).toBe('cancelled');
    const { attention, payment } = viewOf(state, plan(state, dayZero), dayZero);
    expect(attention.map(({ code }) => code)).toEqual(['unpaid']);
    expect(payment).toMatchObject({ captured: 0, isUnmatched: true, books: { foreign: 100 } });
  });

  test.each([
    ['once it has gone back', seen({ isProven: false, refunded: 100 })],
    ['when nothing was ever captured', seen({ isProven: false, status: 'voided', captured: 0 })],
    ['when it is the order’s own, though too little', seen({ captured: 40 })],
  ])('is not spoken of %s', (_title, fact) => {
    const { state } = givenOrder(prepaid, ...confirmed, fact);
    expect(viewOf(state, plan(state, dayZero), dayZero).payment.isUnmatched).toBe(false);
  });

  test('is not spoken of once a later look finds it right', () => {
    const { state } = givenOrder(prepaid, ...confirmed, other, seen({}, 2));
    const { attention, payment } = viewOf(state, plan(state, dayZero), dayZero);
    expect(attention).toEqual([]);
    expect(payment).toMatchObject({ captured: 100 });
    expect(payment.isUnmatched).toBe(false);
  });
});
