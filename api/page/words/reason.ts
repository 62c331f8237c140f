import { standingReasons } from '../../../db/promise/standing-reasons.ts';
import { isolated } from '../../../workflows/calendar/isolated.ts';
import type { OrderPage } from '../parts/order-page.ts';

/** What a person wrote stays as it is; what we have as a standing reason is in our own words. */
export const reasonWords = ({ words: { say } }: OrderPage, reason: string): string => {
  switch (reason) {
    case standingReasons.supply:
      return say.statusPage.reasonSupply();
    case standingReasons.waitsAgain:
      return say.statusPage.reasonWaitsAgain();
    case standingReasons.notInTime:
      return say.noticePage.reasonNotInTime();
    default:
      return isolated(reason);
  }
};
