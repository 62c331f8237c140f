import { describe, expect, it } from 'vitest';
import { judge, patienceOf } from '../../../bench/soak/judge/bounds.ts';
import type { Sample } from '../../../bench/soak/judge/tally.ts';
import type { Reach, Window } from '../../../bench/soak/judge/windows.ts';

/** A fault in the second minute. */
const minute = 60_000;
const fault = (reach: Reach, changes: Partial<Window> = {}): Window => ({
  ...{ fault: reach, reach, begin: minute, end: 2 * minute },
  ...changes,
});

const checkout = (lasted: number, changes: Partial<Sample> = {}): Sample => {
  const begin = changes.begin ?? minute + 1_000;
  return { route: 'checkout', status: 201, begin, end: begin + lasted, ...changes };
};

const broken = (samples: Sample[], windows: Window[] = []): string[] =>
  judge(samples, windows).verdicts.flatMap((verdict) => verdict.broken);

describe('a checkout', () => {
  it.each([
    { reach: 'elsewhere', lasted: 900, status: 201, held: true },
    { reach: 'elsewhere', lasted: 1_100, status: 201, held: false },
    { reach: 'elsewhere', lasted: 10, status: 503, held: false },
    { reach: 'one-api', lasted: 10, status: 0, held: true },
    { reach: 'one-api', lasted: 10, status: 503, held: false },
    { reach: 'shelf', lasted: 5_900, status: 503, held: true },
    { reach: 'refused', lasted: 5_900, status: 503, held: true },
    { reach: 'refused', lasted: 6_100, status: 503, held: false },
    { reach: 'refused', lasted: 10, status: 0, held: false },
    { reach: 'refused', lasted: 10, status: 500, held: false },
    { reach: 'silent', lasted: 25_900, status: 503, held: true },
    { reach: 'silent', lasted: 26_100, status: 201, held: false },
    { reach: 'no-api', lasted: 10, status: 0, held: true },
  ] as const)('that $reach reaches is $status after $lasted ms: $held', ({ held, ...sample }) => {
    const { reach, lasted, status } = sample;
    const found = broken([checkout(lasted, { status })], [fault(reach)]);
    expect(found.length === 0).toBe(held);
  });

  it('without any fault is taken within five seconds', () => {
    expect(broken([checkout(5_900)])).toEqual([]);
    expect(broken([checkout(30_000)])).not.toEqual([]);
    expect(broken([checkout(10, { status: 503 })])).not.toEqual([]);
  });

  it('may be answered as any of the faults allows that it meets', () => {
    const windows = [fault('refused', { end: minute + 500 }), fault('one-api')];
    expect(broken([checkout(10, { status: 0 })], windows)).toEqual([]);
    expect(broken([checkout(10, { status: 500 })], windows)).not.toEqual([]);
  });

  it('for the shelf that is held waits longer than one for another', () => {
    const held = [fault('elsewhere', { sku: 'LAMP' })];
    expect(broken([checkout(5_000, { sku: 'LAMP' })], held)).toEqual([]);
    expect(broken([checkout(5_000, { sku: 'MUG' })], held)).not.toEqual([]);
  });

  it('that began before a fault has met it', () => {
    const early = checkout(10_000, { begin: minute - 1_000, status: 503 });
    expect(broken([early], [fault('silent')])).toEqual([]);
  });

  it('long after a fault has not', () => {
    const late = checkout(10, { begin: 2 * minute + 3_000, status: 503 });
    expect(broken([late], [fault('refused')])).not.toEqual([]);
  });
});

describe('patience', () => {
  it('is a second on an idle machine, and more on a busy one', () => {
    expect(patienceOf([])).toBe(1_000);
    expect(patienceOf([20, 30])).toBe(1_000);
    expect(patienceOf([20, 200, 900])).toBe(1_800);
  });

  it('does not grow for ever', () => {
    expect(patienceOf([20, 20, 30_000])).toBe(5_000);
  });
});

describe('other requests', () => {
  it('have no bound of their own', () => {
    expect(broken([checkout(50_000, { route: 'shipment', status: 503 })])).toEqual([]);
  });
});
