import { addDays, type CivilDate } from '../../time.ts';
import { graceOn, optionPolicy } from './option-notices.ts';
import type { LawFacts } from './policy.ts';

/**
 * The Mail, Internet, or Telephone Order Merchandise Rule, 16 CFR Part 435. The clock runs from the
 * properly completed order (435.1(c)) to shipment (435.1(e)): the carrier has the goods. An order
 * whose deadline passes without shipment or consent is cancelled (435.2(c)).
 */
export const us = optionPolicy('us', {
  /** The stated time, or 30 days, or 50 with the seller's own credit. 16 CFR 435.2(a)(1) */
  termOn: ({ statedOn, startOn, hasCredit }: LawFacts): CivilDate | null => {
    if (statedOn !== null) return statedOn;
    return startOn === null ? null : addDays(startOn, hasCredit ? 50 : 30);
  },
  /**
   * Silence consents to a first delay of 30 days or less (435.2(b)(1)(ii)), ends an order 30 days
   * after the old date for a longer or indefinite one (435.2(b)(1)(iii)), and ends it with the old
   * date for any later notice (435.2(b)(2)(ii)).
   */
  onSilence: ({ kind, before, newOn }) => {
    if (kind === 'first_within_30' && newOn !== null) return { silence: 'consents', until: newOn };
    return { silence: 'cancels', until: kind === 'later' ? before : graceOn(before) };
  },
  /** Until the deadline the order may ship whatever date it was told: no date before it is asked. */
  isEachDateAsked: false,
});
