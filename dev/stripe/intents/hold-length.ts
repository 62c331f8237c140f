import type { Store } from '../store.ts';

/** Seven days, as for most Visa payments by the customer (docs.stripe.com/payments/place-a-hold). */
const usualSeconds = 7 * 24 * 60 * 60;

/** How long a hold lasts that begins now. */
export const holdSeconds = (store: Store): number =>
  store.find('hold_length', 'card')?.seconds ?? usualSeconds;

/** Sets it for new holds; null: as usual. */
export const setHoldLength = (store: Store, seconds: number | null): { seconds: number } => {
  if (seconds === null) store.remove('hold_length', 'card');
  else store.put('hold_length', { id: 'card', seconds });
  return { seconds: holdSeconds(store) };
};
