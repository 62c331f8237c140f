const none = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const three = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const four = ['CLF', 'UYW'];

const digits = new Map([
  ...none.map((currency) => [currency, 0] as const),
  ...three.map((currency) => [currency, 3] as const),
  ...four.map((currency) => [currency, 4] as const),
]);

/**
 * How many decimals a currency's minor units stand for (ISO 4217, table A.1).
 * Not asked of `Intl`: it gives CLDR's habit, which is 0 for HUF or COP, a hundredfold error.
 */
export const minorDigits = (currency: string): number => digits.get(currency) ?? 2;

/**
 * The smallest sum, in minor units, that cards are charged in. Networks round the third decimal
 * away, and know no part of an ariary. https://docs.stripe.com/currencies#three-decimal
 */
export const chargeStep = (currency: string): number => steps.get(currency) ?? 1;

const steps = new Map([
  ...['BHD', 'JOD', 'KWD', 'OMR', 'TND'].map((currency) => [currency, 10] as const),
  ['MGA', 100],
]);
