import { priced } from './priced.ts';
import { remainingValue, shippedValue } from './value.ts';

/**
 * An order as its row shows it. `paid`: all that was ever captured for it, `refunded` with it;
 * `waived`: what is not asked for any more, because somebody gave it up, or back.
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

/** What an order's units come to, in minor units, by the rules that its workflow goes by. */
export type OrderSums = {
  /** All that has not been cancelled. */
  left: number;
  /** What has left and is not charged yet. */
  due: number;
  /** What is charged as soon as all that is set aside has left, beside what is due. */
  next: number;
  /** All that may still be charged. */
  rest: number;
  /** What was paid beyond all that is left: it goes back by itself. */
  excess: number;
  /** What was paid beyond what has left: it goes back if the rest is cancelled. */
  spare: number;
};

/** What was paid, or is waived, pays for what leaves first. */
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
