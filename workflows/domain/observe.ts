import type { Backorder } from './backorder/backorder.ts';
import type { Fact } from './backorder/fact.ts';
import { meaningOf, withReturns } from './payment/look-result.ts';

/**
 * What came of an effect, as the facts that it means for this backorder. A look at an intent shows
 * how things stand at the provider, so that it may tell of several things that we did not do.
 */
export const observe = (state: Backorder, outcome: Fact): Fact[] => {
  if (outcome.type !== 'IntentSeen') return [outcome];
  const intent = state.intents.find(({ intentId }) => intentId === outcome.intentId);
  if (intent === undefined) return [];
  const { look: _, ...seen } = outcome;
  return [outcome, ...meaningOf(intent, outcome), { ...withReturns(seen), type: 'SumsSeen' }];
};
