import { minorDigits } from '../../../workflows/domain/currency.ts';
import type { Money } from '../../../workflows/domain/money.ts';

/**
 * Stripe's minor units are those of ISO 4217 but for three currencies: krónur and Uganda's
 * shillings have two decimals there, always zero, and the ariary has none.
 * https://docs.stripe.com/currencies#special-cases
 */
const stripeDigits: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** A sum of ours in Stripe's minor units, and its currency as Stripe spells it. */
export const toStripe = ({ amount, currency }: Money): { amount: number; currency: string } => ({
  amount: scale(amount, digitsOf(currency) - minorDigits(currency)),
  currency: currency.toLowerCase(),
});

/** A sum of Stripe's in our minor units. */
export const fromStripe = (amount: number, currency: string): number => {
  const code = currency.toUpperCase();
  return scale(amount, minorDigits(code) - digitsOf(code));
};

const digitsOf = (code: string): number => stripeDigits[code] ?? minorDigits(code);

const scale = (amount: number, digits: number): number =>
  digits < 0 ? Math.round(amount / 10 ** -digits) : amount * 10 ** digits;
