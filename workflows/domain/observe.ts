import type { Backorder } from './backorder/backorder.ts';
import type { Fact } from './backorder/fact.ts';
import { meaningOf, withReturns } from './payment/look-result.ts';

/**
 * The facts that the outcome of an effect means for this backorder. A look at an intent may show
 * several things that others did at the provider. None for an unknown intent.
 */
export const observe = (state: Backorder, outcome: Fact): Fact[] => {
  if (outcome.type !== 'IntentSeen') return [outcome];
  const intent = state.intents.find(({ intentId }) => intentId === outcome.intentId);
  if (intent === undefined) return [];
  const { look: _, ...seen } = outcome;
  return [outcome, ...meaningOf(intent, outcome), { ...withReturns(seen), type: 'SumsSeen' }];
};
