/**
 * The kind of a mail. It names the template file and the row, and is part of the mail's own
 * idempotency key.
 */
export type MessageKind = (typeof messageKinds)[number];

/** `service` is never held back; `relationship` may be declined by the customer at any time. */
export const messageClasses = ['service', 'relationship'] as const;

export type MessageClass = (typeof messageClasses)[number];

export const messageKinds = [
  'confirmation',
  'excitement',
  'countdown',
  'check-in',
  'delay-notice',
  'delay-answer',
  'withdrawal',
  'card-wanted',
  'card-expiring',
  'payment-problem',
  'payment-recovered',
  'ready-to-ship',
  'shipped',
  'cancelled',
  'refunded',
  'status-link',
  'address-confirm',
  'address-changed',
] as const;

export const classOf = (kind: MessageKind): MessageClass =>
  kind === 'excitement' || kind === 'countdown' || kind === 'check-in' ? 'relationship' : 'service';

/** What may become of a message. */
export const decisions = ['sent', 'held', 'skipped', 'merged', 'failed', 'unknown'] as const;

/**
 * `owed`: a letter of its own is still to send it. `sending`: what became of it is not known yet.
 */
export type Decision = 'owed' | 'sending' | (typeof decisions)[number];

/** What became of an accepted mail, as its provider tells it, from the lowest rank to the highest. */
export const statuses = [
  'accepted',
  'delayed',
  'delivered',
  'complained',
  'bounced',
  'failed',
] as const;

export type Status = (typeof statuses)[number];
