import { raise } from '../../backorder/attention.ts';
import type { Backorder } from '../../backorder/backorder.ts';
import type { ProblemReason, Trouble } from '../../backorder/card.ts';
import type { AboutOf, OwedOf } from '../../backorder/mail.ts';
import { owe } from '../../backorder/owe.ts';
import type { Lease } from '../../backorder/snapshot.ts';

import { addMs, dayMs, type Instant } from '../../time.ts';
import { debtOf } from '../sums/value.ts';
import { dunning, graceEnd, lastCallDays } from './rules.ts';
import { nextTry, payBy, problemOf, unpaid } from './trouble.ts';

const kind = 'payment-problem';

/**
 * Owes the customer a mail about the problem, and asks for a person. Once for each lease, or once
 * without one, as long as the reason stays. Without a lease it leaves goods that left unpaid to
 * `tellDebt`.
 */
export const tellProblem = (state: Backorder, lease: Lease | null, at: Instant): Backorder => {
  const { trouble } = state.card;
  const problem = problemOf(state, at);
  if (trouble === null || problem === null) return state;
  const raised = raise(state, 'payment_failed', at);
  if (lease === null && debtOf(state) > 0) return raised;
  const until = lease ? payBy(state, lease) : null;
  const { reason, amount, intentId, retryAt } = problem;
  const cancelsAt = until && graceEnd(state.graceFrom ?? until);
  const subject = lease?.leaseId ?? 'card';
  const about = { subject, reason, amount, intentId, payBy: until, cancelsAt, retryAt };
  return oweOnce(raised, { ...about, stage: 'due' }, at);
};

/**
 * Owes the customer a mail about goods that left unpaid while the card is in trouble; once, as long
 * as the reason stays. It names no day: no unit is kept for it, and nothing is cancelled.
 */
export const tellDebt = (state: Backorder, at: Instant): Backorder => {
  const { trouble } = state.card;
  if (trouble === null) return state;
  const { reason } = dunning[trouble.kind];
  const waiting = state.intents.find((intent) => intent.state === 'action_required');
  const about = {
    ...{ subject: 'shipped', stage: 'shipped' as const, reason, amount: debtOf(state) },
    ...{ intentId: waiting?.intentId ?? null, payBy: null, cancelsAt: null },
    retryAt: nextTry(state, at) ?? null,
  };
  return oweOnce(state, about, at);
};

/**
 * Begins the grace at `at`, if the order is barred for its payment: owes a mail now, and a last
 * call before the end. A grace that runs already keeps its beginning.
 */
export const beginGrace = (state: Backorder, at: Instant): Backorder => {
  const { trouble } = state.card;
  const isBarred = state.stock.barred === 'payment';
  if (!isBarred || trouble === null || state.graceFrom !== null) return state;
  const cancelsAt = graceEnd(at);
  const { reason } = dunning[trouble.kind];
  const sums = { reason, amount: Math.max(0, unpaid(state)), intentId: null };
  const about = { subject: 'grace', ...sums, payBy: null, cancelsAt, retryAt: null };
  const key = `payment-problem:${at}`;
  const barred = owe(
    { ...state, graceFrom: at },
    { key: `${key}:barred`, kind, dueAt: at, about: { ...about, stage: 'barred' } },
  );
  return owe(barred, {
    key: `${key}:last-call`,
    kind,
    dueAt: addMs(cancelsAt, -lastCallDays * dayMs),
    about: { ...about, stage: 'last-call' },
  });
};

/** Owes the mail unless the customer hears this reason last. One that returns is told again. */
const oweOnce = (state: Backorder, about: AboutOf[typeof kind], at: Instant): Backorder => {
  const { subject, reason } = about;
  const isHeard = lastReason(state, subject) === reason;
  return isHeard
    ? state
    : owe(state, { key: `${kind}:${subject}:${reason}:${at}`, kind, dueAt: at, about });
};

/** The reason that the customer hears last. A mail still owed goes out after those already told. */
const lastReason = ({ card, mail }: Backorder, subject: string): ProblemReason | undefined => {
  const owed = mail.owed.findLast((each) => each.kind === kind && each.about.subject === subject);
  if (owed?.kind === kind) return owed.about.reason;
  return card.trouble?.told.find((each) => each.subject === subject)?.reason;
};

/** Notes what the customer may know from now on: the first sending of the mail has begun. */
export const noteTold = (state: Backorder, { key, about }: OwedOf<typeof kind>): Backorder => {
  const { trouble } = state.card;
  if (trouble === null) return state;
  const { subject, reason } = about;
  const others = trouble.told.filter((each) => each.subject !== subject);
  return withTold(state, [...others, { key, subject, reason }]);
};

/** The mail did not go out after all, so that it has told nothing. */
export const noteUntold = (state: Backorder, key: string): Backorder => {
  const told = state.card.trouble?.told.filter((each) => each.key !== key);
  return told?.length === state.card.trouble?.told.length ? state : withTold(state, told ?? []);
};

const withTold = (state: Backorder, told: Trouble['told']): Backorder => {
  const { trouble } = state.card;
  return trouble === null
    ? state
    : { ...state, card: { ...state.card, trouble: { ...trouble, told } } };
};
