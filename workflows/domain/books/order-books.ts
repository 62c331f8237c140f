import type { BooksView } from '../payment/sums/books-view.ts';
import { priced } from '../payment/sums/priced.ts';
import { shippedValue } from '../payment/sums/value.ts';
import type { Instant } from '../time.ts';

/** One order as our books and the provider's show it. Wall time; amounts in minor units. */
export type OrderBooks = {
  orderId: string;
  currency: string;
  isEnded: boolean;
  /** The value of the shipped units. */
  shippedValue: number;
  /** The sums in its workflow's view, with a deposit or prepayment; null before the first view. */
  seen: SeenSums | null;
  /** The sum that the checkout said was captured before. */
  upfront: { intentId: string; amount: number; placedAt: Instant } | null;
  /** What was paid at checkout is not at the provider: its books say nothing of the sums. */
  isHeldByShop?: boolean;
  intents: OurIntent[];
  /** Calls that have no answer so far, except those that wait for the customer. */
  openAttempts: { intent: string; step: string; createdAt: Instant }[];
  /** When one of its attempts or its view changed last. */
  changedAt: Instant;
  theirs: TheirIntent[];
};

/**
 * The sums in the workflow's view; a missing one is 0. There `givenBack` includes `chargedBack`,
 * while the provider lists that among disputes.
 */
type SeenSums = {
  captured: number;
  givenBack: number;
  chargedBack?: number | undefined;
} & Partial<BooksView>;

export type OurIntent = {
  intentId: string;
  createdAt: Instant;
  /** The provider answered with a hold, or with a capture. */
  isApproved: boolean;
  isVoided: boolean;
};

export type TheirIntent = {
  intentId: string;
  createdAt: Instant;
  /** One of our attempts made it, or the checkout named it. */
  isKnown: boolean;
  status: 'held' | 'action_required' | 'declined' | 'captured' | 'voided' | 'pending';
  currency: string;
  amount: number;
  capturable: number;
  captured: number;
  refunded: number;
  /** Captured with the payment at checkout, not for this order, and not given back. */
  foreign?: number;
};

/** The provider's intents that we know of. */
export const knownIntents = ({ theirs }: OrderBooks): TheirIntent[] =>
  theirs.filter(({ isKnown }) => isKnown);

/** The sum of these intents, in minor units. A currency other than the order's counts as 0. */
export const sumOf = (
  { currency }: OrderBooks,
  intents: readonly TheirIntent[],
  what: 'captured' | 'refunded',
): number =>
  intents.reduce((sum, intent) => sum + (intent.currency === currency ? intent[what] : 0), 0);

/** Minor units on the intent that are there and pay nothing of the order. */
export const foreignOf = (books: OrderBooks, intent: TheirIntent): number => {
  const { currency, captured, refunded, foreign = 0 } = intent;
  return foreign + (currency === books.currency ? 0 : captured - refunded);
};

/**
 * The order's own part of the intent that the checkout named. All else captured with it was for
 * other goods, and what a person gave back is theirs first. `ours`: what we gave back.
 */
export const ownPart = (
  intent: TheirIntent,
  { amount, foreign: known = 0, ours }: { amount: number; foreign?: number; ours: number },
): TheirIntent => {
  const { captured, refunded } = intent;
  const foreign = Math.min(captured, Math.max(known, captured - amount));
  const byHand = Math.max(0, refunded - ours);
  return {
    ...intent,
    captured: captured - foreign,
    refunded: Math.min(ours, refunded) + Math.max(0, byHand - foreign),
    foreign: Math.max(0, foreign - byHand),
  };
};

type ShippedLine = { lineId: string; quantity: number; total: number; shipped: number };

/** The value of an order's shipped units in minor units, by the same rule as in its workflow. */
export const valueOfOrder = (
  { shipping, currency }: { shipping: number; currency: string },
  lines: readonly ShippedLine[],
): number => shippedValue(priced({ shipping, currency, lines }));
