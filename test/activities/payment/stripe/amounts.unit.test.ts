import { expect, test } from 'vitest';
import { fromStripe, toStripe } from '../../../../activities/payment/stripe/amounts.ts';

test.each([
  { ours: { amount: 12_900, currency: 'USD' }, theirs: { amount: 12_900, currency: 'usd' } },
  { ours: { amount: 12_900, currency: 'JPY' }, theirs: { amount: 12_900, currency: 'jpy' } },
  { ours: { amount: 12_900, currency: 'KWD' }, theirs: { amount: 12_900, currency: 'kwd' } },
  { ours: { amount: 12_900, currency: 'ISK' }, theirs: { amount: 1_290_000, currency: 'isk' } },
  { ours: { amount: 12_900, currency: 'UGX' }, theirs: { amount: 1_290_000, currency: 'ugx' } },
  { ours: { amount: 12_900, currency: 'MGA' }, theirs: { amount: 129, currency: 'mga' } },
])('a sum in $ours.currency is what Stripe understands by it', ({ ours, theirs }) => {
  expect(toStripe(ours)).toEqual(theirs);
  expect(fromStripe(theirs.amount, theirs.currency)).toBe(ours.amount);
});
