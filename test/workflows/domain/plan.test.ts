import { describe, expect, test } from 'vitest';
import { isMoving } from '../../../workflows/domain/answerable.ts';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import { detailsOf, entryOf, summaryOfEffect } from '../../../workflows/domain/story.ts';
import { bensMugs, day, dayZero } from '../../support/cast.ts';
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
import { given, givenOrder } from '../../support/given.ts';

const at = dayZero;
const lamp = { leaseId: 'L1', amount: 13_800 };
const leasedLamp = stockChanged(snapshot(2, {}, leased('L1', 1)));
const cancelled: Fact = {
  type: 'CancellationAccepted',
  at,
  act: { type: 'cancel', actId: 'c1', by: 'shop', lines: null },
};

const methodId = 'pm_1';

const authorizing = { type: 'authorizePayment', subject: 'i1', turn: '' } as const;

const cancelling = { type: 'applyStockAct', subject: 'c1', turn: 'cancel' } as const;

describe('each lane', () => {
  test('starts what is most urgent, the others beside it', () => {
    given(leasedLamp)
      .plans()
      .starts({ type: 'lookAtCard' }, { type: 'sendMail', subject: 'confirmation' });
    given(cardSeen(), leasedLamp)
      .plans()
      .starts({ type: 'authorizePayment' }, { type: 'sendMail', subject: 'confirmation' });
  });

  test('starts nothing while its effect is put off, and wakes for it', () => {
    const put: Fact = { type: 'EffectDelayed', at, effect: authorizing, until: day(1) };
    const begun: Fact = { type: 'AuthorizationStarted', at, intentId: 'i1', ...lamp, methodId };
    given(...confirmed, leasedLamp, begun, put)
      .plans()
      .startsNothing();
    given(...confirmed, leasedLamp, begun, put)
      .plans()
      .wakesAt(day(1));
    given(...confirmed, leasedLamp, begun, put)
      .plans({ at: day(1) })
      .starts({ type: 'authorizePayment' });
  });
});

describe('a lease', () => {
  test('becomes firm once its payment is ready', () => {
    given(...confirmed, leasedLamp, ...authorized('i1', lamp))
      .plans()
      .starts({ type: 'makeUnitsFirm', leaseId: 'L1' });
  });

  test('becomes firm also when its end has come and its payment is ready', () => {
    given(...confirmed, leasedLamp, ...authorized('i1', lamp))
      .plans({ at: day(3) })
      .starts({ type: 'makeUnitsFirm', leaseId: 'L1' });
  });

  test('that ends unpaid goes to others, and nothing more is authorised for it', () => {
    given(...confirmed, leasedLamp)
      .plans({ at: day(3) })
      .starts({ type: 'endLease', leaseId: 'L1', bar: null });
  });

  test('that ends with a declined card bars its order from then on', () => {
    given(...confirmed, leasedLamp, ...declined('i1', lamp))
      .plans({ at: day(3) })
      .starts(
        { type: 'endLease', leaseId: 'L1', bar: 'payment' },
        { type: 'voidHold', intentId: 'i1' },
        { type: 'sendMail', subject: `payment-problem:L1:declined:${at}` },
      );
  });

  test('keeps the end it was first heard of with', () => {
    const moved = { ...leased('L1', 1), endsAt: day(9) };
    const { state } = given(leasedLamp, stockChanged(snapshot(3, {}, moved)));
    expect(state.stock.leases[0]?.endsAt).toBe(day(3));
  });
});

describe('an attempt to authorise', () => {
  const begun: Fact = {
    type: 'AuthorizationStarted',
    at,
    intentId: 'i1',
    leaseId: 'L1',
    amount: 100,
    methodId: 'pm_1',
  };

  test('that has begun is pursued as it was, also when its lease has become smaller', () => {
    givenOrder(
      bensMugs,
      ...confirmed,
      stockChanged(snapshot(2, {}, leased('L1', 3))),
      begun,
      stockChanged(snapshot(3, { waiting: 1 }, leased('L1', 2))),
    )
      .plans()
      .starts({ type: 'authorizePayment', subject: 'i1', amount: 100 });
  });

  test('counts once, and waits while an act is on its way to the ledger', () => {
    const { state } = givenOrder(bensMugs, begun, begun);
    expect(state.intents).toHaveLength(1);
    given(...confirmed, leasedLamp, cancelled)
      .plans()
      .starts({ type: 'applyStockAct', subject: 'c1', turn: 'cancel' });
  });
});

