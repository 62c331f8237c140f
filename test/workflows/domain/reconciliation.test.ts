import { describe, expect, it } from 'vitest';
import type { OrderBooks, OurIntent, TheirIntent } from '../../../workflows/domain/order-books.ts';
import { compareBooks, windowFor } from '../../../workflows/domain/reconciliation.ts';
import { addMs, dayMs, type Instant, minuteMs } from '../../../workflows/domain/time.ts';
import { dayZero } from '../../support/cast.ts';

const startedAt = dayZero;
const ago = (days: number, minutes = 0): Instant =>
  addMs(startedAt, -days * dayMs - minutes * minuteMs);
const window = windowFor(startedAt, null);

const ours = (changes: Partial<OurIntent> = {}): OurIntent => ({
  intentId: 'pi_1',
  createdAt: ago(3),
  isApproved: true,
  isVoided: false,
  ...changes,
});

const theirs = (changes: Partial<TheirIntent> = {}): TheirIntent => ({
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

const held = (changes: Partial<TheirIntent> = {}): TheirIntent =>
  theirs({ status: 'held', capturable: 13_800, captured: 0, ...changes });

/** A lamp that was shipped and paid three days ago, on both sides. */
const shipped: OrderBooks = {
  orderId: '1001',
  currency: 'USD',
  isEnded: true,
  shippedValue: 13_800,
  seen: { captured: 13_800, refunded: 0 },
  upfront: null,
  intents: [ours()],
  openAttempts: [],
  changedAt: ago(3),
  theirs: [theirs()],
};

/** The same lamp while it is only set aside. */
const waiting: OrderBooks = {
  ...shipped,
  isEnded: false,
  shippedValue: 0,
  seen: { captured: 0, refunded: 0 },
  theirs: [held()],
};

const upfront = { intentId: 'pi_up', amount: 3_800, placedAt: ago(20) };
const deposit = (changes: Partial<TheirIntent> = {}) =>
  theirs({ intentId: 'pi_up', createdAt: ago(20), amount: 3_800, captured: 3_800, ...changes });

/** A deposit was captured at checkout, and nothing since. */
const deposited: OrderBooks = {
  ...waiting,
  seen: { captured: 3_800, refunded: 0 },
  upfront,
  intents: [],
  theirs: [deposit()],
};

const old = { createdAt: ago(90) };
const stranger = held({ intentId: 'pi_2', isKnown: false });

const kindsOf = (books: OrderBooks): string[] =>
  compareBooks(books, window).differences.map(({ kind }) => kind);

describe('two books', () => {
  it.each<[string, OrderBooks, string[]]>([
    ['agree on an order that was shipped and paid', shipped, []],
    ['agree on a hold that waits for its goods', waiting, []],
    ['agree on a deposit', deposited, []],
    [
      'agree on an order that was cancelled and paid back',
      {
        ...shipped,
        shippedValue: 0,
        seen: { captured: 13_800, refunded: 13_800 },
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
        seen: { captured: 13_800, refunded: 13_800 },
      },
      ['refunded_differs', 'value_differs'],
    ],
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
      'differ by a hold that outlived its order',
      { ...shipped, shippedValue: 0, seen: { captured: 0, refunded: 0 }, theirs: [held()] },
      ['hold_left_over'],
    ],
    [
      'differ by a hold that we have called void',
      { ...waiting, intents: [ours({ isVoided: true })] },
      ['hold_left_over'],
    ],

    [
      'differ by goods that left for nothing, although both agree on the money',
      { ...shipped, seen: { captured: 0, refunded: 0 }, intents: [], theirs: [] },
      ['value_differs'],
    ],
    [
      'differ by a charge of one cent too much, although both agree on it',
      {
        ...shipped,
        seen: { captured: 13_801, refunded: 0 },
        theirs: [theirs({ captured: 13_801 })],
      },
      ['value_differs'],
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

    [
      'differ by a deposit of which a part is missing',
      {
        ...deposited,
        seen: { captured: 3_000, refunded: 0 },
        theirs: [deposit({ captured: 3_000 })],
      },
      ['unpaid_upfront'],
    ],
    [
      'differ by a deposit that was only held',
      {
        ...deposited,
        seen: { captured: 0, refunded: 0 },
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
        seen: { captured: 0, refunded: 0 },
        theirs: [deposit({ status: 'voided', captured: 0 })],
      },
      [],
    ],
    [
      'agree on a deposit that was captured and given back',
      {
        ...deposited,
        isEnded: true,
        seen: { captured: 3_800, refunded: 3_800 },
        theirs: [deposit({ refunded: 3_800 })],
      },
      [],
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
