import { describe, expect, it } from 'vitest';
import type { OrderBooks } from '../../../../workflows/domain/books/order-books.ts';
import {
  ago,
  held,
  kindsOf,
  old,
  ours,
  shipped,
  startedAt,
  theirs,
  waiting,
} from '../../../support/system/order-books.ts';

const stranger = held({ intentId: 'pi_2', isKnown: false });

describe('two books compared intent by intent', () => {
  it.each<[string, OrderBooks, string[]]>([
    [
      'differ by a hold that no attempt knows',
      { ...waiting, theirs: [held(), stranger] },
      ['unknown_intent'],
    ],
    [
      'differ by money that no attempt knows, which the customer has paid beyond the value',
      { ...shipped, theirs: [theirs(), theirs({ intentId: 'pi_2', isKnown: false })] },
      ['unknown_intent', 'value_differs'],
    ],
    [
      'leave an unknown intent alone while its attempt may be writing it down',
      { ...waiting, theirs: [held(), { ...stranger, createdAt: ago(0, 14) }] },
      [],
    ],
    [
      'leave unknown intents alone that can take nothing any more',
      {
        ...waiting,
        theirs: [held(), { ...stranger, status: 'voided' }, { ...stranger, status: 'declined' }],
      },
      [],
    ],

    [
      'differ by a hold that the provider has never heard of',
      { ...waiting, theirs: [] },
      ['missing_at_provider'],
    ],
    [
      'say once what a missing capture means, although every sum would differ',
      { ...shipped, theirs: [] },
      ['missing_at_provider'],
    ],
    [
      'miss nothing that was not read because it is too old',
      { ...shipped, intents: [ours(old)], theirs: [] },
      [],
    ],
    [
      'miss nothing that was declined',
      { ...waiting, intents: [ours({ isApproved: false })], theirs: [] },
      [],
    ],

    [
      'differ by a hold that outlived its order',
      { ...shipped, shippedValue: 0, seen: { captured: 0, givenBack: 0 }, theirs: [held()] },
      ['hold_left_over'],
    ],
    [
      'differ by a hold that we have called void',
      { ...waiting, intents: [ours({ isVoided: true })] },
      ['hold_left_over'],
    ],

    [
      'differ by a call that had no answer for more than a day',
      { ...waiting, openAttempts: [{ intent: 'i1', step: 'capture', createdAt: ago(1, 1) }] },
      ['attempt_open'],
    ],
    [
      'leave a call alone that is a day old',
      { ...waiting, openAttempts: [{ intent: 'i1', step: 'capture', createdAt: ago(1) }] },
      [],
    ],
    [
      'differ by an open call also while it is tried again and again',
      {
        ...waiting,
        changedAt: startedAt,
        openAttempts: [{ intent: 'i1', step: 'refund', createdAt: ago(2) }],
        theirs: [],
      },
      ['attempt_open'],
    ],
  ])('%s', (_title, books, kinds) => {
    expect(kindsOf(books)).toEqual(kinds);
  });
});
