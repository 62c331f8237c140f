import type { Backorder } from './backorder.ts';
import type { Intent } from './intent.ts';

/** The state with this one intent changed. An unknown id changes nothing. */
export const withIntent = (
  state: Backorder,
  intentId: string,
  change: Partial<Intent> | ((intent: Intent) => Partial<Intent>),
): Backorder => ({
  ...state,
  intents: state.intents.map((intent) => {
    if (intent.intentId !== intentId) return intent;
    return { ...intent, ...(typeof change === 'function' ? change(intent) : change) };
  }),
});
