import type { Backorder } from '../../backorder/backorder.ts';
import { isWaiting } from '../../backorder/snapshot.ts';
import { unpaid } from './trouble.ts';

/** Whether the card will not be valid any more when what still waits is promised to ship. */
export const isExpiring = (state: Backorder): boolean => {
  const { card, promise, stock } = state;
  if (card.methodId === null || card.expiresOn === null || promise?.on == null) return false;
  return promise.on > card.expiresOn && isWaiting(stock) && unpaid(state) > 0;
};
