import { invalid } from '../http/errors.ts';

/**
 * Throws the 400 that a sum gets which is too small to be charged or captured. `param` names where
 * it stood. A currency that is not in the table has no least charge here.
 */
export const requireLeast = (
  { amount, currency }: { amount: number; currency: string },
  param: string,
): void => {
  const least = leastCharges[currency];
  if (least !== undefined && amount < least)
    throw invalid(`Amount must be at least ${least} in the minor unit of ${currency}.`, {
      code: 'amount_too_small',
      param,
    });
};

/**
 * In Stripe's minor units, for an account that settles in the currency it charges in.
 * https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
const leastCharges: Readonly<Record<string, number>> = {
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
};
