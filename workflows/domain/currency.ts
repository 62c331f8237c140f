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

/**
 * The least sum, in minor units, that cards can be charged; 1 where none is known. It holds for an
 * account that settles in that currency: the provider's own word goes before it.
 * https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
export const leastCharge = (currency: string): number => leasts.get(currency) ?? 1;

const least = (amount: number, currencies: string): (readonly [string, number])[] =>
  currencies.split(' ').map((currency) => [currency, amount]);

const leasts = new Map([
  ...least(30, 'GBP'),
  ...least(50, 'AUD BRL CAD CHF EUR INR JPY NZD SGD USD'),
  ...least(100, 'BGN'),
  ...least(200, 'AED MYR PLN RON'),
  ...least(250, 'DKK'),
  ...least(300, 'NOK SEK'),
  ...least(400, 'HKD'),
  ...least(1_000, 'MXN THB'),
  ...least(1_500, 'CZK'),
  ...least(17_500, 'HUF'),
]);
