import type { Notice, NoticeKind, NoticeTerms, Silence } from '../../backorder/law.ts';
import { addDays, type CivilDate, later } from '../../time.ts';
import { type LawFacts, type LawStanding, newest, type Policy } from './policy.ts';

/** How long a customer has who says nothing to a first notice. 16 CFR 435.2(b)(1)(ii), (iii) */
const graceDays = 30;

/** `before`: the deadline that it cannot keep. `agreedOn`: the last date that the customer agreed to. */
type Silent = {
  kind: NoticeKind;
  newOn: CivilDate | null;
  before: CivilDate;
  agreedOn: CivilDate;
};

/** What the policies of option notices differ in. */
type Rules = {
  /** The last day where no notice has moved it. */
  termOn: (facts: LawFacts) => CivilDate | null;
  /** What a notice makes of silence, and until when it may be answered. */
  onSilence: (notice: Silent) => { silence: Silence; until: CivilDate };
  /** A notice that waits for its answer covers its own date alone, and not all days until then. */
  isEachDateAsked: boolean;
};

/**
 * The rules that the American one and our strictest have in common: a clock that runs to shipment,
 * notices that offer a choice, and an order that ends when nobody chose in time.
 */
export const optionPolicy = (
  name: Policy['name'],
  { termOn, onSilence, isEachDateAsked }: Rules,
): Policy => {
  /**
   * The last date that the customer has agreed to, silence included where it consents. A date agreed
   * on takes the place of the one before it. 16 CFR 435.2(b)(2)
   */
  const agreedOn = (facts: LawFacts): CivilDate | 'open' | null =>
    agreedIn(heeded(facts).filter(({ isPast }) => !isPast)) ??
    facts.grantedOn ??
    agreedIn(heeded(facts)) ??
    termOn(facts);

  const standing = (facts: LawFacts): LawStanding => {
    const none = { silence: 'none', answerOn: null } as const;
    if (facts.startOn === null) return { deadlineOn: null, ...none };
    const last = newest(heeded(facts));
    if (last && last.answer === null) {
      const { deadlineOn, silence, answerOn } = last;
      return { deadlineOn, silence, answerOn };
    }
    const agreed = agreedOn(facts);
    return { deadlineOn: agreed === 'open' ? null : agreed, ...none };
  };

  /** No date is worth a notice that the customer was told, or that they need not be asked about. */
  const needsNotice = (facts: LawFacts, newOn: CivilDate | null): boolean => {
    const { deadlineOn } = standing(facts);
    if (deadlineOn === null) return false;
    const last = newest(heeded(facts));
    const waiting = last && last.answer === null ? last : undefined;
    if (newOn === null) return waiting === undefined || waiting.newOn !== null;
    const told = waiting?.newOn ?? deadlineOn;
    return newOn > (isEachDateAsked ? told : later(deadlineOn, told));
  };

  const termsOf = (facts: LawFacts, newOn: CivilDate | null): NoticeTerms => {
    const { deadlineOn: before } = standing(facts);
    if (before === null) throw new Error('a notice is of a deadline that cannot be kept');
    const kind = kindOf(facts, { before, newOn });
    const agreed = agreedOn(facts);
    const agreedUntil = agreed === null || agreed === 'open' ? before : agreed;
    const { silence, until } = onSilence({ kind, newOn, before, agreedOn: agreedUntil });
    return { kind, newOn, silence, answerOn: until, deadlineOn: until };
  };

  /** A notice that waits for its answer reaches to its date; one without a date, beyond all. */
  const isSettled = (facts: LawFacts): boolean => {
    const { deadlineOn } = standing(facts);
    const last = newest(heeded(facts));
    if (deadlineOn === null) return true;
    if (last === undefined || last.answer !== null) return false;
    return last.newOn === null || last.newOn > deadlineOn;
  };

  return { name, isEndedByLaw: true, standing, needsNotice, termsOf, isSettled };
};

/**
 * Those that offered a choice, and those that the customer agreed to: whoever agreed where notices
 * only inform has agreed here too. What only informed is no option notice.
 */
const heeded = ({ notices }: LawFacts): Notice[] =>
  notices.filter(({ kind, answer }) => kind !== 'informs' || answer?.accept);

/**
 * Which notice it is: the first is measured against the 30 days after the old date (435.2(b)(1)),
 * any other is a renewed option (435.2(b)(2)).
 */
const kindOf = (
  facts: LawFacts,
  { before, newOn }: { before: CivilDate; newOn: CivilDate | null },
): NoticeKind => {
  if (facts.notices.some(({ kind }) => kind !== 'informs')) return 'later';
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
