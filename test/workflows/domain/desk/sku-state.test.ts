import { expect, it } from 'vitest';
import { limitLeftOf, skuStateOf } from '../../../../workflows/domain/desk/sku-state.ts';

const known = { onHand: 0, allocated: 0, waiting: 0, limit: null };

it.each([
  ['in_stock', { onHand: 3, allocated: 2 }],
  ['in_stock', { onHand: 1, limit: 0 }],
  ['in_stock', { onHand: 1, waiting: 9, limit: 5 }],
  ['backorder', {}],
  ['backorder', { onHand: 2, allocated: 2, waiting: 900 }],
  ['backorder', { waiting: 4, limit: 5 }],
  ['full', { waiting: 5, limit: 5 }],
  ['full', { waiting: 9, limit: 5 }],
  ['off', { limit: 0 }],
  ['off', { onHand: 2, allocated: 2, waiting: 3, limit: 0 }],
] as const)('is %s of %j', (state, given) => {
  expect(skuStateOf({ ...known, ...given })).toBe(state);
});

it('leaves room up to the limit, and never less than none', () => {
  expect(limitLeftOf({ waiting: 3, limit: null })).toBeNull();
  expect(limitLeftOf({ waiting: 3, limit: 5 })).toBe(2);
  expect(limitLeftOf({ waiting: 9, limit: 5 })).toBe(0);
});
