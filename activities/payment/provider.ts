import type { DeclineKind } from '../../workflows/domain/backorder/card.ts';
import type { Money } from '../../workflows/domain/money.ts';
import type { Instant } from '../../workflows/domain/time.ts';

/** One payment intent at the provider, as it stands at one moment. */
export type IntentView = {
  intentId: string;
  /** Our attempt that created it, from the intent's metadata; null when it is not ours. */
  attemptId: string | null;
  /** The order that it is for, from the metadata; null when that names none. */
  orderId: string | null;
  customerId: string | null;
  /** The card of the intent; after a decline, the one that was tried last. */
  paymentMethodId: string | null;
  createdAt: Instant;
  /** `held`: authorised and not yet captured. `pending`: the provider has not decided yet. */
  status: 'held' | 'action_required' | 'declined' | 'captured' | 'voided' | 'pending';
  amount: Money;
  /** Minor units that may still be captured, were captured, and of these went back. */
  capturable: number;
  captured: number;
  refunded: number;
  /** The provider's own end of the hold, wall time; null when nothing is held or it names none. */
  captureBefore: Instant | null;
  decline: Decline | null;
  /** Somebody disputes its latest charge, or did. */
  isDisputed: boolean;
  /** With it a browser can confirm the intent. */
  clientSecret: string | null;
};

/**
 * Why a bank, or the provider itself, said no. Only the kind is for workflows and customers; the
 * codes are for operators, who read them in the timeline.
 */
export type Decline = {
  kind: DeclineKind;
  /** The most telling one, such as `insufficient_funds`. */
  code: string;
  /** What the bank would have us do, such as `try_again_later`. */
  advice?: string;
  /** The card network's own codes for both. */
  networkCode?: string;
  networkAdvice?: string;
  /** Why the provider blocked the charge before any bank was asked. */
  blockedFor?: string;
};

/**
 * `unknown`: it may or may not have happened; repeat with the same key and parameters, unless
 * `replayed`, when that key will only ever repeat the provider's stored failure.
 * `later`: nothing happened, ask again after the delay. `refused`: it can never succeed; its code
 * is never that of a bank, which stands in `decline`.
 */
export type PaymentAnswer<T> =
  | { outcome: 'ok'; value: T }
  | { outcome: 'unknown'; replayed: boolean }
  | { outcome: 'later'; retryAfterMs: number }
  | { outcome: 'refused'; code: string; decline?: Decline };

export type RefundView = {
  refundId: string;
  attemptId: string | null;
  status: 'pending' | 'succeeded' | 'failed';
  amount: Money;
};

export type CardView = {
  methodId: string;
  /** Null: it was detached, for good. */
  customerId: string | null;
  /** It is good until the last day of that month; null when the method is no card. */
  expires: { year: number; month: number } | null;
  /** The same for the same card number, so that a replaced card shows; null when it is no card. */
  fingerprint: string | null;
};

export type DisputeView = {
  disputeId: string;
  /** `won`: the money stays here. `lost`: it went back, also when nobody contested. */
  status: 'open' | 'won' | 'lost';
  /** The bank only asks so far; no money has moved. */
  isInquiry: boolean;
  amount: Money;
};

/** A card network's word that a payment is probably fraud, before anybody disputes it. */
export type FraudWarningView = {
  warningId: string;
  /** Neither disputed nor wholly refunded yet. */
  isActionable: boolean;
};

/** A customer's form for a card, as it stands at one moment. */
export type SetupView = {
  setupId: string;
  status: 'open' | 'succeeded' | 'canceled';
  /** With it a browser can confirm the setup. */
  clientSecret: string | null;
  /** The card given; null while none is. */
  paymentMethodId: string | null;
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
  /** Lists all intents of the customer, newest first. */
  listIntentsOf(customerId: string): Promise<PaymentAnswer<IntentView[]>>;
  /** Lists the intent's refunds, newest first. */
  listRefunds(intentId: string): Promise<PaymentAnswer<RefundView[]>>;
  /**
   * One page of all intents of the account created since then, newest first, each with its latest
   * charge. `next` is the `after` of the page that follows; null after the last.
   */
  listIntents(request: {
    since: Instant;
    after?: string;
  }): Promise<PaymentAnswer<{ intents: IntentView[]; next: string | null }>>;
  /** Undefined when there is no such method. */
  getCard(methodId: string): Promise<PaymentAnswer<CardView | undefined>>;
  listDisputes(intentId: string): Promise<PaymentAnswer<DisputeView[]>>;
  listFraudWarnings(intentId: string): Promise<PaymentAnswer<FraudWarningView[]>>;
  /** Makes a customer, to whom cards can belong. */
  createCustomer(request: {
    key: string;
    orderId: string;
    email: string;
    name: string | null;
  }): Promise<PaymentAnswer<{ customerId: string }>>;
  /** Lets the customer give a card that may later be charged without them. */
  createSetup(request: {
    key: string;
    customerId: string;
    orderId: string;
  }): Promise<PaymentAnswer<SetupView>>;
  getSetup(setupId: string): Promise<PaymentAnswer<SetupView>>;
};
