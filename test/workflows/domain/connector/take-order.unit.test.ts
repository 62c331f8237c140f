import { describe, expect, it } from 'vitest';
import type { ShopOrder } from '../../../../workflows/domain/connector/shop-order.ts';
import {
  dueParts,
  isBackordered,
  judgeNew,
  paidBeyond,
} from '../../../../workflows/domain/connector/take-order.ts';
import { aLine, anOrder, usd } from './shop-orders.ts';

type Standing = ShopOrder['standing'];
const nobody = { by: 'nobody' } as const;
const stripe = {
  by: 'stripe',
  customerId: 'cus',
  paymentIntentId: 'pi',
  paid: usd(16_000),
} as const;
const part = { by: 'shop', reference: 'r', paid: usd(100) } as const;
const take = (payment: string) => ({ outcome: 'take', payment });
const wait = { outcome: 'wait' };
const leave = { outcome: 'leave' };

describe('an order that is not here yet', () => {
  it.each([
    ['unpaid', 'prepaid', {}, wait],
    ['unpaid', 'ask', {}, wait],
    ['awaiting_payment', 'prepaid', { payment: nobody }, wait],
    ['awaiting_payment', 'ask', { payment: nobody }, take('ask')],
    ['open', 'prepaid', {}, take('shop')],
    ['open', 'prepaid', { payment: stripe }, take('stripe')],
    ['open', 'prepaid', { payment: nobody }, wait],
    ['open', 'prepaid', { payment: part }, wait],
    // Nobody is asked for what they have paid.
    ['open', 'ask', {}, take('shop')],
    ['open', 'ask', { payment: nobody }, take('ask')],
    ['open', 'prepaid', { payment: nobody, paidOtherwise: usd(16_000) }, take('none')],
    ['cancelled', 'prepaid', {}, leave],
    ['shipped', 'ask', {}, leave],
  ] as const)('%s, with terms %s and %j: %j', (standing, terms, changes, taking) => {
    const order = anOrder({ standing: standing as Standing, ...changes });
    expect(judgeNew(order, { terms, isOurs: true })).toEqual(taking);
  });

  it('is left where nothing of it waits', () => {
    expect(judgeNew(anOrder(), { terms: 'prepaid', isOurs: false })).toEqual(leave);
  });

  it('is left to a person where it is paid in part and the rest would be asked for', () => {
    const taking = judgeNew(anOrder({ payment: part }), { terms: 'ask', isOurs: true });
    expect(taking).toMatchObject({ outcome: 'trouble' });
  });
});

describe('whether a line waits', () => {
  const known = { isOffered: true, free: 0, available: undefined };

  it.each([
    ['the platform says so', 1, { ...known, isOffered: false }, true],
    ['the platform says no', 0, { ...known, available: -9 }, false],
    ['more was sold than is there', 'unknown', { ...known, free: 9, available: -1 }, true],
    ['some are left after it', 'unknown', { ...known, available: 1 }, false],
    ['none is left, and there were enough', 'unknown', { ...known, free: 3, available: 0 }, false],
    ['none is left, and there were too few', 'unknown', { ...known, free: 2, available: 0 }, true],
    ['the shop does not say, and there were too few', 'unknown', known, true],
    ['it is not sold without stock here', 'unknown', { ...known, isOffered: false }, false],
  ] as const)('%s', (_, backordered, item, expected) => {
    expect(isBackordered({ backordered, quantity: 3 }, item)).toBe(expected);
  });
});

describe('what was paid otherwise', () => {
  const parts = (paidOtherwise: number, currency = 'USD') =>
    dueParts(
      anOrder({
        lines: [aLine({ total: usd(15_000) }), aLine({ id: '2', total: usd(4_001) })],
        shipping: { amount: 999, currency },
        paidOtherwise: usd(paidOtherwise),
      }),
    );

  it.each([
    [0, { lines: [15_000, 4_001], shipping: 999 }],
    [2_000, { lines: [13_499, 3_601], shipping: 900 }],
    [20_000, { lines: [0, 0], shipping: 0 }],
    [99_999, { lines: [0, 0], shipping: 0 }],
  ])('of %i lowers each part by its share', (paid, due) => {
    const { lines, shipping } = parts(paid);
    expect(lines.reduce((sum, line) => sum + line, shipping)).toBe(Math.max(0, 20_000 - paid));
    expect({ lines, shipping }).toEqual(due);
  });
});

describe('what the shop has been paid beyond what is left of the order', () => {
  const paid = { by: 'shop', reference: 'r', paid: usd(16_000) } as const;

  it.each([
    ['is nothing as long as nothing was taken off', {}, 0],
    [
      'is what was taken off before we saw it',
      { lines: [aLine({ quantity: 1, total: usd(5_000) })] },
      10_000,
    ],
    ['is nothing where the shop holds nothing', { payment: nobody }, 0],
    ['is nothing where it has less', { payment: { ...paid, paid: usd(100) } }, 0],
  ] as const)('%s', (_, changes, expected) => {
    expect(paidBeyond(anOrder(changes as Partial<ShopOrder>))).toBe(expected);
  });
});
