import { closeAttention, raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { clearDelays } from '../backorder/delays.ts';
import type { Fact, LawFact } from '../backorder/fact.ts';
import type { LawClock, LawState, Notice } from '../backorder/law.ts';
import { owe } from '../backorder/owe.ts';
import { remember } from '../recent.ts';
import type { Instant } from '../time.ts';
import { isPlanned } from './facts.ts';
import { policies } from './policy/policies.ts';
import { tellAnew } from './tell-anew.ts';
import { ask, withLaw } from './with-law.ts';

type About<T extends LawFact['type']> = Extract<Fact, { type: T }>;

export const evolveLaw = (state: Backorder, fact: Extract<Fact, LawFact>): Backorder => {
  switch (fact.type) {
    case 'LawPlanned':
      return takeClock(state, fact.clock, fact.at);
    case 'DeadlineWarned': {
      const warned = withDone(state, fact.on, 'warn');
      return raise(warned, 'notice_due', fact.at, fact.deadlineAt ?? undefined);
    }
    case 'DeadlinePassed':
      return pass(state, fact);
    case 'DelayForeseen':
      return foresee(state, fact);
    case 'CustomerHeard':
      return clearDelays(
        withLaw(state, ({ passed }) => ({ passed: passed && { ...passed, isHeard: true } })),
        ({ type }) => type === 'hearCustomer',
      );
    case 'NoticeAnswered':
      return answer(state, fact);
    case 'ContractWithdrawn':
      return withdraw(state, fact);
    case 'FurtherPeriodSet':
      return setPeriod(state, fact);
    case 'WordCrossed':
      return raise(noteWord(state, fact.wordId), 'shipped_after_cancel', fact.at);
  }
};

/** Codes that ask about a deadline: they go once it has moved. */
const codesOfDeadline = ['notice_due', 'deadline_missed', 'further_period_over'] as const;

const takeClock = (state: Backorder, clock: LawClock, at: Instant): Backorder => {
  const { law } = state;
  if (clock.question < law.clock.question) return state;
  const isOtherLaw = clock.policy !== law.clock.policy;
  const hasMoved = clock.deadlineAt !== law.clock.deadlineAt || isOtherLaw;
  const next = clearDelays(
    withLaw(state, ({ passed, done }) => ({
      clock,
      passed: passed?.deadlineAt === clock.deadlineAt && !isOtherLaw ? passed : null,
      // Another law has its own of the same day.
      done: isOtherLaw ? { on: null, does: [] } : done,
    })),
    ({ type }) => type === 'planLaw',
  );
  const settled = withReturnDue(hasMoved ? closeAttention(next, ...codesOfDeadline) : next);
  return isOtherLaw ? tellMoved(settled, at) : settled;
};

/** Under another law, a date that was told under the old one has to be told as this one wants it. */
const tellMoved = (state: Backorder, at: Instant): Backorder =>
  state.promise?.promiseId === state.law.statedId || state.law.returned !== null
    ? state
    : tellAnew(state, at);

/**
 * A notice that came back was none, so the deadline before it is what a person has to act by. Days
 * that were asked for before it came back still count it.
 */
const withReturnDue = (state: Backorder): Backorder => {
  const { returned, clock } = state.law;
  const { deadlineAt: dueAt } = clock;
  if (returned === null || dueAt === null || !isPlanned(state)) return state;
  const attention = state.attention.map((item) =>
    item.code === 'mail_undelivered' && item.dueAt === undefined ? { ...item, dueAt } : item,
  );
  return { ...state, attention };
};

const withDone = (
  state: Backorder,
  on: LawClock['momentsOn'],
  does: LawState['done']['does'][number],
): Backorder =>
  withLaw(state, ({ done }) => ({
    done: { on, does: done.on === on ? [...done.does, does] : [does] },
  }));

/** What the passing of a deadline means: the order ends, or a person is asked. */
const pass = (state: Backorder, { deadlineAt, isLate, at }: About<'DeadlinePassed'>): Backorder => {
  const next = withLaw(state, () => ({ passed: { deadlineAt, isLate, isHeard: false } }));
  const { policy, deadlineOn } = state.law.clock;
  if (!policies[policy].isEndedByLaw) {
    return deadlineOn === state.law.furtherOn
      ? endPeriod(next, at, deadlineAt)
      : raise(next, 'deadline_missed', at, deadlineAt);
  }
  return isLate ? raise(closeAttention(next, 'notice_due'), 'notice_due', at, deadlineAt) : next;
};

/** The customer hears that the last date, which they had set, has passed as well. */
const endPeriod = (state: Backorder, at: Instant, deadlineAt: Instant): Backorder =>
  owe(raise(state, 'further_period_over', at, deadlineAt), {
    key: `delay-notice:period-${state.law.furtherOn}`,
    kind: 'delay-notice',
    dueAt: at,
    about: { units: [], promiseId: null, change: null, isPeriodOver: true },
  });

const foresee = (
  state: Backorder,
  { on, does, isInTime, at }: About<'DelayForeseen'>,
): Backorder => {
  const done = clearDelays(withDone(state, on, does), ({ type }) => type === 'foreseeDelay');
  return isInTime ? raise(done, 'notice_due', at, state.law.clock.deadlineAt ?? undefined) : done;
};

const noteWord = (state: Backorder, wordId: string): Backorder =>
  withLaw(state, ({ wordIds }) => ({ wordIds: remember(wordIds, wordId) }));

const answer = (
  state: Backorder,
  { wordId, accept, until, channel, receivedAt, at }: About<'NoticeAnswered'>,
): Backorder => {
  const answered = withNewest(state, { accept, until, channel, at: receivedAt });
  // Who is asked about the deadline is asked until it has moved: the date agreed to may be the same.
  const next = ask(noteWord(answered, wordId));
  if (!accept || until === null) return next;
  return owe(
    withLaw(next, () => ({ furtherOn: null })),
    {
      key: `delay-answer:${wordId}`,
      kind: 'delay-answer',
      dueAt: at,
      about: { answer: 'accepted', until, at: receivedAt },
    },
  );
};

/** Who agrees to a notice after a person gave another date has agreed to it all the same. */
const withNewest = (state: Backorder, said: NonNullable<Notice['answer']>): Backorder =>
  withLaw(state, ({ notices }) => ({
    notices: notices.map((notice, index) =>
      index === notices.length - 1 ? { ...notice, answer: said, isPast: false } : notice,
    ),
  }));

const withdraw = (
  state: Backorder,
  { wordId, receivedAt, shipped, at }: About<'ContractWithdrawn'>,
): Backorder => {
  const noted = withLaw(noteWord(state, wordId), () => ({ withdrawnAt: receivedAt }));
  const next = owe(noted, {
    key: `withdrawal:${wordId}`,
    kind: 'withdrawal',
    dueAt: at,
    about: { at: receivedAt, shipped },
  });
  return shipped === 'nothing' ? next : raise(next, 'withdrawal_after_shipment', at);
};

const setPeriod = (
  state: Backorder,
  { wordId, until, receivedAt, at }: About<'FurtherPeriodSet'>,
): Backorder => {
  const set = withLaw(noteWord(state, wordId), () => ({ furtherOn: until }));
  return owe(closeAttention(ask(set), ...codesOfDeadline), {
    key: `delay-answer:${wordId}`,
    kind: 'delay-answer',
    dueAt: at,
    about: { answer: 'period', until, at: receivedAt },
  });
};

/**
 * A person has answered for a deadline that passed unheard: the later date that they gave since counts,
 * or else the order ends now. Before a deadline the answer says that the order ships in time.
 */
export const resolveNotice = (state: Backorder): Backorder => {
  const { passed, clock } = state.law;
  if (passed?.isLate !== true) return state;
  const { on, statedAt } = state.promise ?? { on: null, statedAt: '' };
  const isGiven = on !== null && statedAt > passed.deadlineAt;
  if (!isGiven || clock.deadlineOn === null || on <= clock.deadlineOn) {
    return withLaw(state, () => ({ passed: { ...passed, isLate: false } }));
  }
  return ask(
    withLaw(state, ({ notices }) => ({
      grantedOn: on,
      notices: notices.map((notice) => ({ ...notice, isPast: true })),
    })),
  );
};

/**
 * The clock starts once the order is complete: card and consent are there. Where no date was told it
 * starts anew when a payment that failed is honoured or replaced. 16 CFR 435.1(c)
 */
export const keepClock = (state: Backorder, before: Backorder, at: Instant): Backorder => {
  const { law, card, promise } = state;
  if (before.ask && !state.ask) {
    const stated = { statedOn: promise?.on ?? null, statedId: promise?.promiseId ?? null };
    return ask(withLaw(state, () => ({ startedAt: at, ...stated })));
  }
  if (state.ask || law.statedOn !== null || law.notices.length > 0) return state;
  const isFailed = card.trouble !== null;
  if (law.startedAt === null) {
    return isFailed ? state : ask(withLaw(state, () => ({ startedAt: at })));
  }
  const isStopped = isFailed && policies[law.clock.policy].isEndedByLaw;
  return isStopped ? ask(withLaw(state, () => ({ startedAt: null }))) : state;
};