describe('a refund', () => {
  const begun: Fact[] = [
    ...authorized('i1', { leaseId: 'L1', amount: 100 }),
    { type: 'PaymentCaptured', at, intentId: 'i1', captured: 100 },
    { type: 'RefundStarted', at, intentId: 'i1', upTo: 100 },
  ];

  test.each([0, 1, 3])(
    'that has begun is pursued as it was, though %i left meanwhile',
    (shipped) => {
      const stock = stockChanged(snapshot(2, { waiting: 3 - shipped, shipped }));
      const [refund] = givenOrder(bensMugs, ...begun, stock).plans().plan.start;
      expect(refund).toMatchObject({
        type: 'refundPayment',
        subject: 'i1',
        turn: '100',
        amount: 100,
        upTo: 100,
      });
    },
  );

  test('is of what was captured beyond what left, the newest intent first', () => {
    const second: Fact[] = [
      ...authorized('i2', { leaseId: 'L2', amount: 40 }),
      { type: 'PaymentCaptured', at, intentId: 'i2', captured: 40 },
    ];
    const stock = stockChanged(snapshot(2, { waiting: 2, shipped: 1 }));
    const [refund] = givenOrder(bensMugs, ...begun.slice(0, 3), ...second, stock).plans().plan
      .start;
    expect(refund).toMatchObject({ type: 'refundPayment', intentId: 'i2', amount: 40, upTo: 40 });
  });
});

describe('stock or money', () => {
  test('moves while an effect is due, and not while it is put off or all is well', () => {
    const ready = [...confirmed, stockChanged(snapshot(2, {}, firm('L1', 1)))];
    expect(isMoving(given(leasedLamp).state, at)).toBe(true);
    expect(isMoving(given(...ready, ...authorized('i1', lamp)).state, at)).toBe(false);
    expect(isMoving(given(...ready, ...authorized('i1', lamp)).state, day(6))).toBe(true);
    const put: Fact = { type: 'EffectDelayed', at, effect: cancelling, until: day(1) };
    expect(isMoving(given(cancelled, put).state, at)).toBe(false);
  });
});

describe('the story', () => {
  test('tells of requests by the fact that follows, once by the same key', () => {
    expect(entryOf(cancelled, 7)).toEqual({
      key: 'fact/7',
      at,
      type: 'CancellationAccepted',
      summary: 'Cancellation accepted, asked for by the shop',
    });
    expect(entryOf(leasedLamp, 8)).toBeUndefined();
  });

  test('names the promise that it tells of', () => {
    const promise = { promiseId: 'p2', on: '2027-02-01', statedAt: at, isSupply: false };
    expect(entryOf({ type: 'PromiseChanged', at, ...promise }, 7)).toEqual({
      key: 'fact/7',
      at,
      type: 'PromiseChanged',
      summary: 'Promised for 2027-02-01',
      detail: { promiseId: 'p2', on: '2027-02-01' },
    });
  });

  test('says at a glance what the order waits for', () => {
    const { state, plans } = given(
      ...confirmed,
      { type: 'BackorderSuspended', at },
      {
        type: 'ShipmentRefused',
        at,
        shipmentId: 's1',
        code: 'on_hold',
      },
    );
    expect(detailsOf(state, plans().plan)).toBe(
      [
        '**Awaiting stock**: waits for stock',
        'Promise: 2027-01-15',
        'Payment: Card on file, nothing held yet',
        'Law of: United States, no deadline',
        'On hold by an operator',
        `Attention: A parcel was reported that was not ready, since ${at}. Check what the warehouse sent, then resolve.`,
      ].join('\n\n'),
    );
  });

  test('names each effect by what it is about', () => {
    const { start } = given(cardSeen(), leasedLamp).plans().plan;
    expect(start.map(summaryOfEffect)).toEqual(['i1: 13800 minor units', 'confirmation']);
    const [act] = given(cancelled).plans().plan.start;
    expect(act && summaryOfEffect(act)).toBe('cancel c1');
  });
});
