import type { Backorder } from '../backorder/backorder.ts';
import { isFull } from '../recent.ts';
import type { Instant } from '../time.ts';

/**
 * Whether we have heard of the promise: it is a recent one, or older than all that the state still
 * remembers.
 */
export const isKnownPromise = (
  { promises }: Backorder,
  { promiseId, statedAt }: { promiseId: string; statedAt: Instant },
): boolean => {
  if (promises.some((each) => each.promiseId === promiseId)) return true;
  const [oldest] = promises;
  return isFull(promises) && oldest !== undefined && statedAt < oldest.statedAt;
};
