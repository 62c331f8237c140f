import type { Backorder } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import type { Instant } from '../time.ts';

/** A sign that something may have happened at the provider. Never the truth: a reason to look. */
export type PaymentHint =
  | { about: 'intent'; intentId: string }
  | { about: 'card' }
  | { about: 'offer' };

/** The facts that follow from a hint; none for an intent or offer that the backorder lacks. */
export const factsOfHint = (state: Backorder, hint: PaymentHint, at: Instant): Fact[] => {
  switch (hint.about) {
    case 'intent': {
      const { intentId } = hint;
      const isKnown = state.intents.some((intent) => intent.intentId === intentId);
      return isKnown ? [{ type: 'IntentHinted', at, intentId }] : [];
    }
    case 'card':
      return [{ type: 'CardHinted', at }];
    case 'offer':
      return state.offer ? [{ type: 'OfferHinted', at }] : [];
  }
};

/** Hints about every intent and offer that waits for the customer at the provider. */
export const hintsOfCustomer = (state: Backorder, at: Instant): Fact[] => [
  ...state.intents
    .filter((intent) => intent.state === 'action_required')
    .map(({ intentId }): Fact => ({ type: 'IntentHinted', at, intentId })),
  ...factsOfHint(state, { about: 'offer' }, at),
];
