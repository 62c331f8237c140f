import type { Backorder } from './backorder/backorder.ts';
import type { LawFact } from './backorder/fact.ts';
import type { Until } from './backorder/law.ts';
import { isTerminal, phaseOf } from './backorder/snapshot.ts';
import { policyWords, silenceWords } from './desk/law-words.ts';
import { lawOf } from './law/facts.ts';
import { nextOfLaw } from './law/steps.ts';
import type { Instant } from './time.ts';

/** A timeline's words for what the law brought; undefined where nothing is to be told of. */
export const lawSummaryOf = (fact: LawFact): string | undefined => {
  switch (fact.type) {
    case 'LawPlanned':
      return undefined;
    case 'DeadlineWarned':
      return `The deadline ${fact.on} comes near: a person is asked`;
    case 'DeadlinePassed':
      return `The deadline ${fact.deadlineAt} has passed${fact.isLate ? ', and was seen too late for anything to follow by itself' : ''}`;
    case 'DelayForeseen':
      return fact.isInTime
        ? `The day ${fact.on} can be met after all, as far as is known`
        : `The day ${fact.on} cannot be met, as far as is known: the customer is told`;
    case 'CustomerHeard':
      return `All is heard that the customer said before ${fact.deadlineAt}`;
    case 'NoticeAnswered':
      return `${answerWords(fact)} (${fact.channel})`;
    case 'ContractWithdrawn':
      return `The customer withdrew from the contract${shippedWords[fact.shipped]} (${fact.channel})`;
    case 'FurtherPeriodSet':
      return `The customer set ${fact.until} as the last day (${fact.channel})`;
    case 'WordCrossed':
      return 'The customer had asked to cancel before it was shipped: a person is asked';
  }
};

const answerWords = ({ accept, until }: { accept: boolean; until: Until | null }): string => {
  if (!accept) return 'The customer refused the notice';
  return until === 'open' || until === null
    ? 'The customer agreed to wait for as long as it takes'
    : `The customer agreed to wait until ${until}`;
};

const shippedWords = {
  nothing: '',
  some: ', of which a part has shipped',
  all: ', of which everything has shipped',
} as const;

/** The law at a glance; undefined once the order has ended. */
export const lawDetailsOf = (state: Backorder): string | undefined => {
  if (isTerminal(phaseOf(state.stock))) return undefined;
  const { policy, deadlineOn, silence } = state.law.clock;
  if (deadlineOn === null) return `Law of: ${policyWords[policy]}, no deadline`;
  const verb = lawOf(state).policy.isEndedByLaw ? 'ships' : 'arrives';
  const answer = silence === 'none' ? '' : `, no answer ${silenceWords[silence]}`;
  return `Law of: ${policyWords[policy]}, ${verb} by ${deadlineOn}${answer}`;
};

/** What the law has happen next, and when; undefined when nothing. */
export const nextLawWords = (state: Backorder, at: Instant): string | undefined => {
  const next = nextOfLaw(state, at);
  if (next === undefined) return undefined;
  const { deadlineAt, moments } = state.law.clock;
  if (next === deadlineAt) return `law: the deadline passes at ${next}`;
  const moment = moments.find((each) => each.at === next);
  return `law: ${moment ? momentWords[moment.does] : 'looks again'} at ${next}`;
};

const momentWords = {
  warn: 'a person is asked',
  tell: 'the customer is told of a delay',
  'tell-unless-in-time': 'the customer is told of a delay, unless it ships in time,',
} as const;
