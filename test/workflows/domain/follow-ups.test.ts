import { describe, expect, test } from 'vitest';
import { type Effect, type Lane, lanes } from '../../../workflows/domain/backorder/effect.ts';
import type { Fact, Outcome } from '../../../workflows/domain/backorder/fact.ts';
import { followUpsOf, isAsExpected } from '../../../workflows/domain/follow-ups.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { adasLamp, day, dayZero } from '../../support/cast.ts';
import {
  authorized,
  confirmed,
  declined,
  firm,
  leased,
  sent,
  snapshot,
  stockChanged,
  units,
} from '../../support/facts.ts';
import { stateAfter } from '../../support/given.ts';

const at = dayZero;
const lamp = { leaseId: 'L1', amount: 13_800 };
const leasedLamp = stockChanged(snapshot(2, {}, leased('L1', 1)));
const firmLamp = stockChanged(snapshot(3, {}, firm('L1', 1)));
const shippedLamp: Fact[] = [
  { type: 'ShipmentAccepted', at, act: { type: 'ship', actId: 's1', lines: units(1) } },
  {
    ...{ type: 'StockActApplied', at, actId: 's1', lines: units(1), short: false },
    snapshot: snapshot(4, { shipped: 1 }),
  },
];
const readySent = sent('ready-to-ship:L1', 'ready-to-ship');
const held: Fact[] = [...confirmed, leasedLamp, ...authorized('i1', lamp), firmLamp];

/** What the activity of the planned effect of this type goes on to. */
const following = (
  type: Effect['type'],
  facts: readonly Fact[],
  idle: readonly Lane[] = lanes,
): Effect[] => {
  const state = stateAfter(adasLamp, facts);
  const effect = plan(state, at).start.find((each) => each.type === type);
  if (effect === undefined) throw new Error(`the plan does not start ${type}`);
  return followUpsOf(state, effect, { at, idle }).map((followUp) => followUp.effect);
};

describe('what follows an effect', () => {
  test('a hold makes the units firm, and the customer hears that they are', () => {
    expect(following('authorizePayment', [...confirmed, leasedLamp])).toMatchObject([
      { type: 'makeUnitsFirm', leaseId: 'L1' },
      { type: 'sendMail', message: { kind: 'ready-to-ship', about: { units: units(1) } } },
    ]);
  });

  test('a capture is told with its sum', () => {
    expect(following('capturePayment', [...held, readySent, ...shippedLamp])).toMatchObject([
      { type: 'sendMail', message: { kind: 'shipped', about: { charge: 13_800 } } },
    ]);
  });

  test('the confirmation is followed by the first look at the card', () => {
    expect(following('sendMail', [])).toMatchObject([{ type: 'lookAtCard', methodId: 'pm_1' }]);
  });

  test('nothing goes on in a lane where something else goes on', () => {
    const facts = [...confirmed, leasedLamp];
    expect(following('authorizePayment', facts, ['mail'])).toEqual([]);
    expect(following('authorizePayment', facts, ['stock'])).toMatchObject([
      { type: 'makeUnitsFirm' },
    ]);
  });

  test('a hold that only renews another makes nothing firm', () => {
    const state = stateAfter(adasLamp, [...held, readySent]);
    const later = day(6.9);
    const [effect] = plan(state, later).start;
    expect(effect?.type).toBe('authorizePayment');
    if (effect) expect(followUpsOf(state, effect, { at: later, idle: lanes })).toEqual([]);
  });

  test('a mail after trouble is left to the plan, which tells that the card pays again first', () => {
    const key = `payment-problem:L1:declined:${at}`;
    const told: Fact[] = [
      { type: 'MailBegun', at, key, isCharged: true },
      sent(key, 'payment-problem'),
    ];
    const closed: Fact = { type: 'HoldVoided', at, intentId: 'i1' };
    const facts = [...confirmed, leasedLamp, ...declined('i1', lamp), ...told, closed];
    const state = stateAfter(adasLamp, facts);
    const later = day(0.5);
    const effect = plan(state, later).start.find(({ lane }) => lane === 'money');
    expect(effect?.type).toBe('authorizePayment');
    if (effect === undefined) return;
    const followUps = followUpsOf(state, effect, { at: later, idle: lanes });
    expect(followUps.map((followUp) => followUp.effect.type)).toEqual(['makeUnitsFirm']);
  });
});

describe('an outcome is as expected', () => {
  const expected: Outcome = { type: 'StockChanged', snapshot: snapshot(3, {}, firm('L1', 1)) };

  test('whatever its revision and exact times are, and in whatever order its keys stand', () => {
    const { lines, ...rest } = snapshot(7, {}, { ...firm('L1', 1), endsAt: day(2) });
    expect(isAsExpected(expected, [{ snapshot: { ...rest, lines }, type: 'StockChanged' }])).toBe(
      true,
    );
  });

  test.each([
    ['the lease is gone', snapshot(3, { waiting: 1 })],
    ['fewer units', snapshot(3, { cancelled: 1 }, firm('L1', 1))],
    ['still leased', snapshot(3, {}, leased('L1', 1))],
  ])('not if %s', (_, seen) => {
    expect(isAsExpected(expected, [{ type: 'StockChanged', snapshot: seen }])).toBe(false);
  });

  test('not if another sum was captured, or the bank said no', () => {
    const captured: Outcome = { type: 'PaymentCaptured', intentId: 'i1', captured: 13_800 };
    expect(isAsExpected(captured, [{ ...captured, captured: 13_799 }])).toBe(false);
    expect(isAsExpected(captured, [{ type: 'HoldVoided', intentId: 'i1' }])).toBe(false);
    expect(isAsExpected(captured, [captured])).toBe(true);
  });
});
