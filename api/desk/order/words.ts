import type { KeptAttempt, KeptDecline } from '../../../db/desk/order/money.ts';
import { declineWords as kindWords } from '../../../workflows/domain/desk/payment-words.ts';
import { sentenceOf } from '../../../workflows/domain/desk/sentence.ts';
import type { Order } from './order.ts';

/** What codes are called on the page of an order. */

export const termsWords: Record<Order['payment']['terms'], string> = {
  on_shipment: 'Charged when it ships',
  deposit: 'A deposit at checkout, the rest when it ships',
  prepaid: 'Paid at checkout',
  none: 'Costs nothing',
};

export const stepWords: Record<KeptAttempt['step'], string> = {
  authorize: 'Hold',
  capture: 'Capture',
  void: 'Let the hold go',
  refund: 'Refund',
};

const outcomes: Record<string, string | undefined> = {
  AuthorizationApproved: 'approved',
  AuthorizationDeclined: 'declined',
  AuthorizationRefused: 'not taken by the provider',
  AuthenticationRequired: 'wants the customer’s confirmation',
  PaymentCaptured: 'captured',
  CaptureTooSmall: 'too little to be charged',
  HoldVoided: 'let go',
  PaymentRefunded: 'sent back',
  RefundFailed: 'failed',
  absent: 'never reached the provider',
};

export const outcomeWords = ({ outcome, firstCalledAt }: KeptAttempt): string => {
  if (outcome !== null) return outcomes[outcome] ?? outcome;
  return firstCalledAt === null ? 'not asked yet' : 'no answer yet';
};

/** The `advice_code` of docs.stripe.com/declines. */
const advices: Record<string, string | undefined> = {
  do_not_try_again: 'The bank advises not to try again.',
  try_again_later: 'The bank advises to try again later.',
  confirm_card_data: 'The bank advises to check the card’s data.',
};

/** What the bank meant, besides its code. */
export const bankWords = (decline: KeptDecline): string =>
  [sentenceOf(kindWords[decline.kind]), adviceWords(decline)].filter(Boolean).join(' ');

/** What else it said. */
export const adviceWords = ({ advice, blockedFor }: KeptDecline): string =>
  [
    advice && (advices[advice] ?? `Advice: ${advice}.`),
    blockedFor && `The provider blocked it itself: ${blockedFor}.`,
  ]
    .filter(Boolean)
    .join(' ');
