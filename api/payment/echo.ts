import type { About } from '../../db/http/webhooks.ts';
import type { Concerned } from '../../db/payment/concerned-orders.ts';

/**
 * Whether the event only tells of a call of ours, whose answer we have. Most events are such
 * echoes. A look at the provider for each would make every order dearer.
 */
export const isEcho = ({ by, outcome, captured }: Concerned, about: About): boolean => {
  if (by !== 'intent' || about.status === undefined) return false;
  if (about.status === 'succeeded') return captured !== null && captured === about.captured;
  // An intent that is cancelled stays so, whatever older events tell of it.
  return outcome === 'HoldVoided' || (outcome !== null && echoes[about.status] === outcome);
};

/** How an intent stands by Stripe's word once an attempt of ours came out so. */
const echoes: Readonly<Record<string, string>> = {
  requires_capture: 'AuthorizationApproved',
  requires_payment_method: 'AuthorizationDeclined',
};
