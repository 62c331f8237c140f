import { type AttentionCode, closeAttention } from './backorder/attention.ts';
import type { Backorder } from './backorder/backorder.ts';
import { clearDeadEnds, findDelay, never } from './backorder/delays.ts';
import { isUnmatched } from './backorder/intent.ts';
import { isWanted } from './backorder/look-counter.ts';
import { isTerminal, phaseOf } from './backorder/snapshot.ts';
import { uncollected } from './payment/sums/value.ts';
import { stepsOf } from './steps.ts';
import type { Instant } from './time.ts';

/**
 * Once nothing is left to ship, closes all attention that asks a person for nothing any more,
 * whenever it was raised. Safe to repeat.
 */
export const closeMoot = (state: Backorder, at: Instant): Backorder => {
  const { attention, stock } = state;
  if (attention.length === 0 || !isTerminal(phaseOf(stock))) return state;
  const codes = attention.map(({ code }) => code).filter((code) => isMoot(state, code, at));
  const next = closeAttention(state, ...codes);
  // An effect that is wanted again later is tried again, because nobody would be asked about it.
  return codes.includes('dead_end') ? clearDeadEnds(next) : next;
};

const isMoot = (state: Backorder, code: AttentionCode, at: Instant): boolean => {
  switch (code) {
    // The goods that these kept back have left, or never will.
    case 'payment_failed':
    case 'payment_refused':
    case 'refunded_elsewhere':
    // Nothing is left that a deadline could be for.
    case 'notice_due':
    case 'deadline_missed':
    case 'further_period_over':
      return true;
    case 'shipped_unpaid':
      return uncollected(state) <= 0;
    case 'unpaid':
      return (
        uncollected(state) === 0 &&
        !state.intents.some((intent) => isWanted(intent.looks) || isUnmatched(intent))
      );
    case 'dead_end':
      return !isStuck(state, at);
    default:
      return false;
  }
};

/** Whether a wanted effect waits for a person. */
const isStuck = (state: Backorder, at: Instant): boolean =>
  Object.values(stepsOf(state, at))
    .flat()
    .some((step) => findDelay(state, step)?.until === never);
