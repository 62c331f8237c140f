import { open } from '../../backorder/backorder.ts';
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
  const state = opened(order);
  const shipped = shippedValue(state);
  const left = remainingValue(state);
  const ready = shippedValue(
    state,
    stockOf(order, ({ shipped, allocated }) => shipped + allocated),
  );
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

const opened = (order: Order) =>
  open({
    ...{ orderId: '', placedAt: '', promise: null, isImported: true },
    currency: order.currency,
    shipping: order.shipping,
    payment: { methodId: null, upfront: null },
    lines: order.lines.map(({ lineId, quantity, total }) => ({ lineId, quantity, total })),
    stock: stockOf(order, ({ shipped }) => shipped),
  });

const stockOf = ({ lines }: Order, shippedOf: (line: OrderLine) => number) => ({
  ledgerRevision: 0,
  lines: lines.map((line) => ({
    ...{ lineId: line.lineId, waiting: 0, kept: 0 },
    shipped: shippedOf(line),
    cancelled: line.cancelled,
  })),
  leases: [],
  revocations: 0,
  barred: null,
});
