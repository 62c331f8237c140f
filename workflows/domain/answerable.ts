import type { Backorder } from './backorder/backorder.ts';
import { delayedUntil } from './backorder/delays.ts';
import type { Effect } from './backorder/effect.ts';
import type { Fact } from './backorder/fact.ts';
import type { Request } from './backorder/request.ts';
import { lawSteps } from './law/steps.ts';
import { cardSteps } from './payment/card-steps.ts';
import { nextJoin } from './payment/dunning/joining.ts';
import { searchSteps } from './payment/revival.ts';
import { moneySteps } from './payment/steps.ts';
import { stockSteps } from './stock/steps.ts';
import type { Instant } from './time.ts';

/**
 * Whether stock or money can move now. A shipment report waits until nothing moves: after a partial
 * capture the rest is authorised anew before it may leave, and a lease may await others.
 */
export const isMoving = (state: Backorder, at: Instant): boolean =>
  nextJoin(state, at) !== undefined ||
  [...stockSteps(state, at), ...moneySteps(state, at), ...searchSteps(state)].some(
    (step) => delayedUntil(state, step, at) === undefined,
  );

/** A shipment is reported: leases that await others wait no longer. */
export const factsOfReport = (state: Backorder, at: Instant): Fact[] =>
  nextJoin(state, at) === undefined ? [] : [{ type: 'ShipmentAwaited', at }];

/**
 * Whether whoever asked can see what came of the request: the form is there, we have looked at the
 * provider, or the days of the law are worked out anew. We do not wait for a delayed effect.
 */
export const isFollowed = (state: Backorder, request: Request, at: Instant): boolean => {
  const awaited = followedBy[request.type];
  if (awaited === undefined) return true;
  return [...moneySteps(state, at), ...cardSteps(state), ...lawSteps(state, at)].every(
    (step) => !awaited.includes(step.type) || delayedUntil(state, step, at) !== undefined,
  );
};

const followedBy: Partial<Record<Request['type'], readonly Effect['type'][]>> = {
  OfferCard: ['offerCard'],
  LookAtPayment: ['lookAtIntent', 'lookAtOffers'],
  ChangePromise: ['planLaw'],
  ChangeCustomer: ['planLaw'],
  AnswerNotice: ['planLaw'],
  SetFurtherPeriod: ['planLaw'],
  ResolveAttention: ['planLaw'],
};
