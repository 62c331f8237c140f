import type { Instant } from '../time.ts';
import { type Looks, noLooks, oneLook } from './look-counter.ts';

/** One payment intent at the provider; amounts in minor units of the order's currency. */
export type Intent = {
  intentId: string;
  /** The lease whose units it pays for, or one of the two names below. */
  leaseId: string;
  amount: number;
  /** The payment method that was asked; null for one that we did not ask ourselves. */
  methodId: string | null;
  state: IntentState;
  /** The provider's own end of the hold, in order time. */
  holdUntil: Instant | null;
  /** From when on a newer hold is wanted in its place. */
  renewAt: Instant | null;
  captured: number;
  /** What our own refunds gave back, and what somebody gave back past us. */
  refundedByUs: number;
  returnedElsewhere: number;
  /** What of `returned` a bank took back by a dispute that was lost. */
  chargedBack: number;
  /** What was captured with it for other goods, which are no business of this order. */
  foreign: number;
  /** Money lies there that does not count for this order, as far as the latest look knows. */
  isUnmatched: boolean;
  /** The sum of a capture that was begun and has no answer: it may have happened already. */
  capturing: number | null;
  /** What all its refunds come to with one that was begun and has no answer. */
  refundingUpTo: number | null;
  /** Since when money is owed back on it; null when none is. */
  refundFrom: Instant | null;
  /** Since when the first money was owed that went back: its bank may still send it here again. */
  refundedFrom: Instant | null;
  /** When money last went back on it; null when none has. */
  refundedAt: Instant | null;
  /** How often money that had gone back came here again: then it is sent, and told, anew. */
  bounces: number;
  isDisputed: boolean;
  isWarned: boolean;
  looks: Looks;
  /** When the newest of the reasons to look at it came. */
  hintedAt: Instant | null;
};

/**
 * `unverified`: captured before the order came, as the shop says. `declined`: nothing is held, and
 * it is still open at the provider. `refused`: our request was not taken. `voided`: what was held
 * is released. `closed`: it never held anything and never will.
 */
type IntentState =
  | 'unverified'
  | 'authorizing'
  | 'action_required'
  | 'held'
  | 'declined'
  | 'refused'
  | 'captured'
  | 'voided'
  | 'closed';

/** The lease of an intent for goods that left without their money. */
export const shippedLeaseId = 'shipped';

/** The id, and the lease, of the intent that paid a deposit or the whole order at checkout. */
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
  refundFrom: null,
  refundedFrom: null,
  refundedAt: null,
  bounces: 0,
  isDisputed: false,
  isWarned: false,
  looks: noLooks,
  hintedAt: null,
});

/** What was paid at checkout, until the provider has confirmed it. */
export const upfrontIntent = (amount: number): Intent => ({
  ...newIntent({ intentId: upfrontId, leaseId: upfrontId, amount, methodId: null }),
  state: 'unverified',
  looks: oneLook,
});

/** Whether the provider's hold stands at that moment. */
export const isLive = ({ state, holdUntil }: Intent, at: Instant): boolean =>
  state === 'held' && holdUntil !== null && holdUntil > at;

/** Whether it is still open at the provider, so that something must become of it. */
export const isOpen = ({ state }: Intent): boolean =>
  state === 'unverified' ||
  state === 'authorizing' ||
  state === 'action_required' ||
  state === 'held' ||
  state === 'declined';

/** Whether a refund of it was begun, and it is still owed. */
export const hasRefundFailed = ({ refundFrom, refundingUpTo }: Intent): boolean =>
  refundFrom !== null && refundingUpTo === null;

/**
 * Whether the shop says that it pays the order, and the provider shows captured money there that
 * does not: in another currency, of another customer, or for another order. Nobody can say of it
 * that nothing was charged.
 */
export const isUnmatched = (intent: Intent): boolean =>
  intent.state === 'unverified' && intent.isUnmatched;
