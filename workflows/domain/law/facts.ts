import type { Backorder } from '../backorder/backorder.ts';
import type { LawQuestion, LawState } from '../backorder/law.ts';
import { policies } from './policy/policies.ts';
import type { LawFacts, Policy } from './policy/policy.ts';

/** What the days of the law are worked out from, as things stand. */
export const questionOf = ({ law, promise }: Backorder): LawQuestion => ({
  startedAt: law.startedAt,
  ...askedOf(law),
  promisedOn: promise?.on ?? null,
});

const askedOf = (law: LawState): Omit<LawQuestion, 'startedAt' | 'promisedOn'> => ({
  statedOn: law.statedOn,
  hasCredit: law.hasCredit,
  isEssential: law.isEssential,
  notices: law.notices,
  furtherOn: law.furtherOn,
  grantedOn: law.grantedOn,
});

/** The policy that the order is under, and what it judges by. */
export const lawOf = ({ law }: Pick<Backorder, 'law'>): { policy: Policy; facts: LawFacts } => {
  const { policy, startOn } = law.clock;
  return {
    policy: policies[policy],
    facts: { ...askedOf(law), startOn: law.startedAt === null ? null : startOn },
  };
};

/** Whether the days are those of the newest question. */
export const isPlanned = ({ law }: Backorder): boolean => law.clock.question === law.question;
