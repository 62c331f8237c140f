import { eventsIn, type Tally, watchedIn } from './survival.ts';
import { type LogRank, logRank } from './survival-test.ts';

/** So many orders and cancellations each group must have before a difference is spoken of. */
export const leastOrders = 50;
export const leastEvents = 10;

export type Groups = { control: readonly Tally[]; told: readonly Tally[] };

export type Verdict =
  | { is: 'too-few'; lacks: 'orders' | 'events'; group: keyof Groups; has: number; needs: number }
  /** `test`: of the control group. */
  | { is: 'different' | 'not-different'; test: LogRank };

/** The rate of false alarms that is accepted, if one looks once. */
export const significance = 0.05;

/**
 * Whether the groups differ, or why that cannot be told yet. The test rests on sums that are about
 * normal, which those of a few events are not: fewer than ten of them are too few to tell.
 */
export const verdictOf = (groups: Groups): Verdict => {
  const lacking = lackIn(groups, 'orders') ?? lackIn(groups, 'events');
  if (lacking) return lacking;
  const test = logRank(groups.control, groups.told) ?? alikeIn(groups.control);
  return { is: test.p < significance ? 'different' : 'not-different', test };
};

/** All of both groups went at the same moment. */
const alikeIn = (group: readonly Tally[]): LogRank => {
  const observed = eventsIn(group);
  return { observed, expected: observed, chiSquare: 0, p: 1 };
};

const lackIn = (groups: Groups, lacks: 'orders' | 'events'): Verdict | undefined => {
  const needs = lacks === 'orders' ? leastOrders : leastEvents;
  const countIn = lacks === 'orders' ? watchedIn : eventsIn;
  return (['control', 'told'] as const)
    .map((group) => ({ is: 'too-few' as const, lacks, group, has: countIn(groups[group]), needs }))
    .sort((a, b) => a.has - b.has)
    .find(({ has }) => has < needs);
};
