import type { Backorder } from '../backorder/backorder.ts';
import type { NoticeTerms } from '../backorder/law.ts';
import { lawOf } from '../law/facts.ts';
import { policyOf } from '../law/policy/jurisdiction.ts';
import { policies } from '../law/policy/policies.ts';
import type { LawFacts, Policy } from '../law/policy/policy.ts';
import type { CivilDate } from '../time.ts';

/** All that says whether the customer hears of a date that moves. */
export type Judged = {
  policy: Policy;
  facts: LawFacts;
  /** A notice came back, and no other goes to that address. */
  isReturned: boolean;
};

/** The date that the customer knows, and the one that takes its place. */
type Move = { known: CivilDate | null; on: CivilDate | null; isSupply: boolean };

/** `notice`: what the mail says in law; null when it is only news, or when there is no mail. */
export type Classified = { isTold: boolean; notice: NoticeTerms | null };

/**
 * The law wants it told; or the first date at all is known; or, as long as no clock of the law runs,
 * the date is later or gone. A date that moves within what was told is named by the next mail.
 */
export const classify = (
  { policy, facts, isReturned }: Judged,
  { known, on, isSupply }: Move,
): Classified => {
  if (isReturned) return { isTold: false, notice: null };
  const isWanted = facts.startOn !== null && policy.needsNotice(facts, on);
  const isFirstDate = known === null && on !== null && isSupply;
  const isWorse = facts.startOn === null && known !== null && (on === null || on > known);
  return {
    isTold: isWanted || isFirstDate || isWorse,
    notice: isWanted ? policy.termsOf(facts, on) : null,
  };
};

/** The same of a backorder as its workflow keeps it. */
export const judgedOf = (state: Pick<Backorder, 'law'>): Judged => ({
  ...lawOf(state),
  isReturned: state.law.returned !== null,
});

/** What an order was placed with. `startOn`: null as long as card and consent are to come. */
type Placed = Pick<LawFacts, 'startOn' | 'statedOn' | 'hasCredit' | 'isEssential'> & {
  country: string;
};

/** The same of an order whose workflow has not shown itself yet. */
export const judgedAtPlacing = ({ country, ...placed }: Placed): Judged => ({
  policy: policies[policyOf(country)],
  facts: { ...placed, notices: [], furtherOn: null, grantedOn: null },
  isReturned: false,
});
