import type { Backorder } from '../backorder/backorder.ts';
import type { Intent } from '../backorder/intent.ts';
import { isWanted } from '../backorder/look-counter.ts';
import { voidedSum } from './sums/value.ts';

/** More than any mail can still tell of. The limit keeps a long wait from growing the state. */
const remembered = 20;

/** Forgets the oldest intents that are over and took no money; their voided holds are summed. */
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

/** It holds nothing, took no money, and wants no look any more. */
const isOver = ({ state, captured, looks }: Intent): boolean =>
  (state === 'closed' || state === 'voided') && captured === 0 && !isWanted(looks);
