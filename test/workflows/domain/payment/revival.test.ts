import { describe, expect, test } from 'vitest';
import type { Backorder } from '../../../../workflows/domain/backorder/backorder.ts';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { observe } from '../../../../workflows/domain/observe.ts';
import { foundLeaseId, revive } from '../../../../workflows/domain/payment/revival.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { adasLamp, day, dayZero } from '../../../support/cast.ts';
import { firm, leased, sent, snapshot, stockChanged, units } from '../../../support/facts.ts';
import { stateAfter } from '../../../support/given.ts';

const at = dayZero;
const sum = 13_800;

const revived = (...facts: Fact[]): Backorder => revive(stateAfter(adasLamp, facts), { shown: 40 });

const having = (state: Backorder, ...facts: Fact[]): Backorder =>
  facts.reduce((next, fact) => observe(next, fact).reduce(evolve, next), state);

const lease = stockChanged(snapshot(2, {}, leased('L1', 1)));
const shippedAll = stockChanged(snapshot(3, { shipped: 1 }));

const begun: Fact = {
  ...{ type: 'AuthorizationStarted', at, intentId: 'i1', leaseId: 'L1' },
  ...{ amount: sum, methodId: 'pm_1' },
};
const approved: Fact = {
  ...{ type: 'AuthorizationApproved', at, intentId: 'i1', holdUntil: day(6) },
};
const found = (...ids: string[]): Fact => ({
  ...{ type: 'IntentsFound', at },
  intents: ids.map((intentId) => ({ intentId, amount: sum, methodId: 'pm_1' })),
});

const moneyOf = (state: Backorder) =>
  plan(state, at)
    .start.filter(({ lane, type }) => lane === 'money' && type !== 'lookAtCard')
    .map(({ type, subject }) => `${type} ${subject}`.trim());

describe('an order that begins anew', () => {
  test.each([
    { name: 'with units that wait for a hold', facts: [lease] },
    { name: 'with an authorisation that has begun', facts: [lease, begun] },
    { name: 'with goods that left unpaid', facts: [lease, begun, approved, shippedAll] },
    {
      name: 'with a hold that nothing needs any more',
      facts: [lease, begun, approved, cancelled()],
    },
  ])('$name, asks the provider for nothing before it has read it', ({ facts }) => {
    expect(moneyOf(revived(...facts))).toEqual(['findIntents']);
  });

  test('makes no units firm on a hold that may be gone', () => {
    const { start } = plan(revived(lease, begun, approved), at);
    expect(start.map(({ type }) => type)).not.toContain('makeUnitsFirm');
  });

  test('tells nothing about money before it has read the provider', () => {
    const act = { type: 'cancel', actId: 'c1', by: 'customer', lines: null } as const;
    const state = revived(
      sent('confirmation', 'confirmation'),
      { type: 'CancellationAccepted', at, act },
      {
        ...{ type: 'StockActApplied', at, actId: 'c1', short: false, lines: units(1) },
        snapshot: snapshot(3, { cancelled: 1 }),
      },
    );
    const started = (of: Backorder) =>
      plan(of, at).start.map(({ type, subject }) => [type, subject]);
    expect(started(state)).toEqual([['findIntents', '']]);
    expect(started(having(state, found()))).toEqual([['sendMail', 'cancelled:c1']]);
  });

  test('is newer than all that it has shown', () => {
    expect(revived(lease).revision).toBe(40);
  });

  test('goes on as before once nothing unknown was found', () => {
    const state = having(revived(lease, begun, approved), found());
    expect(state.isRevived).toBe(false);
    expect(plan(state, at).start.map(({ type }) => type)).toContain('makeUnitsFirm');
  });
});

describe('an intent that the state does not know', () => {
  const held = (intentId: string): Fact => ({ ...approved, intentId }) as Fact;

  test('is the hold of the lease that needs it', () => {
    const state = having(revived(lease), found('i1'), held('i1'));
    expect(state.intents).toMatchObject([{ intentId: 'i1', leaseId: 'L1', state: 'held' }]);
    expect(moneyOf(state)).toEqual([]);
  });

  test('pays for goods that left unpaid', () => {
    const state = having(revived(shippedAll), found('i1'), held('i1'));
    expect(moneyOf(state)).toEqual(['capturePayment i1']);
  });

  test('is let go where nothing needs it', () => {
    const waiting = stockChanged(snapshot(2, { waiting: 1 }));
    const state = having(revived(waiting), found('i1'), held('i1'));
    expect(state.intents).toMatchObject([{ leaseId: foundLeaseId }]);
    expect(moneyOf(state)).toEqual(['voidHold i1']);
  });

  test('is let go beside another that is enough', () => {
    const state = having(revived(lease), found('i1', 'i2'), held('i1'), held('i2'));
    expect(moneyOf(state)).toEqual(['voidHold i2']);
  });

  test('keeps money that was captured for what is to leave', () => {
    const captured: Fact = { type: 'PaymentCaptured', at, intentId: 'i1', captured: sum };
    const state = having(revived(lease), found('i1'), captured);
    expect(moneyOf(state)).toEqual([]);
    expect(plan(state, at).start.map(({ type }) => type)).toContain('makeUnitsFirm');
  });

  test('is given back once the order is cancelled', () => {
    const captured: Fact = { type: 'PaymentCaptured', at, intentId: 'i1', captured: sum };
    const state = having(revived(cancelled()), found('i1'), captured);
    expect(moneyOf(state)).toEqual(['refundPayment i1']);
  });

  test('is counted, so that the next has a number of its own', () => {
    const state = having(revived(lease), found('i3'), {
      ...{ type: 'AuthorizationDeclined', at, intentId: 'i3', kind: 'soft' },
    });
    expect(state.intentsMade).toBe(3);
    expect(moneyOf(state)).toEqual(['voidHold i3']);
  });

  test('is known already when it is found again', () => {
    const state = having(revived(lease, begun, approved), found('i1'));
    expect(state.intents).toHaveLength(1);
    expect(state.intents[0]?.state).toBe('held');
  });
});

function cancelled(): Fact {
  return stockChanged(snapshot(3, { cancelled: 1 }));
}

test('a firm unit stays as it is while the provider is read', () => {
  const state = revived(stockChanged(snapshot(2, {}, firm('L1', 1))));
  expect(plan(state, at).start.filter(({ lane }) => lane === 'stock')).toEqual([]);
});
