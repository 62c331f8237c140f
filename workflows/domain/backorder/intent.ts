import type { Instant } from '../time.ts';
import { type Looks, noLooks, oneLook } from './look-counter.ts';

/** One payment intent at the provider; amounts in minor units of the order's currency. */
export type Intent = {
  intentId: string;
  /** The lease whose units it pays for, or one of `shippedLeaseId` and `upfrontId`. */
  leaseId: string;
  amount: number;
  /** The payment method that we tried; null for an intent that we did not make. */
  methodId: string | null;
  state: IntentState;
  /** When the hold ends by the provider's own word, in order time. */
  holdUntil: Instant | null;
  /** From then on we want a newer hold in its place. */
  renewAt: Instant | null;
  captured: number;
  /** The sum of our own refunds, and the sum that a person or a bank gave back past us. */
  refundedByUs: number;
  returnedElsewhere: number;
  /** The part of `returnedElsewhere` that a bank took back in a dispute we lost. */
  chargedBack: number;
  /** Captured on it for other goods, so that it does not count for this order. */
  foreign: number;
  /** By the latest look, money was captured on it that does not count for this order. */
  isUnmatched: boolean;
  /** Refunds that we owe and that the shop, which holds the money, has yet to send, oldest first. */
  wanted?: WantedRefund[];
  /** The sum of a capture that has begun and has no answer: it may have happened already. */
  capturing: number | null;
  /** The sum of all our refunds of it, including one that we have begun and that has no answer. */
  refundingUpTo: number | null;
  /** By when the law wants sent what we owe back on it; null when we owe nothing. */
  refundBy: Instant | null;
  /**
   * By when the first money that went back had to be sent. If its bank returns it to us, we have
   * owed it since then.
   */
  refundedBy: Instant | null;
  /** When money last went back on it, other than by a dispute; null when none has. */
  refundedAt: Instant | null;
  /** How often money that had gone back returned to us. Sent again, it is told again. */
  bounces: number;
  isDisputed: boolean;
  isWarned: boolean;
  looks: Looks;
  /** When the newest reason to look at it came. */
  hintedAt: Instant | null;
};

/** `amount` in minor units. `dueAt`: by when the law wants it sent. */
export type WantedRefund = { amount: number; at: Instant; dueAt: Instant };

type IntentState =
  /** The shop says that it was captured before the order came. */
  | 'unverified'
  | 'authorizing'
  | 'action_required'
  | 'held'
  /** It holds nothing, but it is still open at the provider. */
  | 'declined'
  /** The provider did not take our request. */
  | 'refused'
  | 'captured'
  /** It held money, and holds none any more. */
  | 'voided'
  /** It never held anything and never will. */
  | 'closed';

/** How the payment of a whole order stands. */
export const paymentStates = [
  'none',
  'asked',
  'vaulted',
  'authorizing',
  'action_required',
  'authorized',
  'captured',
  'failed',
  'released',
  'refunded',
] as const;

export type PaymentState = (typeof paymentStates)[number];

/** In place of a lease id, on an intent that pays for goods that left unpaid. */
export const shippedLeaseId = 'shipped';

/** The id, and the lease id, of the intent that paid a deposit or the whole order at checkout. */
export const upfrontId = 'upfront';

type Beginning = Pick<Intent, 'intentId' | 'leaseId' | 'amount' | 'methodId'>;

export const newIntent = ({ intentId, leaseId, amount, methodId }: Beginning): Intent => ({
  intentId,
  leaseId,
  amount,
  methodId,
  state: 'authorizing',
  holdUntil: null,
  renewAt: null,
  captured: 0,
  refundedByUs: 0,
  returnedElsewhere: 0,
  chargedBack: 0,
  foreign: 0,
  isUnmatched: false,
  capturing: null,
  refundingUpTo: null,
  refundBy: null,
  refundedBy: null,
  refundedAt: null,
  bounces: 0,
  isDisputed: false,
  isWarned: false,
  looks: noLooks,
  hintedAt: null,
});

/** The payment at checkout, until the provider has confirmed it. `amount` in minor units. */
export const upfrontIntent = (amount: number): Intent => ({
  ...newIntent({ intentId: upfrontId, leaseId: upfrontId, amount, methodId: null }),
  state: 'unverified',
  looks: oneLook,
});

/**
 * The payment at checkout that the shop holds itself: its word is all there is, and the provider is
 * never asked about it.
 */
export const heldByShop = (amount: number): Intent => ({
  ...newIntent({ intentId: upfrontId, leaseId: upfrontId, amount, methodId: null }),
  state: 'captured',
  captured: amount,
  wanted: [],
});

/** Whether the shop holds its money, so that only the shop can send it back. */
export const isHeldByShop = ({ wanted }: Intent): boolean => wanted !== undefined;

/** Whether the intent holds money at that moment. */
export const isLive = ({ state, holdUntil }: Intent, at: Instant): boolean =>
  state === 'held' && holdUntil !== null && holdUntil > at;

/** Whether the intent may still be open at the provider, so that something must become of it. */
export const isOpen = ({ state }: Intent): boolean =>
  state === 'unverified' ||
  state === 'authorizing' ||
  state === 'action_required' ||
  state === 'held' ||
  state === 'declined';

/** Whether we owe money back on it and no refund is under way: the last failed, or came back. */
export const hasRefundFailed = ({ refundBy, refundingUpTo }: Intent): boolean =>
  refundBy !== null && refundingUpTo === null;

/**
 * Whether the shop names it as the order's payment, but the provider shows captured money on it
 * that is in another currency, of another customer, or for another order. Then we must not say that
 * nothing was charged.
 */
export const isUnmatched = (intent: Intent): boolean =>
  intent.state === 'unverified' && intent.isUnmatched;
