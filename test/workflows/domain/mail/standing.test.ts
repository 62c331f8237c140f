import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceLines } from '../../../../workflows/domain/backorder/price-lines.ts';
import {
  type CountedLine,
  mostCharged,
  moveOf,
  promiseStanding,
  standingOf,
  waitOf,
} from '../../../../workflows/domain/mail/standing.ts';
import { remainingValue, shippedValue } from '../../../../workflows/domain/payment/sums/value.ts';

const lamp = (counts: Partial<CountedLine>): CountedLine => ({
  ...{ lineId: '1', quantity: 3, waiting: 0, allocated: 0, shipped: 0, cancelled: 0, total: 100 },
  ...counts,
});

const of = (...lines: CountedLine[]) => standingOf({ currency: 'USD', shipping: 10, lines });

describe('where the units of an order are', () => {
  it.each([
    ['all wait', { waiting: 3 }, { waiting: 3, setAside: 0, shipped: 0, cancelled: 0, left: 3 }],
    [
      'a part is set aside',
      { waiting: 2, allocated: 1 },
      { waiting: 2, setAside: 1, shipped: 0, cancelled: 0, left: 3 },
    ],
    [
      'a part has shipped, the rest waits',
      { waiting: 2, shipped: 1 },
      { waiting: 2, setAside: 0, shipped: 1, cancelled: 0, left: 2 },
    ],
    [
      'one each',
      { allocated: 1, shipped: 1, cancelled: 1 },
      { waiting: 0, setAside: 1, shipped: 1, cancelled: 1, left: 1 },
    ],
    [
      'nothing is left',
      { shipped: 2, cancelled: 1 },
      { waiting: 0, setAside: 0, shipped: 2, cancelled: 1, left: 0 },
    ],
  ])('%s', (_, counts, units) => {
    const standing = of(lamp(counts));
    for (const [part, count] of Object.entries(units))
      expect([part, standing[part as keyof typeof units].units]).toEqual([part, count]);
  });

  it('names only the lines that have such units, with what those cost', () => {
    const { left, cancelled, shipped } = of(
      lamp({ waiting: 2, cancelled: 1 }),
      lamp({ lineId: '2', shipped: 3, total: 50 }),
    );
    expect(left.lines.map(({ line, quantity, amount }) => [line.lineId, quantity, amount])).toEqual(
      [['1', 2, 66]],
    );
    expect(cancelled.lines.map(({ amount }) => amount)).toEqual([34]);
    expect(shipped.lines.map(({ line }) => line.lineId)).toEqual(['2']);
    expect([left.total, left.shipping]).toEqual([71, 5]);
  });

  const counted = fc
    .tuple(fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }), fc.nat(10_000))
    .filter(([counts]) => counts.some((count) => count > 0))
    .map(([[waiting = 0, allocated = 0, shipped = 0, cancelled = 0], price]) => {
      const quantity = waiting + allocated + shipped + cancelled;
      return { quantity, waiting, allocated, shipped, cancelled, total: price };
    });
  const order = fc.record({
    currency: fc.constantFrom('USD', 'JPY'),
    shipping: fc.nat(5_000),
    lines: fc
      .array(counted, { minLength: 1, maxLength: 5 })
      .map((lines) => lines.map((line, index) => ({ ...line, lineId: `${index}` }))),
  });

  it('adds up to the sums that the payment takes', () => {
    fc.assert(
      fc.property(order, (each) => {
        const { waiting, setAside, shipped, cancelled, left, ordered } = standingOf(each);
        const state = { currency: each.currency, lines: priceLines(each), stock: each };
        expect(shipped.total).toBe(shippedValue(state));
        expect(shipped.total + left.total).toBe(remainingValue(state));
        expect(waiting.total + setAside.total).toBe(left.total);
        expect(left.total + shipped.total + cancelled.total).toBe(ordered.total);
        for (const part of [waiting, setAside, shipped, cancelled, left, ordered]) {
          const goods = part.lines.reduce((sum, { amount }) => sum + amount, 0);
          expect(goods + part.shipping).toBe(part.total);
          expect(part.shipping).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('a promised date', () => {
  it.each([
    [null, { is: 'none' }],
    ['2027-01-15', { is: 'ahead', on: '2027-01-15', days: 1 }],
    ['2027-01-14', { is: 'today', on: '2027-01-14', days: 0 }],
    ['2027-01-12', { is: 'past', on: '2027-01-12', days: 2 }],
  ] as const)('%s, on January 14', (on, standing) => {
    expect(promiseStanding(on, '2027-01-14')).toEqual(standing);
  });

  it.each([
    [null, null, 'same'],
    ['2027-01-15', '2027-01-15', 'same'],
    ['2027-01-15', '2027-01-16', 'later'],
    ['2027-01-15', '2027-01-14', 'earlier'],
    ['2027-01-15', null, 'taken_away'],
    [null, '2027-01-15', 'given'],
  ] as const)('told as %s, and now %s: %s', (before, now, move) => {
    expect(moveOf(before, now)).toBe(move);
  });

  it.each([
    ['2027-01-10', '2027-01-20', '2027-01-10', { day: 1, days: 10 }],
    ['2027-01-10', '2027-01-20', '2027-01-13', { day: 3, days: 10 }],
    ['2027-01-10', '2027-01-20', '2027-01-20', { day: 10, days: 10 }],
    ['2027-01-10', '2027-01-20', '2027-01-21', null],
    ['2027-01-10', '2027-01-10', '2027-01-10', null],
    ['2027-01-10', null, '2027-01-12', null],
  ])('of an order from %s to %s is waited for on %s', (placedOn, on, today, wait) => {
    expect(waitOf(promiseStanding(on, today), { placedOn, today })).toEqual(wait);
  });
});

describe('the most that a card may be charged', () => {
  it.each([
    [13_800, 13_800, null, 13_800],
    [20_000, 13_800, null, 13_800],
    [13_800, 9_000, null, 9_000],
    [20_000, 13_800, 3_000, 10_800],
    [10_800, 13_800, 3_000, 10_800],
    [10_800, 2_000, 3_000, 0],
    [null, 13_800, 13_800, 0],
  ])('agreed to %s, with %s left and %s paid at once, is %s', (agreed, left, paidUpfront, most) => {
    expect(mostCharged({ agreed, left, paidUpfront })).toBe(most);
  });
});
