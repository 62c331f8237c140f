import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventsIn,
  stepAt,
  survivalOf,
  type Tally,
  watchedIn,
} from '../../../../workflows/domain/desk/survival.ts';
import { erfc, logRank } from '../../../../workflows/domain/desk/survival-test.ts';
import { verdictOf } from '../../../../workflows/domain/desk/survival-verdict.ts';

/** `steps`: time, at risk, events, survival, standard error, and the limits, as published. */
type Group = { times: number[]; censored: number[]; steps: (number | null)[][] };
type Published = {
  source: string;
  groups: { first: Group; second: Group };
  logRank: { observed: number; expected: number; chiSquare: number; p: number };
};

const vectors: Record<string, Published> = JSON.parse(
  readFileSync('test/vectors/statistics/survival.json', 'utf8'),
);

const tallyOf = ({ times, censored }: Pick<Group, 'times' | 'censored'>): Tally[] => [
  ...times.map((time) => ({ time, events: 1, censored: 0 })),
  ...censored.map((time) => ({ time, events: 0, censored: 1 })),
];

describe.each(Object.entries(vectors))('%s', (_, { groups, logRank: published }) => {
  it.each(['first', 'second'] as const)('has the published curve of its %s group', (name) => {
    const { steps } = groups[name];
    const curve = survivalOf(tallyOf(groups[name]));
    expect(curve.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
      steps.map((step) => step.slice(0, 3)),
    );
    for (const [index, { survival, standardError, interval }] of curve.entries()) {
      const [s, error, lower, upper] = steps[index]?.slice(3) ?? [];
      expect(survival).toBeCloseTo(s ?? Number.NaN, 3);
      expect(standardError === null).toBe(error === null);
      expect(interval === null).toBe(lower === null);
      // Published with three or four digits.
      if (error != null) expect(Math.abs((standardError ?? 0) - error)).toBeLessThan(0.0001);
      if (lower != null) expect(Math.abs((interval?.[0] ?? 0) - lower)).toBeLessThan(0.0006);
      if (upper != null) expect(Math.abs((interval?.[1] ?? 0) - upper)).toBeLessThan(0.0006);
    }
  });

  it('has the published log-rank test', () => {
    const test = logRank(tallyOf(groups.first), tallyOf(groups.second));
    expect(test?.observed).toBe(published.observed);
    expect(test?.expected).toBeCloseTo(published.expected, 1);
    expect(test?.chiSquare).toBeCloseTo(published.chiSquare, 2);
    expect((test?.p ?? 1) / published.p).toBeCloseTo(1, 1);
  });
});

const tally = fc.record({
  time: fc.integer({ min: 0, max: 40 }),
  events: fc.integer({ min: 0, max: 5 }),
  censored: fc.integer({ min: 0, max: 5 }),
});
const tallies = fc.array(tally, { maxLength: 60 });

describe('a curve', () => {
  it('never rises, and stays between 0 and 1 with its limits about it', () => {
    fc.assert(
      fc.property(tallies, (group) => {
        let before = 1;
        for (const { survival, standardError, interval } of survivalOf(group)) {
          expect(survival).toBeLessThanOrEqual(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          before = survival;
          if (interval === null) continue;
          expect(standardError).toBeGreaterThan(0);
          expect(interval[0]).toBeGreaterThanOrEqual(0);
          expect(interval[0]).toBeLessThanOrEqual(survival);
          expect(interval[1]).toBeGreaterThanOrEqual(survival);
          expect(interval[1]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('does not ask in which order they came, or how they were counted together', () => {
    fc.assert(
      fc.property(tallies, (group) => {
        const oneByOne = group.flatMap(({ time, events, censored }) =>
          tallyOf({ times: Array(events).fill(time), censored: Array(censored).fill(time) }),
        );
        expect(survivalOf(oneByOne.toReversed())).toEqual(survivalOf(group));
      }),
    );
  });

  it('is the plain share of those who are left, where nobody was lost sight of', () => {
    fc.assert(
      fc.property(tallies, (group) => {
        const whole = group.map((each) => ({ ...each, censored: 0 }));
        const all = watchedIn(whole);
        for (const { time, survival, standardError } of survivalOf(whole)) {
          const left = all - eventsIn(whole.filter((each) => each.time <= time));
          expect(survival).toBeCloseTo(left / all, 10);
          const binomial = Math.sqrt((survival * (1 - survival)) / all);
          expect(standardError ?? 0).toBeCloseTo(binomial, 10);
        }
      }),
    );
  });

  it('stands at 1 before its first event', () => {
    const steps = survivalOf([{ time: 3, events: 1, censored: 4 }]);
    expect(stepAt(steps, 2)).toBeUndefined();
    expect(stepAt(steps, 5)).toMatchObject({ time: 3, survival: 0.8 });
  });
});

describe('the log-rank test', () => {
  it('finds nothing between two groups that are alike', () => {
    fc.assert(
      fc.property(tallies, (group) => {
        const test = logRank(group, group);
        if (test === undefined) return;
        expect(test.chiSquare).toBeCloseTo(0, 10);
        expect(test.p).toBeCloseTo(1, 5);
      }),
    );
  });

  it('is the same whichever group comes first', () => {
    fc.assert(
      fc.property(tallies, tallies, (a, b) => {
        const [there, back] = [logRank(a, b), logRank(b, a)];
        expect(there === undefined).toBe(back === undefined);
        expect(there?.chiSquare ?? 0).toBeCloseTo(back?.chiSquare ?? 0, 8);
      }),
    );
  });

  it('has nothing to say where nothing happened, or only to one of them', () => {
    const none = [{ time: 9, events: 0, censored: 40 }];
    expect(logRank(none, none)).toBeUndefined();
    expect(logRank([], [{ time: 3, events: 2, censored: 0 }])).toBeUndefined();
  });

  // As the C library has it.
  it.each([
    [0, 1],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [2.5, 0.0004069520174449589],
    [3, 2.209049699858544e-5],
    [5, 1.5374597944280349e-12],
  ])('takes its p-value from erfc(%s)', (x, value) => {
    expect(erfc(x) / value).toBeCloseTo(1, 10);
  });
});

describe('the verdict', () => {
  const group = (orders: number, events: number): Tally[] => [
    { time: 5, events, censored: 0 },
    { time: 60, events: 0, censored: orders - events },
  ];

  it.each([
    ['too few orders', group(49, 20), group(900, 90), { lacks: 'orders', group: 'control' }],
    ['nobody at all', [], [], { lacks: 'orders', has: 0, needs: 50 }],
    ['too few cancellations', group(100, 30), group(900, 9), { lacks: 'events', group: 'told' }],
  ])('says %s', (_, control, told, lack) => {
    expect(verdictOf({ control, told })).toMatchObject({ is: 'too-few', ...lack });
  });

  it('says of groups that all went at once that they did not differ', () => {
    expect(verdictOf({ control: group(60, 60), told: group(70, 70) })).toMatchObject({
      ...{ is: 'not-different', test: { observed: 60, chiSquare: 0, p: 1 } },
    });
  });

  it('says of enough orders whether they differ', () => {
    const control = group(200, 40);
    expect(verdictOf({ control, told: group(1800, 180) })).toMatchObject({ is: 'different' });
    expect(verdictOf({ control, told: group(1800, 361) })).toMatchObject({ is: 'not-different' });
  });
});
