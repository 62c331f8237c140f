import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';
import type { PaymentState, View } from '../../../workflows/domain/view.ts';
import type { Tone } from './badge.tsx';

/** How a payment stands. */
export const paymentWords: Record<PaymentState, string> = {
  none: 'Nothing to pay',
  asked: 'Card asked for',
  vaulted: 'Card on file',
  authorizing: 'Being authorised',
  action_required: 'Waits for the customer’s bank',
  authorized: 'Authorised',
  captured: 'Paid',
  failed: 'Declined',
  released: 'Released',
  refunded: 'Refunded',
};

export const phaseTones: Record<Phase, Tone> = {
  awaiting_stock: 'plain',
  awaiting_payment: 'warn',
  ready_to_ship: 'good',
  shipped: 'good',
  cancelled: 'bad',
};

/** What a backorder does next by itself. */
export const wordsOfNext = ({ kind }: NonNullable<View['next']>): string =>
  kind === 'lease-end' ? 'Lease ends' : `Mail: ${kind}`;

/** Which law an order is under. */
export const policyWords = {
  us: 'United States',
  eu: 'European Union',
  uk: 'United Kingdom',
  strict: 'Elsewhere, by the strictest rule',
} as const;

/** A bounded count, such as `1000+`. */
export const upTo = (count: number, most: number): string =>
  count > most ? `${most}+` : String(count);
