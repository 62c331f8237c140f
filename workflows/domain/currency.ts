const none = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const three = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const four = ['CLF', 'UYW'];

const digits = new Map([
  ...none.map((currency) => [currency, 0] as const),
  ...three.map((currency) => [currency, 3] as const),
  ...four.map((currency) => [currency, 4] as const),
]);

/**
 * How many decimals a currency's minor unit stands for (ISO 4217, table A.1). `Intl` does not know:
 * it follows the habits in CLDR, and 0 for HUF or COP would be a hundredfold error.
 */
export const minorDigits = (currency: string): number => digits.get(currency) ?? 2;

/**
 * The step, in minor units, in which cards can be charged. Networks round the third decimal away,
 * and know no part of an ariary. https://docs.stripe.com/currencies#three-decimal
 */
export const chargeStep = (currency: string): number => steps.get(currency) ?? 1;

const steps = new Map([
  ...['BHD', 'JOD', 'KWD', 'OMR', 'TND'].map((currency) => [currency, 10] as const),
  ['MGA', 100],
]);
