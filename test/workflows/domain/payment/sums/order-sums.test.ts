import { describe, expect, test } from 'vitest';
import { sumsOf } from '../../../../../workflows/domain/payment/sums/order-sums.ts';

const line = { lineId: '1', quantity: 2, total: 2_000, allocated: 0, shipped: 0, cancelled: 0 };

/** Two units of 10.01 each, their share of shipping included. */
const sums = (counts: Partial<typeof line> = {}, paid = 0, refunded = 0, waived = 0) => {
  const lines = [{ ...line, ...counts }];
  return sumsOf({
    currency: 'USD',
    shipping: 2,
    lines,
    paid,
    givenBack: refunded,
    waived,
  });
};

describe('of an order', () => {
  test('that waits, all may still be charged, and nothing of it next', () => {
    expect(sums()).toEqual({ left: 2_002, due: 0, next: 0, rest: 2_002, excess: 0, spare: 0 });
  });

  test('that is set aside, all is charged next', () => {
    expect(sums({ allocated: 2 })).toMatchObject({ due: 0, next: 2_002, rest: 2_002 });
  });

  test('that has left in part, only what left is due', () => {
    expect(sums({ shipped: 1, allocated: 1 })).toMatchObject({ due: 1_001, next: 1_001 });
    expect(sums({ shipped: 1, allocated: 1 }, 1_001)).toMatchObject({ due: 0, next: 1_001 });
    expect(sums({ shipped: 1, cancelled: 1 })).toMatchObject({ left: 1_001, due: 1_001, next: 0 });
  });

  test('that is cancelled in part, only what is left may be charged', () => {
    expect(sums({ allocated: 1, cancelled: 1 })).toMatchObject({ left: 1_001, rest: 1_001 });
  });

  test('that was paid before it leaves, nothing is charged any more', () => {
    expect(sums({ allocated: 2 }, 2_002)).toMatchObject({ next: 0, rest: 0, spare: 2_002 });
  });

  test('with a deposit, it pays for what leaves first', () => {
    expect(sums({ allocated: 1 }, 1_500)).toMatchObject({ next: 0, rest: 502, excess: 0 });
    expect(sums({ shipped: 1, allocated: 1 }, 1_500)).toMatchObject({ due: 0, next: 502 });
  });

  test('of which a part was waived, that part is asked for no more', () => {
    const left = { shipped: 1, allocated: 1 };
    expect(sums(left, 0, 0, 1_001)).toMatchObject({ due: 0, next: 1_001, rest: 1_001 });
    expect(sums({ allocated: 2 }, 2_002, 500, 500)).toMatchObject({ next: 0, rest: 0 });
  });

  test('that is cancelled after it was paid, what was too much goes back, and only once', () => {
    expect(sums({ cancelled: 1 }, 2_002)).toMatchObject({ rest: 0, excess: 1_001 });
    expect(sums({ cancelled: 1 }, 2_002, 1_001)).toMatchObject({ rest: 0, excess: 0 });
    expect(sums({ cancelled: 2 }, 2_002)).toMatchObject({ left: 0, excess: 2_002, spare: 2_002 });
  });
});
