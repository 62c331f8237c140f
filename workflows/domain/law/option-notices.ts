import type { Notice, NoticeKind, NoticeTerms, Silence } from '../backorder/law.ts';
import { addDays, type CivilDate } from '../time.ts';
import { newest, optionNotices } from './notices.ts';
import type { LawFacts, LawStanding, Policy } from './policy.ts';

/** How long a customer has who says nothing to a first notice of a long delay. 16 CFR 435.2(b)(1) */
const graceDays = 30;

type Silent = {
  before: CivilDate;
  newOn: CivilDate | null;
  kind: NoticeKind;
};

/** What one policy of option notices makes of silence. */
type SilenceRule = (notice: Silent) => { silence: Silence; until: CivilDate };

/**
 * The rules that the American one and our strictest have in common: a clock that runs to shipment,
 * notices that offer a choice, and an order that ends when nobody chose in time.
 */
export const optionPolicy = (
  name: Policy['name'],
  { termOn, onSilence }: { termOn: (facts: LawFacts) => CivilDate | null; onSilence: SilenceRule },
): Policy => {
  /** The last date that the customer has agreed to, silence included where it consents. */
  const agreedOn = (facts: LawFacts): CivilDate | 'open' | null =>
    agreedIn(optionNotices(facts).filter(({ isPast }) => !isPast)) ??
    facts.grantedOn ??
    agreedIn(optionNotices(facts)) ??
    termOn(facts);

  const standing = (facts: LawFacts): LawStanding => {
    const none = { silence: 'none', answerOn: null } as const;
    if (facts.startOn === null) return { deadlineOn: null, ...none };
    const last = newest(optionNotices(facts));
    if (last && last.answer === null) {
      const { deadlineOn, silence, answerOn } = last;
      return { deadlineOn, silence, answerOn };
    }
    const agreed = agreedOn(facts);
    return { deadlineOn: agreed === 'open' ? null : agreed, ...none };
  };

  const needsNotice = (facts: LawFacts, newOn: CivilDate | null): boolean => {
    const { deadlineOn } = standing(facts);
    if (deadlineOn === null) return false;
    const last = newest(optionNotices(facts));
    const waiting = last && last.answer === null ? last : undefined;
    if (newOn === null) return waiting === undefined || waiting.newOn !== null;
    return newOn > latest(deadlineOn, waiting?.newOn ?? deadlineOn);
  };

  const termsOf = (facts: LawFacts, newOn: CivilDate | null): NoticeTerms => {
    const { deadlineOn: before } = standing(facts);
    if (before === null) throw new Error('a notice is of a deadline that cannot be kept');
    const kind = kindOf(facts, { before, newOn });
    const { silence, until } = onSilence({ before: oldDate(facts, before), newOn, kind });
    return { kind, newOn, silence, answerOn: until, deadlineOn: until };
  };

  /** What an unanswered notice said already is not extended by the next one. */
  const oldDate = (facts: LawFacts, before: CivilDate): CivilDate => {
    const agreed = agreedOn(facts);
    return name === 'strict' && agreed !== null && agreed !== 'open' ? agreed : before;
  };

  const isSettled = (facts: LawFacts): boolean => {
    const { deadlineOn } = standing(facts);
    const last = newest(optionNotices(facts));
    if (deadlineOn === null) return true;
    if (last === undefined || last.answer !== null) return false;
    return last.newOn === null || last.newOn > deadlineOn;
  };

  return { name, isEndedByLaw: true, standing, needsNotice, termsOf, isSettled };
};

/** Which notice it is: the first ones are measured against the 30 days after the old date. */
const kindOf = (
  facts: LawFacts,
  { before, newOn }: { before: CivilDate; newOn: CivilDate | null },
): NoticeKind => {
  if (optionNotices(facts).length > 0) return 'later';
  if (newOn === null) return 'first_undated';
  return newOn <= addDays(before, graceDays) ? 'first_within_30' : 'first_beyond_30';
};

/** The date that the newest notice with an answer, or with a silence that consents, was agreed on. */
const agreedIn = (notices: readonly Notice[]): CivilDate | 'open' | undefined => {
  for (const { answer, silence, newOn } of notices.toReversed()) {
    if (answer?.accept) return answer.until ?? newOn ?? 'open';
    if (answer === null && silence === 'consents') return newOn ?? undefined;
  }
  return undefined;
};

/** The day on which a first notice that nobody answers ends the order. */
export const graceOn = (on: CivilDate): CivilDate => addDays(on, graceDays);

const latest = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
