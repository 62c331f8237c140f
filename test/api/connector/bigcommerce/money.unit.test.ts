import { expect, test } from 'vitest';
import { majorOf, minorOf } from '../../../../api/connector/bigcommerce/money.ts';

test.each([
  { written: '67.8400', currency: 'USD', minor: 6_784 },
  { written: '0.0000', currency: 'USD', minor: 0 },
  { written: '1200.0000', currency: 'JPY', minor: 1_200 },
  { written: '1.2340', currency: 'KWD', minor: 1_234 },
  { written: '1.2345', currency: 'KWD', minor: 1_235 },
  { written: '1.2345', currency: 'CLF', minor: 12_345 },
  { written: '10.9950', currency: 'EUR', minor: 1_100 },
  { written: '10.9949', currency: 'EUR', minor: 1_099 },
  { written: '1.005', currency: 'USD', minor: 101 },
  { written: '8.165', currency: 'USD', minor: 817 },
  { written: '1199.5000', currency: 'JPY', minor: 1_200 },
  { written: '-3.5000', currency: 'USD', minor: -350 },
  { written: '-0.0000', currency: 'USD', minor: 0 },
  { written: '12', currency: 'USD', minor: 1_200 },
  { written: 12.5, currency: 'USD', minor: 1_250 },
  { written: 0.1, currency: 'USD', minor: 10 },
  { written: '9999999999.9900', currency: 'USD', minor: 999_999_999_999 },
  { written: '', currency: 'USD', minor: undefined },
  { written: '1,200.00', currency: 'USD', minor: undefined },
  { written: '1e3', currency: 'USD', minor: undefined },
  { written: 'free', currency: 'USD', minor: undefined },
])('$written $currency is $minor', ({ written, currency, minor }) => {
  expect(minorOf(written, currency)).toBe(minor);
});

test.each([
  { money: { amount: 6_784, currency: 'USD' }, major: 67.84 },
  { money: { amount: 1_200, currency: 'JPY' }, major: 1_200 },
  { money: { amount: 1_235, currency: 'KWD' }, major: 1.235 },
  { money: { amount: 30, currency: 'EUR' }, major: 0.3 },
])('$money is $major for V3', ({ money, major }) => {
  expect(majorOf(money)).toBe(major);
});
