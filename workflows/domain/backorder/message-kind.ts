/** What a mail is about. The value names its template file, its row and its idempotency key. */
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
