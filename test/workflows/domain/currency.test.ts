import { expect, test } from 'vitest';
import { chargeStep, leastCharge } from '../../../workflows/domain/currency.ts';

test.each([
  ['USD', 50],
  ['EUR', 50],
  ['GBP', 30],
  ['JPY', 50],
  ['AED', 200],
  ['AUD', 50],
  ['BGN', 100],
  ['BRL', 50],
  ['CAD', 50],
  ['CHF', 50],
  ['CZK', 1_500],
  ['DKK', 250],
  ['HKD', 400],
  ['HUF', 17_500],
  ['INR', 50],
  ['MXN', 1_000],
  ['MYR', 200],
  ['NOK', 300],
  ['NZD', 50],
  ['PLN', 200],
  ['RON', 200],
  ['SEK', 300],
  ['SGD', 50],
  ['THB', 1_000],
])('charges no card less than the least of %s', (currency, least) => {
  expect(leastCharge(currency)).toBe(least);
  expect(least % chargeStep(currency)).toBe(0);
});

test.each(['COP', 'KWD', 'MGA'])('knows no least charge of %s', (currency) => {
  expect(leastCharge(currency)).toBe(1);
});
