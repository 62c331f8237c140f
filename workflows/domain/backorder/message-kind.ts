/**
 * The kind of a mail. It names the template file and the row, and is part of the mail's own
 * idempotency key.
 */
export type MessageKind = (typeof messageKinds)[number];

/** `service` mail is never put off. The customer may decline `relationship` mail at any time. */
export type MessageClass = 'service' | 'relationship';

export const messageKinds = [
  'confirmation',
  'excitement',
  'countdown',
  'check-in',
  'delay-notice',
  'card-expiring',
  'payment-problem',
  'payment-recovered',
  'ready-to-ship',
  'shipped',
  'cancelled',
  'refunded',
] as const;

export const classOf = (kind: MessageKind): MessageClass =>
  kind === 'excitement' || kind === 'countdown' || kind === 'check-in' ? 'relationship' : 'service';
