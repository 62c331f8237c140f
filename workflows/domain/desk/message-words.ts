import type { Decision, MessageClass, MessageKind, Status } from '../backorder/message-kind.ts';

/** What a mail is called. */
export const messageWords: Record<MessageKind, string> = {
  confirmation: 'Order confirmation',
  excitement: 'Excitement',
  countdown: 'Countdown',
  'check-in': 'Check-in',
  'delay-notice': 'Notice of a delay',
  'delay-answer': 'Receipt for an answer',
  withdrawal: 'Receipt for a withdrawal',
  'card-wanted': 'Request for a card',
  'card-expiring': 'Card expires soon',
  'payment-problem': 'Payment problem',
  'payment-recovered': 'Payment in order again',
  'ready-to-ship': 'Ready to ship',
  shipped: 'Shipped',
  cancelled: 'Cancelled',
  refunded: 'Refund',
  'status-link': 'Link to the order’s page',
  'address-confirm': 'New address to confirm',
  'address-changed': 'Address changed',
};

/** Which mail a customer may decline. */
export const classWords: Record<MessageClass, string> = {
  service: 'service, always sent',
  relationship: 'relationship, may be declined',
};

/** What was decided about a mail. */
export const decisionWords: Record<Decision, string> = {
  owed: 'on its way',
  sending: 'on its way',
  sent: 'sent',
  held: 'waiting',
  skipped: 'not sent',
  merged: 'in another mail',
  failed: 'refused',
  unknown: 'perhaps sent',
};

/** What the provider has told of a mail that it took. */
export const statusWords: Record<Status, string> = {
  accepted: 'accepted',
  delayed: 'delayed',
  delivered: 'delivered',
  complained: 'called spam',
  bounced: 'bounced',
  failed: 'failed',
};

/** What a backorder does next by itself. */
export const nextWords = (kind: MessageKind | 'lease-end'): string =>
  kind === 'lease-end' ? 'Units go to the next in line' : `Mail: ${messageWords[kind]}`;
