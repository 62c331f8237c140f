import type { DeclineKind, ProblemKind, ProblemReason } from '../backorder/card.ts';
import type { IntentSeen } from '../backorder/fact.ts';
import type { PaymentState } from '../backorder/intent.ts';

/** How a payment stands. */
export const paymentWords: Record<PaymentState, string> = {
  none: 'Nothing to pay',
  asked: 'Waits for card or consent',
  vaulted: 'Card on file, nothing held yet',
  authorizing: 'The bank is being asked',
  action_required: 'Waits for the customer’s confirmation',
  authorized: 'Held on the card',
  captured: 'Paid',
  failed: 'The last attempt failed',
  released: 'The hold was let go',
  refunded: 'Refunded',
};

/** How a provider shows one payment of its own. */
export const seenWords: Record<IntentSeen['status'], string> = {
  held: 'held on the card',
  action_required: 'waiting for the customer’s confirmation',
  declined: 'declined',
  captured: 'captured',
  voided: 'let go',
  pending: 'on its way',
};

/** What stands in the way of a payment; a sentence without its dot. */
export const problemWords: Record<ProblemReason, string> = {
  declined: 'the bank declined the card',
  expired: 'the card has expired',
  authentication: 'the bank wants the customer to confirm the payment',
  removed: 'the card is not there any more',
};

/** What the bank meant by its no. */
export const declineWords: Record<DeclineKind, string> = {
  soft: 'it may pass later',
  hard: 'this card never pays',
  expired: 'only a new card pays',
  fraud: 'fraud is suspected: never say so to the customer',
};

/** Both, of what a card is in trouble for. */
export const troubleWords: Record<ProblemKind, string> = {
  ...declineWords,
  authentication: problemWords.authentication,
  removed: problemWords.removed,
};
