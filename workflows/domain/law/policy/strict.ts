import { addDays, type CivilDate } from '../../time.ts';
import { graceOn, optionPolicy } from './option-notices.ts';
import type { LawFacts } from './policy.ts';

/**
 * For every country that has no policy of its own: the strictest of what others ask. The clock runs
 * to shipment (16 CFR 435.1(e)), within 30 days where no date was stated (2011/83/EU art. 18(1)).
 * Each later date wants the customer's consent, and silence never gives it.
 */
export const strict = optionPolicy('strict', {
  termOn: ({ statedOn, startOn }: LawFacts): CivilDate | null =>
    statedOn ?? (startOn === null ? null : addDays(startOn, 30)),
  /** 30 days after the date that the customer last agreed to: no notice moves it. */
  onSilence: ({ agreedOn }) => ({ silence: 'cancels', until: graceOn(agreedOn) }),
  isEachDateAsked: true,
});
