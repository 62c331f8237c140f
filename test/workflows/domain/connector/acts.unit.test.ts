import { describe, expect, it } from 'vitest';
import { type Here, isStillOwed, owedActs } from '../../../../workflows/domain/connector/acts.ts';
import { seenOf } from '../../../../workflows/domain/connector/judge-order.ts';
import { dayZero } from '../../../support/cast.ts';
import { aLine, anOrder, aParcel, usd } from './shop-orders.ts';

const line = { lineId: '1', open: 3, shipped: 0, cancelled: 0 };
const parcel = {
  ...{ shipmentId: 's1', carrier: 'UPS', tracking: '1Z' },
  lines: [{ lineId: '1', quantity: 3 }],
};

const here = (changes: Partial<Here> = {}): Here => ({
  ...{ shop: 'store', platformId: '7', currency: 'USD', lines: [line], promise: null },
  ...{ shipments: [], refundWanted: null, askedBack: [], reason: null, isCancelledThere: false },
  ...changes,
});

const seen = (changes: Parameters<typeof anOrder>[0] = {}) => seenOf(anOrder(changes), null);
const gone = { ...line, open: 0, cancelled: 3 };
const wanted = { at: dayZero, amount: 15_000, of: null };

describe('what a shop is owed', () => {
  it('is nothing where nothing has happened', () => {
    expect(owedActs(here(), seen())).toEqual([]);
  });

  it('is the date, once for each promise', () => {
    const promise = { promiseId: 'p1', on: '2027-01-15' };
    expect(owedActs(here({ promise }), seen())).toEqual([
      { key: 'store/7/promised/p1', kind: 'promised', orderId: '7', on: '2027-01-15' },
    ]);
  });

  it('is our parcel, unless it shows one already', () => {
    const shipped = here({ lines: [{ ...line, open: 0, shipped: 3 }], shipments: [parcel] });
    expect(owedActs(shipped, seen())).toMatchObject([
      { key: 'store/7/shipped/s1', kind: 'shipped', lines: [{ id: '1', quantity: 3 }] },
    ]);
    expect(owedActs(shipped, seen({ shipments: [aParcel('x', 3)] }))).toEqual([]);
  });

  it('is the cancellation of the whole order, and the money', () => {
    const cancelled = here({ lines: [gone], refundWanted: wanted, reason: 'too late' });
    expect(owedActs(cancelled, seen())).toEqual([
      { key: 'store/7/cancelled', kind: 'cancelled', orderId: '7', reason: 'too late' },
      {
        ...{ key: `store/7/refunded/${dayZero}`, kind: 'refunded', orderId: '7' },
        ...{ lines: [{ id: '1', quantity: 3 }], amount: usd(15_000) },
      },
    ]);
  });

  it('is only the money of a part, and of no unit twice', () => {
    const lines = [{ ...line, open: 1, cancelled: 2 }];
    const askedBack = [{ lineId: '1', quantity: 1 }];
    const part = here({ lines, askedBack, refundWanted: { at: dayZero, amount: 5_000, of: null } });
    expect(owedActs(part, seen())).toMatchObject([
      { kind: 'refunded', lines: [{ id: '1', quantity: 1 }], amount: usd(5_000) },
    ]);
  });

  it('is the money of what was cancelled here, although it took another unit off itself', () => {
    const lines = [{ ...line, open: 1, cancelled: 2 }];
    const of = { isThere: false, lines: [{ lineId: '1', quantity: 1 }] };
    const refundWanted = { at: dayZero, amount: 5_000, of };
    const part = here({ lines, refundWanted, isCancelledThere: true });
    expect(owedActs(part, seen({ lines: [aLine({ quantity: 2 })] }))).toMatchObject([
      { kind: 'refunded', lines: [{ id: '1', quantity: 1 }], amount: usd(5_000) },
    ]);
  });

  it('is not the money of a unit that it took off, although others were cancelled here', () => {
    const lines = [{ ...line, open: 1, cancelled: 2 }];
    const of = { isThere: true, lines: [{ lineId: '1', quantity: 1 }] };
    const part = here({ lines, refundWanted: { at: dayZero, amount: 5_000, of } });
    expect(owedActs(part, seen({ lines: [aLine({ quantity: 2 })] }))).toEqual([]);
  });

  it('is nothing for what it cancelled itself', () => {
    const cancelled = here({ lines: [gone], refundWanted: wanted, isCancelledThere: true });
    expect(owedActs(cancelled, seen({ standing: 'cancelled' }))).toEqual([]);
    const part = here({ refundWanted: wanted, isCancelledThere: true });
    expect(owedActs(part, seen({ lines: [aLine({ quantity: 1 })] }))).toEqual([]);
  });

  it('is no cancellation of what the shop has opened again', () => {
    const before = seen({ standing: 'cancelled' });
    expect(owedActs(here({ lines: [gone] }), seenOf(anOrder(), before))).toEqual([]);
  });

  it('is still the money once it has followed our cancellation', () => {
    const cancelled = here({ lines: [gone], refundWanted: wanted });
    const kinds = owedActs(cancelled, seen({ standing: 'cancelled' })).map(({ kind }) => kind);
    expect(kinds).toEqual(['refunded']);
  });
});

describe('an act that waited', () => {
  const refund = () => owedActs(here({ lines: [gone], refundWanted: wanted }), seen())[1];
  const later = '2026-12-01T10:00:00.000Z';

  it.each([
    ['while the money is still wanted', wanted, true],
    ['and not once a person or the shop has answered for it', null, false],
    ['and not for another refund', { ...wanted, at: later }, false],
  ])('gives money back %s', (_, refundWanted, isOwed) => {
    const act = refund();
    if (!act) throw new Error('a refund is owed');
    expect(isStillOwed(act, here({ lines: [gone], refundWanted }), seen())).toBe(isOwed);
  });

  it('tells of our parcel, unless the shop has come to know it by itself', () => {
    const shipped = here({ lines: [{ ...line, open: 0, shipped: 3 }], shipments: [parcel] });
    const [act] = owedActs(shipped, seen());
    if (!act) throw new Error('a parcel is owed');
    expect(isStillOwed(act, shipped, seen())).toBe(true);
    expect(isStillOwed(act, shipped, seen({ shipments: [aParcel('x', 3)] }))).toBe(false);
  });
});
