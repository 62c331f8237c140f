import type { Backorder } from '../backorder/backorder.ts';
import type { LawState } from '../backorder/law.ts';

export const withLaw = (
  state: Backorder,
  change: (law: LawState) => Partial<LawState>,
): Backorder => ({ ...state, law: { ...state.law, ...change(state.law) } });

/** What the days depend on has changed: they are worked out anew. */
export const ask = (state: Backorder): Backorder =>
  withLaw(state, ({ question }) => ({ question: question + 1 }));
