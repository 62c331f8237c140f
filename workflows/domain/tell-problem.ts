import { raise } from './attention.ts';
import type { About, Backorder } from './backorder.ts';
import { dunning, graceEnd, lastCallDays } from './dunning.ts';
import { owe } from './evolve-mail.ts';
import type { Lease } from './ledger.ts';
import { addMs, dayMs, type Instant } from './time.ts';
import { payBy, problemOf, unpaid } from './trouble.ts';

/**
 * Tells the customer what stands between them and their goods, once for each lease and reason, or
 * once when no units are kept. Asks for a person as well.
 */
export const tellProblem = (state: Backorder, lease: Lease | null, at: Instant): Backorder => {
  const { trouble } = state.card;
  const problem = problemOf(state, at);
  if (trouble === null || problem === null) return state;
  const key = `payment-problem:${lease?.leaseId ?? 'card'}:${problem.reason}:${trouble.firstAt}`;
  const raised = raise(state, 'payment_failed', at);
  if (trouble.told.includes(key)) return raised;
  const until = lease ? payBy(state, lease) : null;
  const { reason, amount, intentId, retryAt } = problem;
  const cancelledAt = until && graceEnd(state.graceFrom ?? until);
  const about: About = {
    stage: 'due',
    reason,
    amount,
    ...(intentId && { intentId }),
    ...(until && { payBy: until }),
    ...(cancelledAt && { cancelledAt }),
    ...(retryAt && { retryAt }),
  };
  const told = { ...raised, card: { ...state.card, trouble: noted(trouble, key) } };
  return owe(told, { key, kind: 'payment-problem', dueAt: at, about });
};

/**
 * The units have gone on while the customer has to do something: the place is kept from now on,
 * or from when the first lease ended, and its last days are told again.
 */
export const beginGrace = (state: Backorder, at: Instant): Backorder => {
  const { trouble } = state.card;
  const isPassedOver = state.stock.passedOver === 'payment';
  if (!isPassedOver || trouble === null || state.graceFrom !== null) return state;
  const cancelledAt = graceEnd(at);
  const { reason } = dunning[trouble.kind];
  const about = { reason, amount: Math.max(0, unpaid(state)), cancelledAt };
  const key = `payment-problem:${at}`;
  const passed = owe(
    { ...state, graceFrom: at },
    {
      key: `${key}:passed-over`,
      kind: 'payment-problem',
      dueAt: at,
      about: { ...about, stage: 'passed-over' },
    },
  );
  return owe(passed, {
    key: `${key}:last-call`,
    kind: 'payment-problem',
    dueAt: addMs(cancelledAt, -lastCallDays * dayMs),
    about: { ...about, stage: 'last-call' },
  });
};

const noted = <T extends { told: string[] }>(trouble: T, key: string): T => ({
  ...trouble,
  told: [...trouble.told, key],
});
