import type { BooksView } from '../payment/sums/books-view.ts';
import { priced } from '../payment/sums/priced.ts';
import { shippedValue } from '../payment/sums/value.ts';
import type { Instant } from '../time.ts';

/** One order as our books and the provider's show it. Wall time; amounts in minor units. */
export type OrderBooks = {
  orderId: string;
  currency: string;
  isEnded: boolean;
  /** What the shipped units are worth. */
  shippedValue: number;
  /** What its workflow has seen, deposit or prepayment included; null before it said anything. */
  seen: SeenSums | null;
  /** What the checkout said was captured before. */
  upfront: { intentId: string; amount: number; placedAt: Instant } | null;
  intents: OurIntent[];
  /** Calls that have had no answer so far; those that wait for the customer are left out. */
  openAttempts: { intent: string; step: string; createdAt: Instant }[];
  /** When one of its attempts, or what its workflow shows, changed last. */
  changedAt: Instant;
  theirs: TheirIntent[];
};

/**
 * As the workflow's view has it; what it does not name is nothing. What was `chargedBack`
 * counts as refunded there, though the provider lists it among disputes.
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
  /** An attempt has made it, or the checkout has named it. */
  isKnown: boolean;
  status: 'held' | 'action_required' | 'declined' | 'captured' | 'voided' | 'pending';
  currency: string;
  amount: number;
  capturable: number;
  captured: number;
  refunded: number;
  /** Captured with what was paid at checkout, not for this order, and not given back. */
  foreign?: number;
};

/** The provider's intents that we know of. */
export const knownIntents = ({ theirs }: OrderBooks): TheirIntent[] =>
  theirs.filter(({ isKnown }) => isKnown);

/** What the provider's intents come to; another currency than the order's pays nothing of it. */
export const sumOf = (
  { currency }: OrderBooks,
  intents: readonly TheirIntent[],
  what: 'captured' | 'refunded',
): number =>
  intents.reduce((sum, intent) => sum + (intent.currency === currency ? intent[what] : 0), 0);

/** What is there and pays nothing of the order. */
export const foreignOf = (books: OrderBooks, intent: TheirIntent): number => {
  const { currency, captured, refunded, foreign = 0 } = intent;
  return foreign + (currency === books.currency ? 0 : captured - refunded);
};

/**
 * What of the intent that the checkout named is this order's. What else was captured with it was
 * for other goods, and what went back by hand is theirs first; `ours` is what we gave back.
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

/** Minor units that an order's shipped units are worth, by the rule that its workflow goes by. */
export const valueOfOrder = (
  { shipping, currency }: { shipping: number; currency: string },
  lines: readonly ShippedLine[],
): number => shippedValue(priced({ shipping, currency, lines }));
