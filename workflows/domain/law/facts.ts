import type { Backorder } from '../backorder/backorder.ts';
import type { LawQuestion } from '../backorder/law.ts';
import { policies } from './policies.ts';
import type { LawFacts, Policy } from './policy.ts';

/** What the days of the law are worked out from, as things stand. */
export const questionOf = ({ law, promise }: Backorder): LawQuestion => ({
  startedAt: law.startedAt,
  statedOn: law.statedOn,
  hasCredit: law.hasCredit,
  isEssential: law.isEssential,
  notices: law.notices,
  furtherOn: law.furtherOn,
  grantedOn: law.grantedOn,
  promisedOn: promise?.on ?? null,
});

/** The policy that the order is under, and what it judges by. */
export const lawOf = (state: Backorder): { policy: Policy; facts: LawFacts } => {
  const { startedAt, promisedOn: _, ...asked } = questionOf(state);
  const { policy, startOn } = state.law.clock;
  return {
    policy: policies[policy],
    facts: { ...asked, startOn: startedAt === null ? null : startOn },
  };
};

/** Whether the days are those of the newest question. */
export const isPlanned = ({ law }: Backorder): boolean => law.clock.question === law.question;
