import type { MessageKind } from '../backorder/message-kind.ts';

/** What each kind of mail is called among those who run the shop. */
export const mailWords: Record<MessageKind, string> = {
  confirmation: 'Confirmation',
  excitement: 'Story of the product',
  countdown: 'Countdown',
  'check-in': 'Check-in',
  'delay-notice': 'Notice of a delay',
  'delay-answer': 'Answer to a notice',
  withdrawal: 'Withdrawal',
  'card-wanted': 'Card asked for',
  'card-expiring': 'Card expires soon',
  'payment-problem': 'Payment problem',
  'payment-recovered': 'Payment in order again',
  'ready-to-ship': 'Ready to ship',
  shipped: 'Shipped',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  'status-link': 'Link to the order’s page',
  'address-confirm': 'Address to be confirmed',
  'address-changed': 'Address changed',
};

/** The same of a kind as it is stored; one that is unknown is called as it is. */
export const wordsOfMail = (kind: string): string =>
  Object.hasOwn(mailWords, kind) ? mailWords[kind as MessageKind] : kind;
