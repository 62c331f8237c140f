import type { Backorder } from './backorder/backorder.ts';
import { delayedUntil } from './backorder/delays.ts';
import type { Effect } from './backorder/effect.ts';
import type { Request } from './backorder/request.ts';
import { cardSteps } from './payment/card-steps.ts';
import { moneySteps } from './payment/steps.ts';
import { stockSteps } from './stock/steps.ts';
import type { Instant } from './time.ts';

/**
 * Whether stock or money is on its way to where it should be. A shipment that arrives meanwhile is
 * answered afterwards: after a partial capture the rest is authorised anew before it may leave.
 */
export const isMoving = (state: Backorder, at: Instant): boolean =>
  [...stockSteps(state, at), ...moneySteps(state, at)].some(
    (step) => delayedUntil(state, step, at) === undefined,
  );

/**
 * Whether a customer in front of a page can be told what came of the request: the form they asked
 * for is there, or the provider was looked at. What is delayed is not waited for.
 */
export const isFollowed = (state: Backorder, request: Request, at: Instant): boolean => {
  const awaited = followedBy[request.type];
  if (awaited === undefined) return true;
  return [...moneySteps(state, at), ...cardSteps(state)].every(
    (step) => !awaited.includes(step.type) || delayedUntil(state, step, at) !== undefined,
  );
};

const followedBy: Partial<Record<Request['type'], readonly Effect['type'][]>> = {
  OfferCard: ['offerCard'],
  LookAtPayment: ['lookAtIntent', 'lookAtOffers'],
};
