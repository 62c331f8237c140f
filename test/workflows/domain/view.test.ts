import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import type { Intent } from '../../../workflows/domain/backorder/intent.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { paymentState, viewOf } from '../../../workflows/domain/view.ts';
import { day, dayZero, freeLaw } from '../../support/cast.ts';
import {
  authorized,
  cardSeen,
  confirmed,
  declined,
  firm,
  leased,
  snapshot,
  stockChanged,
} from '../../support/facts.ts';
import { given } from '../../support/given.ts';

const at = dayZero;

const viewAfter = (...facts: Fact[]) => {
  const { state } = given(...facts);
  return viewOf(state, plan(state, at), at);
};

const lamp = { leaseId: 'L1', amount: 13_800 };
const started: Fact = {
  type: 'AuthorizationStarted',
  at,
  intentId: 'i2',
  ...lamp,
  methodId: 'pm_1',
};

describe('the payment reads', () => {
  test.each<{ state: ReturnType<typeof paymentState>; facts: Fact[] }>([
    { state: 'vaulted', facts: [] },
    { state: 'authorizing', facts: [started] },
    { state: 'authorized', facts: authorized('i1', lamp) },
    { state: 'failed', facts: declined('i1', lamp) },
    { state: 'failed', facts: [...declined('i1', lamp), started] },
    {
      state: 'failed',
      facts: [started, { type: 'AuthorizationRefused', at, intentId: 'i2', code: 'http_400' }],
    },
    {
      state: 'action_required',
      facts: [started, { type: 'AuthenticationRequired', at, intentId: 'i2' }],
    },
    {
      state: 'captured',
      facts: [
        ...authorized('i1', lamp),
        { type: 'PaymentCaptured', at, intentId: 'i1', captured: 13_800 },
      ],
    },
    {
      state: 'released',
      facts: [...authorized('i1', lamp), { type: 'HoldVoided', at, intentId: 'i1' }],
    },
    {
      state: 'refunded',
      facts: [
        ...authorized('i1', lamp),
        { type: 'PaymentCaptured', at, intentId: 'i1', captured: 13_800 },
        { type: 'PaymentRefunded', at, intentId: 'i1', refundedByUs: 13_800, amount: 13_800 },
      ],
    },
  ])('$state', ({ state, facts }) => {
    expect(paymentState(given(...facts).state)).toBe(state);
  });

  test('as the newest intent, whatever became of those before', () => {
    const intents = given(...declined('i1', lamp), ...authorized('i2', lamp)).state.intents;
    expect(intents.map((intent: Intent) => intent.state)).toEqual(['declined', 'held']);
    expect(paymentState(given(...declined('i1', lamp), ...authorized('i2', lamp)).state)).toBe(
      'authorized',
    );
  });
});

test('what others see of a backorder that is ready to ship', () => {
  const facts = [stockChanged(snapshot(2, {}, firm('L1', 1))), ...authorized('i1', lamp)];
  expect(viewAfter(...confirmed, ...facts)).toEqual({
    phase: 'ready_to_ship',
    promise: { promiseId: 'p1', on: '2027-01-15' },
    payment: {
      state: 'authorized',
      authorized: 13_800,
      captured: 0,
      givenBack: 0,
      chargedBack: 0,
      books: { waived: 0, foreign: 0 },
      isUnmatched: false,
      holdUntil: day(7),
      problem: null,
      expiringOn: null,
    },
    law: freeLaw,
    next: null,
    nextWakeAt: day(6),
    attention: [],
    isSuspended: false,
    outcome: null,
  });
});

test('the last day of a card, once it expires before the promise', () => {
  const shown = (expiresOn: string) => viewAfter(cardSeen({ expiresOn })).payment.expiringOn;
  expect(shown('2027-01-31')).toBeNull();
  expect(shown('2026-12-31')).toBe('2026-12-31');
});

describe('what comes next', () => {
  const mail = { key: 'check-in:1', kind: 'check-in', at: day(2), until: day(9) } as const;
  const planned: Fact = { type: 'TimetableMade', at, planNumber: 1, entries: [mail] };
  const set = stockChanged(snapshot(2, {}, leased('L1', 1)));

  test('is the next mail, unless a lease ends before it', () => {
    expect(viewAfter(planned).next).toEqual({ kind: 'check-in', at: day(2) });
    expect(viewAfter(planned, set).next).toEqual({ kind: 'check-in', at: day(2) });
    const later: Fact = { ...planned, entries: [{ ...mail, at: day(4) }] };
    expect(viewAfter(later, set).next).toEqual({ kind: 'lease-end', at: day(3) });
  });

  test('is no mail while the order is suspended', () => {
    expect(viewAfter(planned, { type: 'BackorderSuspended', at }).next).toBeNull();
  });
});
