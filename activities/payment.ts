import type { Money } from '../workflows/domain/money.ts';
import type { Instant } from '../workflows/domain/time.ts';

/** What the provider says of one payment intent, read at one moment. */
export type IntentView = {
  intentId: string;
  /** Our attempt that created it, from the intent's metadata; null when it is not ours. */
  attemptId: string | null;
  /** `held`: authorised and not yet captured. `pending`: the provider has not decided yet. */
  status: 'held' | 'action_required' | 'declined' | 'captured' | 'voided' | 'pending';
  amount: Money;
  /** Minor units that may still be captured, were captured, and of these went back. */
  capturable: number;
  captured: number;
  refunded: number;
  /** The provider's own end of the hold, wall time; null when nothing is held or it names none. */
  captureBefore: Instant | null;
  decline: { code: string; kind: DeclineKind } | null;
  clientSecret: string | null;
};

/** `hard`: never again with this card. `expired`: wait for a new card. `soft`: may pass later. */
export type DeclineKind = 'soft' | 'hard' | 'expired';

/**
 * `unknown`: it may or may not have happened; repeat with the same key and parameters, unless
 * `replayed`, when that key will only ever repeat the provider's stored failure.
 * `later`: nothing happened, ask again after the delay. `refused`: it can never succeed.
 */
export type PaymentAnswer<T> =
  | { outcome: 'ok'; value: T }
  | { outcome: 'unknown'; replayed: boolean }
  | { outcome: 'later'; retryAfterMs: number }
  | { outcome: 'refused'; code: string };

export type RefundView = {
  refundId: string;
  attemptId: string | null;
  status: 'pending' | 'succeeded' | 'failed';
  amount: Money;
};

/**
 * Moves money at the provider. Each write carries an idempotency key: the same key with the same
 * parameters is safe to repeat for 24 hours. Reads may always be repeated.
 */
export type PaymentProvider = {
  /** Creates and confirms an intent off-session that only holds the amount. A decline is `ok`. */
  authorize(request: {
    key: string;
    attemptId: string;
    orderId: string;
    customerId: string;
    paymentMethodId: string;
    amount: Money;
  }): Promise<PaymentAnswer<IntentView>>;
  /** Captures part or all of a hold. Stripe releases what is left of it. */
  capture(request: {
    key: string;
    intentId: string;
    amount: Money;
  }): Promise<PaymentAnswer<IntentView>>;
  /** Releases a hold. Refused with `unexpected_state` when the intent is captured or void. */
  cancel(request: { key: string; intentId: string }): Promise<PaymentAnswer<IntentView>>;
  refund(request: {
    key: string;
    attemptId: string;
    intentId: string;
    amount: Money;
  }): Promise<PaymentAnswer<RefundView>>;
  getIntent(intentId: string): Promise<PaymentAnswer<IntentView>>;
  /** Lists the customer's intents and matches the metadata; undefined when there is none. */
  findIntent(request: {
    customerId: string;
    attemptId: string;
  }): Promise<PaymentAnswer<IntentView | undefined>>;
  /** Lists the intent's refunds, newest first. */
  listRefunds(intentId: string): Promise<PaymentAnswer<RefundView[]>>;
};
