import { describe, expect, it } from 'vitest';
import { createTally, percentile } from '../../../bench/soak/judge/tally.ts';

const noted = (route: string, status: number, body: unknown = null): readonly string[] => {
  const tally = createTally();
  tally.add({ route, begin: 0, end: 1, status }, body);
  return tally.unpromised;
};

describe('an answer', () => {
  it.each([
    ['checkout', 201],
    ['checkout', 503],
    ['checkout', 0],
    ['wrong key', 401],
    ['page', 429],
  ])('of %s with %i is as promised', (route, status) => {
    expect(noted(route, status)).toEqual([]);
  });

  it.each([
    ['checkout', 500],
    ['checkout', 409],
    ['wrong key', 200],
    ['page', 500],
    ['availability', 404],
  ])('of %s with %i is noted', (route, status) => {
    expect(noted(route, status, { code: 'some' })).toEqual([`${route}: ${status} {"code":"some"}`]);
  });

  it('that an earlier try is still at work is as promised', () => {
    expect(noted('cancel', 409, { code: 'in_flight' })).toEqual([]);
    expect(noted('cancel', 409, { code: 'shipped' })).toHaveLength(1);
  });
});

describe('a percentile', () => {
  it('is a value that was measured, and 0 of none', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, 0.5)).toBe(50);
    expect(percentile(values, 0.99)).toBe(99);
    expect(percentile(values, 1)).toBe(100);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.99)).toBe(0);
  });
});
