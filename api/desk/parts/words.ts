import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';
import type { DifferenceKind } from '../../../workflows/domain/books/compare.ts';
import { wordsOfMail } from '../../../workflows/domain/desk/mail-words.ts';
import type { PaymentState } from '../../../workflows/domain/view.ts';
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
export const wordsOfNext = ({ kind }: { kind: string }): string =>
  kind === 'lease-end' ? 'Its units go to the next in line' : `Mail: ${wordsOfMail(kind)}`;

/** Which law an order is under. */
export const policyWords = {
  us: 'United States',
  eu: 'European Union',
  uk: 'United Kingdom',
  strict: 'Elsewhere, by the strictest rule',
} as const;

const differences: Record<DifferenceKind, string> = {
  unknown_intent: 'Stripe has an intent for an order of ours that we never made',
  missing_at_provider: 'An intent that we were told of is not there',
  captured_differs: 'What was captured differs',
  refunded_differs: 'What was refunded differs',
  hold_left_over: 'Money is held that nobody needs any more',
  value_differs: 'What was paid is more or less than what was shipped is worth',
  attempt_open: 'A call that moves money has had no answer for more than a day',
  unpaid_upfront: 'What was to be paid upfront is not captured in full',
};

/** How the two books differ. `read` is nothing but what a comparison has still to look at. */
export const wordsOfDifference = (kind: DifferenceKind | 'read'): string =>
  kind === 'read' ? 'Still being compared' : differences[kind];

/** A bounded count, such as `1000+`. */
export const upTo = (count: number, most: number): string =>
  count > most ? `${most}+` : String(count);

/** `1 unit`, `3 units`, `1,200 units`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
