import { chargeStep } from '../currency.ts';
import { splitByWeight } from '../money.ts';
import type { Part } from './snapshot.ts';

/** The lines with what the customer pays for each as a whole: shipping is shared by their totals. */
export const priceLines = ({
  currency,
  shipping,
  lines,
}: {
  currency: string;
  shipping: number;
  lines: readonly (Part & { total: number })[];
}): (Part & { value: number })[] => {
  const totals = lines.map(({ total }) => total);
  const shares = splitByWeight(shipping, totals, chargeStep(currency));
  return lines.map(({ lineId, quantity, total }, index) => ({
    lineId,
    quantity,
    value: total + (shares[index] ?? 0),
  }));
};
