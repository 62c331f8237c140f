import { describe, expect, it } from 'vitest';
import { isPromisedTooEarly, withDefaults } from '../../../../api/backorder/checkout/new-order.ts';
import { checkout } from '../../../../api/backorder/checkout/schema.ts';
import { checkoutBody, mandateUpTo } from './checkout-body.ts';

const basis = 'the page of the product';
const now = '2026-11-24T04:30:00.000Z';

const parsed = (promise: object, changes: Record<string, unknown> = {}) =>
  checkout.parse(checkoutBody({ promise: { basis, ...promise }, ...changes }));

const promiseOf = (promise: object, changes: Record<string, unknown> = {}) =>
  withDefaults(parsed(promise, changes), now).promise;

const errorsOf = (promise: object): string[] =>
  (checkout.safeParse(checkoutBody({ promise })).error?.issues ?? []).map(({ path }) =>
    path.join('.'),
  );

describe('a promise within so many days', () => {
  it.each([
    ['calendar days, from the day at ship-to', { days: 3 }, {}, '2026-11-26'],
    ['none: the day itself', { days: 0 }, {}, '2026-11-23'],
    ['three to five: the fifth', { days: '3-5' }, {}, '2026-11-28'],
    [
      'business days: Thanksgiving and a weekend left out',
      { days: 5, business: true },
      {},
      '2026-12-01',
    ],
    ['three to five business days', { days: '3-5', business: true }, {}, '2026-12-01'],
    ['calendar days, said so', { days: 5, business: false }, {}, '2026-11-28'],
    [
      'business days in Germany',
      { days: 5, business: true },
      { shipTo: { country: 'DE' } },
      '2026-12-01',
    ],
    ['days in Auckland', { days: 3 }, { shipTo: { country: 'NZ' } }, '2026-11-27'],
    [
      'days from when it was placed',
      { days: 3 },
      { placedAt: '2026-11-01T12:00:00Z', import: true },
      '2026-11-04',
    ],
  ])('of %s', (_, within, changes, on) => {
    expect(promiseOf({ within }, changes)).toEqual({ on, basis, essential: false });
  });

  it.each([
    ['half a day', { days: 0.5 }],
    ['less than none', { days: -1 }],
    ['more than ten years', { days: 3_651 }],
    ['a range that runs back', { days: '5-3' }],
    ['a range without an end', { days: '3-' }],
    ['a number in words', { days: '5' }],
  ])('is not %s', (_, within) => {
    expect(errorsOf({ within, basis })).toEqual(['promise.within.days']);
  });
});

describe('a promise', () => {
  it('is told in one way', () => {
    expect(errorsOf({ on: '2027-01-15', basis })).toEqual([]);
    expect(errorsOf({ on: '2027-01-15', within: { days: 3 }, basis })).toEqual(['promise.within']);
    expect(errorsOf({ basis })).toEqual(['promise.on']);
    expect(errorsOf({ on: '2027-02-29', within: { days: -1 } })).toEqual([
      'promise.on',
      'promise.within.days',
      'promise.basis',
      'promise.within',
    ]);
  });

  it('may be of the essence', () => {
    expect(promiseOf({ on: '2027-01-15', essential: true })).toMatchObject({ essential: true });
  });

  it('of the day before today at ship-to counts as today', () => {
    expect(promiseOf({ on: '2026-11-22' })?.on).toBe('2026-11-23');
    expect(promiseOf({ on: '2026-11-23' })?.on).toBe('2026-11-23');
    const auckland = { shipTo: { country: 'NZ' } };
    expect(promiseOf({ on: '2026-11-23' }, auckland)?.on).toBe('2026-11-24');
  });

  it('of an earlier day is over, unless another system made it', () => {
    expect(isPromisedTooEarly(parsed({ on: '2026-11-21' }), now)).toBe(true);
    expect(isPromisedTooEarly(parsed({ on: '2026-11-22' }), now)).toBe(false);
    const auckland = { shipTo: { country: 'NZ' } };
    expect(isPromisedTooEarly(parsed({ on: '2026-11-22' }, auckland), now)).toBe(true);
    const brought = { import: true };
    expect(isPromisedTooEarly(parsed({ on: '2026-01-01' }, brought), now)).toBe(false);
    expect(promiseOf({ on: '2026-01-01' }, brought)?.on).toBe('2026-01-01');
  });
});

describe("the shop's own credit", () => {
  it('is none unless the checkout says so', () => {
    const order = (payment: object) => withDefaults(parsed({ on: '2027-01-15' }, { payment }), now);
    const payment = mandateUpTo(13_800);
    expect(order(payment).payment.sellerCredit).toBeUndefined();
    expect(order({ ...payment, sellerCredit: true }).payment.sellerCredit).toBe(true);
  });
});
