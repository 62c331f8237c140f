import type { Backorder } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import type { Notice, Until } from '../backorder/law.ts';
import type {
  AnswerNotice,
  RefusalCode,
  SetFurtherPeriod,
  WithdrawContract,
} from '../backorder/request.ts';
import { isTerminal, phaseOf, type Snapshot } from '../backorder/snapshot.ts';
import type { CivilDate, Instant } from '../time.ts';
import { isMissed, mayWithdraw } from './view.ts';

type Decision = Fact[] | { refused: RefusalCode; facts: Fact[] };

const refuse = (refused: RefusalCode): Decision => ({ refused, facts: [] });

/** `expected`: the ledger once every accepted act is in it. */
type Now = { expected: Snapshot; at: Instant };

/** A customer's answer to the newest notice. A refusal is a cancellation, as their own word. */
export const answerNotice = (
  state: Backorder,
  request: AnswerNotice,
  { expected, at }: Now,
): Decision => {
  const { wordId, accept, channel } = request;
  if (state.law.wordIds.includes(wordId)) return [];
  const notice = state.law.notices.at(-1);
  if (isTerminal(phaseOf(expected)) || !notice || notice.answer !== null) {
    const isOverrun = !accept && phaseOf(expected) === 'shipped';
    return {
      refused: 'nothing_to_answer',
      facts: isOverrun ? factsOfCrossing(state, request, at) : [],
    };
  }
  const receivedAt = heardAt(request, at);
  const blind = accept ? refusedAsBlind(state, request, receivedAt) : undefined;
  if (blind !== undefined) return refuse(blind);
  const until = accept ? (request.until ?? notice.newOn ?? 'open') : null;
  if (isBefore(until, leastUntil(notice))) return refuse('until_too_early');
  const answered: Fact = {
    ...{ type: 'NoticeAnswered', at, wordId, accept, until, channel, receivedAt },
  };
  if (accept) return [answered];
  const act = { type: 'cancel', actId: wordId, by: 'customer', lines: null } as const;
  return [answered, { type: 'CancellationAccepted', at: receivedAt, act }];
};

/**
 * What a customer asked for before a shipment was accepted, and we heard of only after it: a person
 * is asked, once.
 */
export const factsOfCrossing = (
  { law }: Backorder,
  { wordId, receivedAt }: { wordId: string; receivedAt?: Instant },
  at: Instant,
): Fact[] => {
  const crossing = `crossed/${wordId}`;
  const isCrossed =
    receivedAt !== undefined && law.shippedAt !== null && receivedAt < law.shippedAt;
  return isCrossed && !law.wordIds.includes(crossing)
    ? [{ type: 'WordCrossed', at, wordId: crossing }]
    : [];
};

/** Nobody agrees to what they had not been told: before any notice, or to the date of a newer one. */
const refusedAsBlind = (
  { law: { notices } }: Backorder,
  { until }: AnswerNotice,
  receivedAt: Instant,
): RefusalCode | undefined => {
  const told = notices.filter(({ sentAt }) => sentAt <= receivedAt);
  if (told.length === 0) return 'nothing_to_answer';
  return until === null && told.length < notices.length ? 'until_too_early' : undefined;
};

const isBefore = (until: Until | null, least: CivilDate | null): boolean =>
  until !== null && until !== 'open' && least !== null && until < least;

/**
 * Who agrees to wait never has less time than before: they agree to the date of the notice at least,
 * or, where it names none, to the one that stood until then.
 */
const leastUntil = ({ newOn, before, deadlineOn }: Notice): CivilDate | null => {
  if (newOn !== null || before === null || deadlineOn === null) return newOn;
  return before < deadlineOn ? before : deadlineOn;
};

/** It counts from when the customer said it. */
const heardAt = ({ receivedAt }: { receivedAt?: Instant }, now: Instant): Instant =>
  receivedAt !== undefined && receivedAt < now ? receivedAt : now;

/** The Union's withdrawal: before shipment the order is cancelled, after it the shop takes over. */
export const withdrawContract = (
  state: Backorder,
  request: WithdrawContract,
  { expected, at }: Now,
): Decision => {
  const { wordId, channel } = request;
  if (state.law.wordIds.includes(wordId)) return [];
  const phase = phaseOf(expected);
  if (!mayWithdraw(state, phase)) return refuse('nothing_to_withdraw');
  const receivedAt = heardAt(request, at);
  const shipped = expected.lines.some((line) => line.shipped > 0)
    ? phase === 'shipped'
      ? 'all'
      : 'some'
    : 'nothing';
  const withdrawn: Fact = {
    ...{ type: 'ContractWithdrawn', at, wordId, channel, receivedAt, shipped },
  };
  if (shipped === 'all') return [withdrawn];
  const act = { type: 'cancel', actId: wordId, by: 'customer', lines: null } as const;
  return [withdrawn, { type: 'CancellationAccepted', at: receivedAt, act }];
};

/** Once the day agreed on is missed the customer may set the last one. */
export const setFurtherPeriod = (
  state: Backorder,
  request: SetFurtherPeriod,
  { expected, at }: Now,
): Decision => {
  const { wordId, until, channel } = request;
  if (state.law.wordIds.includes(wordId)) return [];
  if (isTerminal(phaseOf(expected)) || !isMissed(state, at)) {
    return refuse('nothing_to_answer');
  }
  const receivedAt = heardAt(request, at);
  return [{ type: 'FurtherPeriodSet', at, wordId, until, channel, receivedAt }];
};
