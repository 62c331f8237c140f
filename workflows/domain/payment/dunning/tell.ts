import { raise } from '../../backorder/attention.ts';
import type { Backorder } from '../../backorder/backorder.ts';
import type { Trouble } from '../../backorder/card.ts';
import type { About } from '../../backorder/mail.ts';
import { owe } from '../../backorder/owe.ts';
import type { Lease } from '../../backorder/snapshot.ts';

import { addMs, dayMs, type Instant } from '../../time.ts';
import { debtOf } from '../sums/value.ts';
import { dunning, graceEnd, lastCallDays } from './rules.ts';
import { nextTry, payBy, problemOf, unpaid } from './trouble.ts';

/**
 * Tells the customer what stands between them and their goods, once for each lease as long as the
 * reason stays, or once when no units are kept. Asks for a person as well. With goods that left
 * unpaid, and no units that are kept, those goods are what it is about.
 */
export const tellProblem = (state: Backorder, lease: Lease | null, at: Instant): Backorder => {
  const { trouble } = state.card;
  const problem = problemOf(state, at);
  if (trouble === null || problem === null) return state;
  const raised = raise(state, 'payment_failed', at);
  if (lease === null && debtOf(state) > 0) return raised;
  const until = lease ? payBy(state, lease) : null;
  const { reason, amount, intentId, retryAt } = problem;
  const cancelledAt = until && graceEnd(state.graceFrom ?? until);
  const about: About = {
    stage: 'due',
    reason,
    amount,
    ...(intentId && { intentId }),
    ...(until && { payBy: until }),
    ...(cancelledAt && { cancelsAt: cancelledAt }),
    ...(retryAt && { retryAt }),
  };
  return toldOnce(raised, trouble, { subject: lease?.leaseId ?? 'card', about, at });
};

/**
 * Goods left, nothing pays for them, and the card is in trouble: the customer is told once as long
 * as the reason stays, without days. No unit is kept, and nothing is cancelled.
 */
export const tellDebt = (state: Backorder, at: Instant): Backorder => {
  const { trouble } = state.card;
  if (trouble === null) return state;
  const { reason } = dunning[trouble.kind];
  const waiting = state.intents.find((intent) => intent.state === 'action_required');
  const retryAt = nextTry(state, at);
  const about: About = {
    stage: 'shipped',
    reason,
    amount: debtOf(state),
    ...(waiting && { intentId: waiting.intentId }),
    ...(retryAt && { retryAt }),
  };
  return toldOnce(state, trouble, { subject: 'shipped', about, at });
};

/**
 * The units have gone on while the customer has to do something: the place is kept from now on,
 * or from when the first lease ended, and its last days are told again.
 */
export const beginGrace = (state: Backorder, at: Instant): Backorder => {
  const { trouble } = state.card;
  const isBarred = state.stock.barred === 'payment';
  if (!isBarred || trouble === null || state.graceFrom !== null) return state;
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
      about: { ...about, stage: 'barred' },
    },
  );
  return owe(passed, {
    key: `${key}:last-call`,
    kind: 'payment-problem',
    dueAt: addMs(cancelledAt, -lastCallDays * dayMs),
    about: { ...about, stage: 'last-call' },
  });
};

/** A reason that comes back after another one is told again. */
const toldOnce = (
  state: Backorder,
  trouble: Trouble,
  { subject, about, at }: { subject: string; about: About; at: Instant },
): Backorder => {
  const ofSubject = `payment-problem:${subject}:`;
  const ofReason = `${ofSubject}${about.reason}:`;
  const last = trouble.told.findLast((key) => key.startsWith(ofSubject));
  if (last?.startsWith(ofReason)) return state;
  const times = trouble.told.filter((key) => key.startsWith(ofReason)).length;
  const key = `${ofReason}${trouble.firstAt}${times > 0 ? `:${times}` : ''}`;
  const told = { ...trouble, told: [...trouble.told, key] };
  const next = { ...state, card: { ...state.card, trouble: told } };
  return owe(next, { key, kind: 'payment-problem', dueAt: at, about });
};
