import { priced } from './priced.ts';
import { remainingValue, shippedValue } from './value.ts';

/**
 * An order as its row shows it, in minor units. `paid`: all that was ever captured for it, the sum
 * given back included. `waived`: what we no longer ask for.
 */
type Order = {
  currency: string;
  shipping: number;
  lines: readonly OrderLine[];
  paid: number;
  givenBack: number;
  waived: number;
};

type OrderLine = {
  lineId: string;
  quantity: number;
  total: number;
  allocated: number;
  shipped: number;
  cancelled: number;
};

/** What an order's units cost, in minor units, by the same rules as in its workflow. */
export type OrderSums = {
  /** The value of all that was not cancelled. */
  left: number;
  /** Still to be charged for what has left. */
  due: number;
  /** To be charged, besides `due`, once all that is set aside has left. */
  next: number;
  /** All that may still be charged. */
  rest: number;
  /** Paid beyond `left`: we give it back without being asked. */
  excess: number;
  /** Paid beyond what has left: we give it back if the rest is cancelled. */
  spare: number;
};

/** The sums of an order. Money paid or waived counts for what leaves first. */
export const sumsOf = (order: Order): OrderSums => {
  const { paid, givenBack, waived } = order;
  const state = priced(order);
  const shipped = shippedValue(state);
  const left = remainingValue(state);
  const ready = shippedValue(state, allSetAsideShipped(order));
  const after = (sum: number) => Math.max(0, sum - (paid - givenBack) - waived);
  return {
    left,
    due: after(shipped),
    next: after(ready) - after(shipped),
    rest: after(left),
    excess: Math.max(0, paid - givenBack - left),
    spare: Math.max(0, paid - givenBack - shipped),
  };
};

const allSetAsideShipped = ({ lines }: Order) => ({
  lines: lines.map(({ lineId, shipped, allocated }) => ({ lineId, shipped: shipped + allocated })),
});
