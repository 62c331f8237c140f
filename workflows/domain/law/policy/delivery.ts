import type { NoticeTerms } from '../../backorder/law.ts';
import { addDays, type CivilDate } from '../../time.ts';
import { type LawFacts, type LawStanding, newest, type Policy } from './policy.ts';

/** Days that a parcel travels, by which a day of delivery follows from one of shipment. */
const transitDays = 3;

/** The days for delivery where none was agreed. 2011/83/EU art. 18(1); CRA 2015 s. 28(3), (4) */
const defaultDays = 30;

/**
 * What the European rules have in common: a clock that runs to delivery, notices that only inform,
 * and a customer who may set a further period once the date is missed (2011/83/EU art. 18(2); CRA
 * 2015 s. 28(6) to (8)). Nothing ends by itself: it is the consumer who ends the contract.
 */
export const deliveryPolicy = (name: Policy['name']): Policy => {
  const standing = (facts: LawFacts): LawStanding => ({
    deadlineOn: facts.startOn === null ? null : deadlineOf(facts, facts.startOn),
    silence: 'none',
    answerOn: null,
  });

  /** A date later than the newest one that the customer was told. An open agreement has no later. */
  const needsNotice = (facts: LawFacts, newOn: CivilDate | null): boolean => {
    const { startOn } = facts;
    if (startOn === null) return false;
    const told = toldOn(facts);
    if (newOn === null) return told !== null;
    const agreed = agreedOn(facts);
    if (agreed === 'open') return false;
    return newOn > (told ?? agreed ?? addDays(startOn, defaultDays));
  };

  const termsOf = (facts: LawFacts, newOn: CivilDate | null): NoticeTerms => ({
    kind: 'informs',
    newOn,
    silence: 'none',
    answerOn: null,
    deadlineOn: standing(facts).deadlineOn,
  });

  return { name, isEndedByLaw: false, standing, needsNotice, termsOf, isSettled: () => false };
};

const deadlineOf = (facts: LawFacts, startOn: CivilDate): CivilDate | null => {
  if (facts.furtherOn !== null) return facts.furtherOn;
  const agreed = agreedOn(facts);
  if (agreed === 'open') return null;
  return agreed === null ? addDays(startOn, defaultDays) : addDays(agreed, transitDays);
};

/** The day that both agreed on: of the newest accepted notice, else the one stated at checkout. */
const agreedOn = ({ notices, statedOn }: LawFacts): CivilDate | 'open' | null => {
  const accepted = notices.findLast(({ answer }) => answer?.accept === true);
  if (accepted === undefined) return statedOn;
  return accepted.answer?.until ?? accepted.newOn ?? 'open';
};

/** The newest date that the customer was told, agreed or not; null when that is that there is none. */
const toldOn = ({ notices, statedOn }: LawFacts): CivilDate | null => {
  const last = newest(notices);
  return last === undefined ? statedOn : last.newOn;
};
