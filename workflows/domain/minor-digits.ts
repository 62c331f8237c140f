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
