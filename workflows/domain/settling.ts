import type { Backorder } from './backorder.ts';
import { offeredKey } from './card-lane.ts';
import { delayedUntil } from './delay.ts';
import { isWanted } from './looks.ts';
import { lookKey, moneySteps } from './payment.ts';
import type { Request } from './request.ts';
import { stockSteps } from './stock-lane.ts';
import type { Instant } from './time.ts';

/**
 * Whether stock or money is on its way to where it should be. A shipment that arrives meanwhile is
 * answered afterwards: after a partial capture the rest is authorised anew before it may leave.
 */
export const isSettling = (state: Backorder, at: Instant): boolean =>
  [...stockSteps(state, at), ...moneySteps(state, at)].some(
    ({ key }) => delayedUntil(state, key, at) === undefined,
  );

/**
 * Whether a customer in front of a page can be told what came of the request: the form they asked
 * for is there, or the provider was looked at. What is delayed is not waited for.
 */
export const isFollowed = (state: Backorder, request: Request, at: Instant): boolean => {
  const isDelayed = (key: string) => delayedUntil(state, key, at) !== undefined;
  const { offer, intents } = state;
  switch (request.type) {
    case 'OfferCard':
      return offer?.isOpen !== false || isDelayed(`offer:${offer.offerId}`);
    case 'LookAtPayment':
      return (
        intents.every(
          ({ looks, intentId }) => !isWanted(looks) || isDelayed(lookKey(intentId, looks.wanted)),
        ) &&
        (offer === null ||
          !isWanted(offer.looks) ||
          isDelayed(offeredKey(offer.offerId, offer.looks.wanted)))
      );
    default:
      return true;
  }
};
