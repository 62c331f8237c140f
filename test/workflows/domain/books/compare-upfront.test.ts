import { describe, expect, it } from 'vitest';
import type { OrderBooks, TheirIntent } from '../../../../workflows/domain/books/order-books.ts';
import { ago, kindsOf, shipped, theirs, waiting } from '../../../support/system/order-books.ts';

const upfront = { intentId: 'pi_up', amount: 3_800, placedAt: ago(20) };
const deposit = (changes: Partial<TheirIntent> = {}) =>
  theirs({ intentId: 'pi_up', createdAt: ago(20), amount: 3_800, captured: 3_800, ...changes });

/** A deposit was captured at checkout, and nothing since. */
const deposited: OrderBooks = {
  ...waiting,
  seen: { captured: 3_800, givenBack: 0 },
  upfront,
  intents: [],
  theirs: [deposit()],
};

describe('two books about a deposit', () => {
  it.each<[string, OrderBooks, string[]]>([
    ['agree on a deposit', deposited, []],
    [
      'compare sums over all intents, the deposit included',
      {
        ...shipped,
        upfront,
        theirs: [deposit(), theirs({ captured: 10_000 })],
      },
      [],
    ],

    [
      'differ by a deposit of which a part is missing',
      {
        ...deposited,
        seen: { captured: 3_000, givenBack: 0 },
        theirs: [deposit({ captured: 3_000 })],
      },
      ['unpaid_upfront'],
    ],
    [
      'differ by a deposit that was only held',
      {
        ...deposited,
        seen: { captured: 0, givenBack: 0 },
        theirs: [deposit({ status: 'held', captured: 0, capturable: 3_800 })],
      },
      ['unpaid_upfront'],
    ],
    [
      'differ by a deposit that nobody has heard of',
      { ...deposited, theirs: [] },
      ['unpaid_upfront'],
    ],
    [
      'miss no deposit that is too old to be read',
      { ...deposited, upfront: { ...upfront, placedAt: ago(35) }, theirs: [] },
      [],
    ],
    [
      'ask for no deposit of an order that was cancelled without it',
      {
        ...deposited,
        isEnded: true,
        seen: { captured: 0, givenBack: 0 },
        theirs: [deposit({ status: 'voided', captured: 0 })],
      },
      [],
    ],
    [
      'agree on a deposit that was captured and given back',
      {
        ...deposited,
        isEnded: true,
        seen: { captured: 3_800, givenBack: 3_800 },
        theirs: [deposit({ refunded: 3_800 })],
      },
      [],
    ],
  ])('%s', (_title, books, kinds) => {
    expect(kindsOf(books)).toEqual(kinds);
  });
});
