import { compareBooks, windowFor } from '../../../workflows/domain/books/compare.ts';
import type {
  OrderBooks,
  OurIntent,
  TheirIntent,
} from '../../../workflows/domain/books/order-books.ts';
import { addMs, dayMs, type Instant, minuteMs } from '../../../workflows/domain/time.ts';
import { dayZero } from '../cast.ts';

/** When the books are compared. */
export const startedAt = dayZero;

export const ago = (days: number, minutes = 0): Instant =>
  addMs(startedAt, -days * dayMs - minutes * minuteMs);

/** What is read of the provider, which is no more than it must be. */
export const window = windowFor(startedAt, null);

export const ours = (changes: Partial<OurIntent> = {}): OurIntent => ({
  intentId: 'pi_1',
  createdAt: ago(3),
  isApproved: true,
  isVoided: false,
  ...changes,
});

export const theirs = (changes: Partial<TheirIntent> = {}): TheirIntent => ({
  intentId: 'pi_1',
  createdAt: ago(3),
  isKnown: true,
  status: 'captured',
  currency: 'USD',
  amount: 13_800,
  capturable: 0,
  captured: 13_800,
  refunded: 0,
  ...changes,
});

export const held = (changes: Partial<TheirIntent> = {}): TheirIntent =>
  theirs({ status: 'held', capturable: 13_800, captured: 0, ...changes });

/** A lamp that was shipped and paid three days ago, on both sides. */
export const shipped: OrderBooks = {
  orderId: '1001',
  currency: 'USD',
  isEnded: true,
  shippedValue: 13_800,
  seen: { captured: 13_800, givenBack: 0 },
  upfront: null,
  intents: [ours()],
  openAttempts: [],
  changedAt: ago(3),
  theirs: [theirs()],
};

/** The same lamp while it is only set aside. */
export const waiting: OrderBooks = {
  ...shipped,
  isEnded: false,
  shippedValue: 0,
  seen: { captured: 0, givenBack: 0 },
  theirs: [held()],
};

/** Of an intent of long ago, which is not read any more. */
export const old = { createdAt: ago(90) };

/** The kinds of what the two books say differently. */
export const kindsOf = (books: OrderBooks): string[] =>
  compareBooks(books, window).differences.map(({ kind }) => kind);
