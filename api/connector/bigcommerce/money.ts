import { minorDigits } from '../../../workflows/domain/currency.ts';
import type { Money } from '../../../workflows/domain/money.ts';

/**
 * Minor units of an amount as BigCommerce writes it: a string with four decimals, or in V3 a number.
 * The decimals that a currency does not have are rounded half up, as the store does when it
 * charges. Undefined for what is no amount.
 */
export const minorOf = (written: string | number, currency: string): number | undefined => {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,12}))?$/.exec(String(written).trim());
  if (!match) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  const digits = minorDigits(currency);
  const padded = decimals.padEnd(digits + 1, '0');
  const minor = BigInt(whole + padded.slice(0, digits)) + (padded.charAt(digits) >= '5' ? 1n : 0n);
  const amount = Number(sign ? -minor : minor);
  return Number.isSafeInteger(amount) ? amount + 0 : undefined;
};

/** As `minorOf`, 0 for what is absent or no amount. */
export const moneyOf = (written: string | number | null | undefined, currency: string): Money => ({
  amount: minorOf(written ?? 0, currency) ?? 0,
  currency,
});

/** The amount as V3 takes it: a number of major units with no more decimals than the currency has. */
export const majorOf = ({ amount, currency }: Money): number => {
  const digits = minorDigits(currency);
  return Number((amount / 10 ** digits).toFixed(digits));
};
