import type { KeptAttempt, KeptDecline } from '../../../db/desk/order/money.ts';
import type { Order } from './order.ts';

/** What codes are called on the page of an order. */

export const paymentWords: Record<Order['payment']['state'], string> = {
  none: 'Nothing to pay',
  asked: 'Card and consent are still to come',
  vaulted: 'A card is kept; nothing is held yet',
  authorizing: 'The bank is being asked',
  action_required: 'Waits for the customer’s confirmation',
  authorized: 'The sum is held on the card',
  captured: 'Captured',
  failed: 'The last attempt failed',
  released: 'The hold was let go',
  refunded: 'Refunded',
};

export const termsWords: Record<Order['payment']['terms'], string> = {
  on_shipment: 'Charged when it ships',
  deposit: 'A deposit at checkout, the rest when it ships',
  prepaid: 'Paid at checkout',
  none: 'Costs nothing',
};

type Problem = NonNullable<Order['payment']['problem']>;

export const problemWords: Record<Problem['reason'], string> = {
  declined: 'The bank declined the card.',
  expired: 'The card has expired.',
  authentication: 'The bank wants the customer to confirm the payment.',
  removed: 'The card is not there any more.',
};

export const policyWords: Record<Order['law']['policy'], string> = {
  us: 'United States (16 CFR 435)',
  eu: 'European Union (Directive 2011/83/EU)',
  uk: 'United Kingdom (Consumer Rights Act 2015)',
  strict: 'The strictest of the others, for a country with no rules of its own here',
};

export const silenceWords: Record<Order['law']['silence'], string> = {
  none: 'No answer does nothing.',
  consents: 'No answer means that they agree.',
  cancels: 'No answer ends the order, and the money goes back.',
};

type Notice = NonNullable<Order['law']['notice']>;

export const noticeWords: Record<Notice['kind'], string> = {
  first_within_30: 'the first notice of a delay, of 30 days or less',
  first_beyond_30: 'the first notice of a delay, of more than 30 days',
  first_undated: 'the first notice of a delay, without a date',
  later: 'a further notice of a delay',
  informs: 'a notice that informs',
};

/** Who can end an order. */
export const cancellerWords: Record<NonNullable<Order['cancellation']>['by'], string> = {
  customer: 'the customer',
  shop: 'the shop',
  system: 'the system: payment, card or consent did not come in time',
  law: 'the law: nobody had agreed to a later date',
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

const kinds: Record<string, string | undefined> = {
  soft: 'It may pass later.',
  hard: 'This card never pays.',
  expired: 'Only a new card pays.',
  fraud: 'Fraud is suspected. Never say so to the customer.',
};

/** The `advice_code` of docs.stripe.com/declines. */
const advices: Record<string, string | undefined> = {
  do_not_try_again: 'The bank advises not to try again.',
  try_again_later: 'The bank advises to try again later.',
  confirm_card_data: 'The bank advises to check the card’s data.',
};

/** What the bank meant, besides its code. */
export const declineWords = ({ kind, advice, blockedFor }: KeptDecline): string =>
  [
    kinds[kind],
    advice && (advices[advice] ?? `Advice: ${advice}.`),
    blockedFor && `The provider blocked it itself: ${blockedFor}.`,
  ]
    .filter(Boolean)
    .join(' ');

export const statusWords: Record<string, string | undefined> = {
  accepted: 'accepted',
  delayed: 'delayed',
  delivered: 'delivered',
  complained: 'complained of',
  bounced: 'bounced',
  failed: 'failed',
};
