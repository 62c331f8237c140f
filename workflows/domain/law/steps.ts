import type { Backorder } from '../backorder/backorder.ts';
import type { LawEffect } from '../backorder/effect.ts';
import type { Fact } from '../backorder/fact.ts';
import type { Moment } from '../backorder/law.ts';
import { isTerminal, isWaiting, phaseOf } from '../backorder/snapshot.ts';
import type { StockAct } from '../backorder/stock-act.ts';
import { earliest, type Instant, minuteMs, msBetween } from '../time.ts';
import { isPlanned, lawOf, questionOf } from './facts.ts';

/** A deadline whose timer fires later than this ends nothing by itself. */
const patienceMs = 15 * minuteMs;

/** The steps that the law wants taken now: work out its days, say what has to be said, listen. */
export const lawSteps = (state: Backorder, at: Instant): LawEffect[] => {
  if (isOver(state)) return [];
  if (!isPlanned(state)) return [planStep(state)];
  return [...foreseeSteps(state, at), ...hearSteps(state)];
};

const isOver = ({ stock }: Backorder): boolean => isTerminal(phaseOf(stock));

const planStep = (state: Backorder): LawEffect => {
  const { question } = state.law;
  const named = { lane: 'law', type: 'planLaw', subject: '', turn: `${question}` } as const;
  return { ...named, question, asked: questionOf(state) };
};

/** A notice that came back is not followed by others to that address. */
const foreseeSteps = (state: Backorder, at: Instant): LawEffect[] => {
  const { clock, returned } = state.law;
  const on = clock.momentsOn;
  if (on === null || returned !== null || isTelling(state) || hasPassed(state, at)) return [];
  return openMoments(state)
    .filter((moment) => moment.does !== 'warn' && moment.at <= at)
    .slice(0, 1)
    .map(({ does }) => ({
      ...{ lane: 'law', type: 'foreseeDelay', subject: on, turn: does, on },
      isSetAside: state.stock.leases.length > 0 && !isWaiting(state.stock),
      unlessInTime: does === 'tell-unless-in-time',
    }));
};

/** A notice of the date that stands is on its way, or about to go. */
const isTelling = ({ law, mail, promise }: Backorder): boolean =>
  law.sending !== null ||
  mail.owed.some(
    ({ kind, about }) => kind === 'delay-notice' && about.promiseId === promise?.promiseId,
  );

/** Whether a deadline that ends the order is over: then it is too late for a notice. */
const hasPassed = (state: Backorder, at: Instant): boolean => {
  const { deadlineAt } = state.law.clock;
  return lawOf(state).policy.isEndedByLaw && deadlineAt !== null && deadlineAt <= at;
};

const openMoments = ({ law: { clock, done } }: Backorder): Moment[] =>
  clock.moments.filter(({ does }) => done.on !== clock.momentsOn || !done.does.includes(does));

const hearSteps = (state: Backorder): LawEffect[] => {
  const { passed } = state.law;
  if (passed === null || passed.isLate || passed.isHeard) return [];
  if (!lawOf(state).policy.isEndedByLaw) return [];
  const { deadlineAt } = passed;
  return [{ lane: 'law', type: 'hearCustomer', subject: deadlineAt, turn: '', deadlineAt }];
};

/** The order ends by law: nobody agreed to a later date before the deadline passed. */
export const endByLaw = (state: Backorder): StockAct | undefined => {
  const { passed, clock } = state.law;
  const isDue = passed !== null && !passed.isLate && passed.isHeard && isPlanned(state);
  if (!isDue || state.isRevived || isOver(state) || clock.deadlineOn === null) return undefined;
  const actId = `law/${clock.deadlineOn}/${state.stock.ledgerRevision}`;
  const { deadlineOn: endedOn } = clock;
  return { type: 'cancel', actId, by: 'law', cause: 'law', endedOn, lines: null };
};

/** What follows from the time alone. */
export const factsOfTime = (state: Backorder, at: Instant): Fact[] => {
  const { clock, passed } = state.law;
  if (isOver(state) || !isPlanned(state)) return [];
  const { deadlineAt, momentsOn } = clock;
  if (deadlineAt !== null && deadlineAt <= at) {
    if (passed?.deadlineAt === deadlineAt) return [];
    const isLate = wasOverAtStart(state) || msBetween(deadlineAt, at) > patienceMs;
    return [{ type: 'DeadlinePassed', at, deadlineAt, isLate }];
  }
  const isWarned = openMoments(state).some(({ does, at: on }) => does === 'warn' && on <= at);
  return isWarned && momentsOn !== null
    ? [{ type: 'DeadlineWarned', at, on: momentsOn, deadlineAt }]
    : [];
};

/** An import may come after its deadline: of the days that it begins with none is left. */
const wasOverAtStart = (state: Backorder): boolean => {
  const { policy, facts } = lawOf(state);
  const { question, moments } = state.law.clock;
  return question === 0 && moments.length === 0 && !policy.isSettled(facts);
};

/** When the law has something to do next, even if nothing happens until then. */
export const nextOfLaw = (state: Backorder, at: Instant): Instant | undefined => {
  if (isOver(state) || !isPlanned(state)) return undefined;
  const instants = [state.law.clock.deadlineAt, ...openMoments(state).map((moment) => moment.at)];
  return earliest(...instants.filter((each) => each !== null && each > at));
};
