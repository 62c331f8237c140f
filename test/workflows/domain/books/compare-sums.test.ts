import { describe, expect, it } from 'vitest';
import { compareBooks, windowFor } from '../../../../workflows/domain/books/compare.ts';
import type { OrderBooks, TheirIntent } from '../../../../workflows/domain/books/order-books.ts';
import { addMs, dayMs } from '../../../../workflows/domain/time.ts';
import { dayZero } from '../../../support/cast.ts';

const placedAt = addMs(dayZero, -3 * dayMs);
const window = windowFor(dayZero, null);

const theirs = (changes: Partial<TheirIntent> = {}): TheirIntent => ({
  ...{ intentId: 'pi_1', createdAt: placedAt, isKnown: true, status: 'captured' },
  ...{ currency: 'USD', amount: 12_900, capturable: 0, captured: 12_900, refunded: 0 },
  ...changes,
});

/** A prepaid lamp that has left, and ended, three days ago. */
const shipped: OrderBooks = {
  orderId: '1001',
  currency: 'USD',
  isEnded: true,
  shippedValue: 12_900,
  seen: { captured: 12_900, givenBack: 0 },
  upfront: { intentId: 'pi_1', amount: 12_900, placedAt },
  intents: [],
  openAttempts: [],
  changedAt: placedAt,
  theirs: [theirs()],
};

/** The same lamp, cancelled. */
const cancelled: OrderBooks = { ...shipped, shippedValue: 0 };

const differencesOf = (books: OrderBooks) =>
  compareBooks(books, window).differences.map(({ kind, ours, theirs }) => ({ kind, ours, theirs }));

describe('an order that ended with less than its goods are worth', () => {
  const back = { theirs: [theirs({ refunded: 5_000 })] };

  it('agrees on what was given back by hand and is not asked for again', () => {
    const seen = { captured: 12_900, givenBack: 5_000, waived: 5_000 };
    expect(differencesOf({ ...shipped, ...back, seen })).toEqual([]);
  });

  it('agrees on what was waived', () => {
    const seen = { captured: 0, givenBack: 0, waived: 12_900 };
    const paid = { intents: [], upfront: null, theirs: [] };
    expect(differencesOf({ ...shipped, ...paid, seen })).toEqual([]);
  });

  it('agrees when what was given back was for goods that were cancelled later', () => {
    const seen = { captured: 12_900, givenBack: 5_000, waived: 5_000 };
    expect(differencesOf({ ...shipped, ...back, seen, shippedValue: 7_900 })).toEqual([]);
  });

  it('agrees on what a bank took back, which is no refund in the provider’s list', () => {
    const chargedBack = { givenBack: 12_900, chargedBack: 12_900, waived: 12_900 };
    const seen = { captured: 12_900, ...chargedBack };
    expect(differencesOf({ ...shipped, seen })).toEqual([]);
    expect(differencesOf({ ...cancelled, seen })).toEqual([]);
  });

  it('differs by what went back beyond that', () => {
    const seen = { captured: 12_900, givenBack: 5_000, waived: 4_000 };
    expect(differencesOf({ ...shipped, ...back, seen })).toEqual([
      {
        kind: 'value_differs',
        ours: { shipped: 12_900, waived: 4_000 },
        theirs: { paid: 7_900 },
      },
    ]);
  });
});

describe('a refund that came back after the end', () => {
  const seen = { captured: 12_900, givenBack: 0 };

  it('leaves the money of a cancelled order here', () => {
    expect(differencesOf({ ...cancelled, seen })).toEqual([
      { kind: 'value_differs', ours: { shipped: 0 }, theirs: { paid: 12_900 } },
    ]);
  });

  it('leaves no difference once a person has sent it by hand', () => {
    const back = [theirs({ refunded: 12_900 })];
    expect(differencesOf({ ...cancelled, seen, theirs: back })).toEqual([]);
  });

  it('is no reason to pass over a capture by hand that went back again', () => {
    const back = [theirs({ captured: 13_900, refunded: 13_900 })];
    expect(differencesOf({ ...cancelled, seen, theirs: back })).toMatchObject([
      { kind: 'captured_differs' },
      { kind: 'refunded_differs' },
    ]);
  });
});

describe('an order whose money the shop holds', () => {
  const held = { ...shipped, upfront: null, theirs: [], isHeldByShop: true };

  it.each([
    { name: 'shipped', books: held },
    { name: 'open', books: { ...held, isEnded: false, shippedValue: 0 } },
    {
      name: 'sent back by the shop',
      books: { ...held, shippedValue: 0, seen: { captured: 12_900, givenBack: 12_900 } },
    },
  ])('differs in no sum from a provider that has none of it: $name', ({ books }) => {
    expect(differencesOf(books)).toEqual([]);
    expect(differencesOf({ ...books, isHeldByShop: false })).not.toEqual([]);
  });

  it('is listed when the provider has an intent for it all the same', () => {
    const books = { ...held, theirs: [theirs({ isKnown: false })] };
    expect(differencesOf(books)).toMatchObject([{ kind: 'unknown_intent' }]);
  });
});

describe('money that was taken at checkout and counts for nothing', () => {
  const unseen = { captured: 0, givenBack: 0 };

  it('is listed, also when the order is cancelled, in its own currency', () => {
    const books = { ...cancelled, seen: unseen, theirs: [theirs({ currency: 'EUR' })] };
    const said = {
      ours: { captured: 12_900 },
      theirs: { status: 'captured', captured: 0, foreign: 12_900, currency: 'EUR' },
    };
    expect(differencesOf(books)).toEqual([{ kind: 'unpaid_upfront', ...said }]);
    const open = { ...books, isEnded: false };
    expect(differencesOf(open)).toEqual([{ kind: 'unpaid_upfront', ...said }]);
  });

  it('is listed when it is somebody else’s', () => {
    const books = {
      ...cancelled,
      seen: unseen,
      theirs: [theirs({ captured: 0, foreign: 12_900 })],
    };
    expect(differencesOf(books)).toMatchObject([{ kind: 'unpaid_upfront' }]);
  });

  it('is not listed once it has gone back', () => {
    const back = theirs({ currency: 'EUR', refunded: 12_900 });
    expect(differencesOf({ ...cancelled, seen: unseen, theirs: [back] })).toEqual([]);
  });

  it('is not listed when it was for other goods as well', () => {
    const seen = { captured: 12_900, givenBack: 12_900, foreign: 7_100 };
    const part = theirs({ refunded: 12_900, foreign: 7_100 });
    expect(differencesOf({ ...cancelled, seen, theirs: [part] })).toEqual([]);
  });
});
