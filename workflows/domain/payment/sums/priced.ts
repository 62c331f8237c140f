import { priceLines } from '../../backorder/price-lines.ts';
import type { Part } from '../../backorder/snapshot.ts';

type Order<L> = { currency: string; shipping: number; lines: readonly L[] };

/** As much of a backorder as its sums are made of: what its lines cost, and what became of them. */
export const priced = <L extends Part & { total: number }>(order: Order<L>) => ({
  currency: order.currency,
  lines: priceLines(order),
  stock: { lines: order.lines },
});
