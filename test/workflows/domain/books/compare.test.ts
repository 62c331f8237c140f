import { describe, expect, it } from 'vitest';
import { compareBooks } from '../../../../workflows/domain/books/compare.ts';
import type { OrderBooks } from '../../../../workflows/domain/books/order-books.ts';
import {
  ago,
  held,
  kindsOf,
  old,
  ours,
  shipped,
  theirs,
  waiting,
  window,
} from '../../../support/system/order-books.ts';

describe('two books', () => {
  it.each<[string, OrderBooks, string[]]>([
    ['agree on an order that was shipped and paid', shipped, []],
    ['agree on a hold that waits for its goods', waiting, []],
    [
      'agree on an order that was cancelled and paid back',
      {
        ...shipped,
        shippedValue: 0,
        seen: { captured: 13_800, givenBack: 13_800 },
        theirs: [theirs({ refunded: 13_800 })],
      },
      [],
    ],
    [
      'agree on a declined attempt and the one after it',
      {
        ...waiting,
        intents: [ours({ intentId: 'pi_0', isApproved: false }), ours()],
        theirs: [theirs({ intentId: 'pi_0', status: 'declined', captured: 0 }), held()],
      },
      [],
    ],
    [
      'agree on an order of which nobody has asked for money',
      { ...waiting, seen: null, intents: [], theirs: [] },
      [],
    ],

    [
      'differ by money that somebody captured by hand',
      { ...waiting, theirs: [theirs()] },
      ['captured_differs'],
    ],
    [
      'differ by a part of a capture, also in what was shipped for it',
      { ...shipped, theirs: [theirs({ captured: 10_000 })] },
      ['captured_differs', 'value_differs'],
    ],
    [
      'differ by money that somebody gave back by hand',
      { ...shipped, theirs: [theirs({ refunded: 5_000 })] },
      ['refunded_differs', 'value_differs'],
    ],
    [
      'differ by a refund that failed after all',
      {
        ...shipped,
        shippedValue: 0,
        seen: { captured: 13_800, givenBack: 13_800 },
      },
      ['refunded_differs', 'value_differs'],
    ],
    [
      'compare no sums where a part of them was too old to be read',
      {
        ...shipped,
        intents: [ours(), ours({ ...old, intentId: 'pi_0' })],
        theirs: [theirs({ captured: 10_000 })],
      },
      [],
    ],
    [
      'count nothing that was captured in another currency',
      { ...shipped, theirs: [theirs({ currency: 'JPY' })] },
      ['captured_differs', 'value_differs'],
    ],

    [
      'differ by goods that left for nothing, although both agree on the money',
      { ...shipped, seen: { captured: 0, givenBack: 0 }, intents: [], theirs: [] },
      ['value_differs'],
    ],
    [
      'differ by a charge of one cent too much, although both agree on it',
      {
        ...shipped,
        seen: { captured: 13_801, givenBack: 0 },
        theirs: [theirs({ captured: 13_801 })],
      },
      ['value_differs'],
    ],

    [
      'are not compared while the order moves',
      { ...shipped, changedAt: ago(0, 14), theirs: [] },
      [],
    ],
  ])('%s', (_title, books, kinds) => {
    expect(kindsOf(books)).toEqual(kinds);
  });

  it('name the intent, and what each of them says', () => {
    const { differences } = compareBooks({ ...waiting, theirs: [theirs()] }, window);
    expect(differences).toEqual([
      {
        kind: 'captured_differs',
        orderId: '1001',
        providerIntentId: 'pi_1',
        ours: { captured: 0 },
        theirs: { captured: 13_800 },
      },
    ]);
  });

  it('agree for sure only where nothing moves and nothing was left unread', () => {
    const isWhole = (books: OrderBooks) => compareBooks(books, window).isWhole;
    expect(isWhole(shipped)).toBe(true);
    expect(isWhole({ ...shipped, changedAt: ago(0, 15) })).toBe(true);
    expect(isWhole({ ...shipped, changedAt: ago(0, 14) })).toBe(false);
    expect(isWhole({ ...shipped, intents: [ours(), ours({ ...old, intentId: 'pi_0' })] })).toBe(
      false,
    );
  });
});
