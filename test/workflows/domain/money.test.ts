import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitByWeight, valueOfFirst } from '../../../workflows/domain/money.ts';

const amount = fc.integer({ min: 0, max: 10 ** 12 });

describe('splitByWeight', () => {
  test.each([
    { promise: 'shares by weight', total: 100, weights: [1, 3], parts: [25, 75] },
    {
      promise: 'gives what is left to the largest remainder',
      total: 10,
      weights: [1, 2],
      parts: [3, 7],
    },
    {
      promise: 'gives the earlier share more in a tie',
      total: 100,
      weights: [1, 1, 1],
      parts: [34, 33, 33],
    },
    { promise: 'shares equally without weights', total: 5, weights: [0, 0], parts: [3, 2] },
    {
      promise: 'gives nothing for no weight beside others',
      total: 7,
      weights: [0, 2],
      parts: [0, 7],
    },
    { promise: 'has no parts for no weights', total: 9, weights: [], parts: [] },
    {
      promise: 'stays exact where floats are not',
      total: 10 ** 12 - 1,
      weights: [10 ** 12 - 3, 2],
      parts: [999_999_999_997, 2],
    },
  ])('$promise', ({ total, weights, parts }) => {
    expect(splitByWeight(total, weights)).toEqual(parts);
  });

  test('adds up to the total, each part within one unit of its exact share', () => {
    const weights = fc.array(amount, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amount, weights, (total, given) => {
        const parts = splitByWeight(total, given);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        const sum = given.reduce((all, weight) => all + BigInt(weight), 0n);
        for (const [index, part] of parts.entries()) {
          expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
          if (sum === 0n) continue;
          const exact = BigInt(total) * BigInt(given[index] ?? 0);
          expect(BigInt(part) * sum - exact < sum && exact - BigInt(part) * sum < sum).toBe(true);
        }
      }),
    );
  });
});

describe('valueOfFirst', () => {
  test.each([
    { total: 100, units: 3, values: [0, 33, 66, 100] },
    { total: 101, units: 3, values: [0, 33, 67, 101] },
    { total: 99, units: 3, values: [0, 33, 66, 99] },
    { total: 2, units: 4, values: [0, 0, 0, 1, 2] },
    { total: 0, units: 2, values: [0, 0, 0] },
  ])('counts $total over $units units as $values', ({ total, units, values }) => {
    expect(values.map((_, count) => valueOfFirst(total, { units, count }))).toEqual(values);
  });

  test.each([
    { total: 10_000, values: [0, 3_330, 6_660, 10_000] },
    { total: 10_004, values: [0, 3_334, 6_669, 10_004] },
  ])('counts in the steps that cards are charged in: $total as $values', ({ total, values }) => {
    const parts = values.map((_, count) => valueOfFirst(total, { units: 3, count, step: 10 }));
    expect(parts).toEqual(values);
    expect(splitByWeight(10_000, [1, 1, 1], 10)).toEqual([3_340, 3_330, 3_330]);
  });

  test('adds up to the total, and no part costs more for moving up', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 50 }), (total, units) => {
        const values = Array.from({ length: units + 1 }, (_, count) =>
          valueOfFirst(total, { units, count }),
        );
        expect(values[0]).toBe(0);
        expect(values.at(-1)).toBe(total);
        const prices = values.slice(1).map((value, index) => value - (values[index] ?? 0));
        expect(prices).toEqual(prices.toSorted((a, b) => a - b));
      }),
    );
  });
});
