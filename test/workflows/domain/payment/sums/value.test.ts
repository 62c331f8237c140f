import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../../../workflows/domain/backorder/snapshot.ts';
import {
  collected,
  leaseNeeds,
  shippedValue,
  uncollected,
} from '../../../../../workflows/domain/payment/sums/value.ts';
import { adasLamp, bensMugs, cleosRoom, dayZero, totalOf } from '../../../../support/cast.ts';
import { authorized, firm, leased, snapshot, stockChanged } from '../../../../support/facts.ts';
import { stateAfter } from '../../../../support/given.ts';

const mugs = (stock: Snapshot) => stateAfter(bensMugs, [stockChanged(stock)]);

/** Nothing is paid yet, so a lease needs all that it is worth. */
const valuesOf = (stock: Snapshot) =>
  leaseNeeds(mugs(stock)).map(({ lease, need }) => `${lease.leaseId} ${need}`);

test('a line is worth its total and its share of shipping', () => {
  expect(stateAfter(adasLamp, []).lines.map(({ value }) => value)).toEqual([13_800]);
  expect(stateAfter(cleosRoom, []).lines.map(({ value }) => value)).toEqual([20_370, 7_130]);
});

describe('the value of a lease', () => {
  test.each([
    {
      when: 'nothing shipped',
      stock: snapshot(2, {}, leased('L1', 1), leased('L2', 2)),
      values: ['L1 33', 'L2 67'],
    },
    {
      when: 'some units shipped',
      stock: snapshot(2, { shipped: 2 }, leased('L1', 1)),
      values: ['L1 34'],
    },
    {
      when: 'a later one is firm',
      stock: snapshot(2, {}, leased('L1', 2), firm('L2', 1)),
      values: ['L2 33', 'L1 67'],
    },
    {
      when: 'units wait between',
      stock: snapshot(2, { waiting: 2 }, firm('L1', 1)),
      values: ['L1 33'],
    },
  ])('counts on from what shipped, firm ones first: $when', ({ stock, values }) => {
    expect(valuesOf(stock)).toEqual(values);
  });

  test('never rises because an earlier lease is gone', () => {
    expect(valuesOf(snapshot(2, {}, firm('L1', 1), firm('L2', 1)))).toEqual(['L1 33', 'L2 33']);
    expect(valuesOf(snapshot(3, { waiting: 1 }, firm('L2', 1)))).toEqual(['L2 33']);
    expect(valuesOf(snapshot(2, {}, firm('L1', 2), firm('L2', 1)))).toEqual(['L1 66', 'L2 34']);
    expect(valuesOf(snapshot(3, { cancelled: 2 }, firm('L2', 1)))).toEqual(['L2 33']);
  });

  test('adds up with what shipped to the whole order, however it is divided', () => {
    const part = fc.nat(4);
    fc.assert(
      fc.property(part, part, part, fc.nat(100_000), (shipped, first, second, total) => {
        const quantity = Math.max(1, shipped + first + second);
        const lines = [{ lineId: '1', quantity, total }];
        const stock = snapshot(
          2,
          { shipped, waiting: quantity - shipped - first - second },
          ...(first ? [leased('L1', first)] : []),
          ...(second ? [firm('L2', second)] : []),
        );
        const state = stateAfter({ ...bensMugs, lines, shipping: 7 }, [stockChanged(stock)]);
        const set = leaseNeeds(state).reduce((sum, { need }) => sum + need, 0);
        const isWhole = shipped + first + second === quantity;
        const all = totalOf({ ...bensMugs, lines, shipping: 7 });
        if (isWhole) expect(shippedValue(state) + set).toBe(all);
        else expect(shippedValue(state) + set).toBeLessThanOrEqual(all);
      }),
    );
  });
});

describe('what was collected', () => {
  const at = dayZero;
  const captured = [
    ...authorized('i1', { leaseId: 'L1', amount: 66 }),
    { type: 'PaymentCaptured', at, intentId: 'i1', captured: 66 } as const,
  ];

  test('is what was captured and not given back', () => {
    const back = {
      type: 'PaymentRefunded',
      at,
      intentId: 'i1',
      refundedByUs: 20,
      amount: 20,
    } as const;
    expect(collected(stateAfter(bensMugs, captured))).toBe(66);
    expect(collected(stateAfter(bensMugs, [...captured, back]))).toBe(46);
  });

  test('leaves uncollected what shipped beyond it, and less than nothing where it is too much', () => {
    const gone = stockChanged(snapshot(2, { cancelled: 2, shipped: 1 }));
    const all = stockChanged(snapshot(2, { shipped: 3 }));
    expect(uncollected(stateAfter(bensMugs, [all]))).toBe(100);
    expect(uncollected(stateAfter(bensMugs, [all, ...captured]))).toBe(34);
    expect(uncollected(stateAfter(bensMugs, captured))).toBe(0);
    expect(uncollected(stateAfter(bensMugs, [gone, ...captured]))).toBe(-33);
  });
});
