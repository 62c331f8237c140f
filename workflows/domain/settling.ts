import type { Backorder } from './backorder.ts';
import { delayedUntil } from './delay.ts';
import { moneySteps } from './payment.ts';
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
