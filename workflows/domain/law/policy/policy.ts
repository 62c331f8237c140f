import type { LawQuestion, Notice, NoticeTerms, PolicyName, Silence } from '../../backorder/law.ts';
import type { CivilDate } from '../../time.ts';

/** What a policy judges by. `startOn`: the day at ship-to on which the clock started. */
export type LawFacts = Omit<LawQuestion, 'startedAt' | 'promisedOn'> & {
  startOn: CivilDate | null;
};

/** How things stand: the last day, and what silence does until then. */
export type LawStanding = {
  deadlineOn: CivilDate | null;
  silence: Silence;
  answerOn: CivilDate | null;
};

/** The law of one jurisdiction, as counsel can read it: days in, days out. */
export type Policy = {
  name: PolicyName;
  /** The order ends by law when its deadline passes. */
  isEndedByLaw: boolean;
  standing: (facts: LawFacts) => LawStanding;
  /** Whether the customer has to be given notice of this date, or of there being none. */
  needsNotice: (facts: LawFacts, newOn: CivilDate | null) => boolean;
  /** What the notice of that date says. */
  termsOf: (facts: LawFacts, newOn: CivilDate | null) => NoticeTerms;
  /** Whether what the customer was told reaches beyond the deadline, so that nobody need be asked. */
  isSettled: (facts: LawFacts) => boolean;
};

/** The newest notice that still counts. */
export const newest = (notices: readonly Notice[]): Notice | undefined => {
  const last = notices.at(-1);
  return last?.isPast ? undefined : last;
};
