import type { Backorder } from '../backorder/backorder.ts';
import type { Intent } from '../backorder/intent.ts';
import { isWanted } from '../backorder/look-counter.ts';
import { voidedSum } from './sums/value.ts';

/** More than what can still be told of, so that a long wait does not grow the state. */
const remembered = 20;

/** Forgets the oldest intents that are over and took no money; their released holds are summed. */
export const forgetIntents = (state: Backorder): Backorder => {
  const { intents } = state;
  if (intents.length <= remembered) return state;
  const over = intents.filter(isOver);
  const forgotten = new Set(over.slice(0, Math.max(0, over.length - remembered)));
  if (forgotten.size === 0) return state;
  const left = intents.filter((intent) => !forgotten.has(intent));
  const voidedBefore = state.voidedBefore + voidedSum(intents) - voidedSum(left);
  return { ...state, intents: left, voidedBefore };
};

/** Nothing is held, was taken, or is asked about any more. */
const isOver = ({ state, captured, looks }: Intent): boolean =>
  (state === 'closed' || state === 'voided') && captured === 0 && !isWanted(looks);
