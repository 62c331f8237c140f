import type { Line, Product } from '../records.ts';

/** How many may still be sold; Infinity where nothing is counted. */
export const sellable = (product: Product): number => {
  if (product.tracking === 'none') return Number.POSITIVE_INFINITY;
  const backorders =
    product.tracking === 'native' ? Math.max(0, product.backorderLimit - product.backordered) : 0;
  return Math.max(0, product.onHand) + backorders;
};

/** Takes units for a sale from the shelf, and what is missing on backorder. Says how many those are. */
export const sell = (product: Product, quantity: number): number => {
  if (product.tracking === 'none') return 0;
  const fromShelf = Math.min(Math.max(0, product.onHand), quantity);
  product.onHand -= fromShelf;
  product.backordered += quantity - fromShelf;
  return quantity - fromShelf;
};

/** Units of a line that nobody wants any more: first those that were never there. */
export const putBack = (product: Product, line: Line, quantity: number): void => {
  if (product.tracking === 'none') return;
  const owed = Math.min(line.backordered, quantity);
  line.backordered -= owed;
  product.backordered -= owed;
  product.onHand += quantity - owed;
};

/** Units of a line leave: first those that left the shelf when they were sold. */
export const send = (product: Product, line: Line, quantity: number): void => {
  const open = line.quantity - line.shipped - line.refunded;
  const set = Math.max(0, open - line.backordered);
  const owed = Math.max(0, quantity - set);
  line.shipped += quantity;
  line.backordered -= owed;
  product.backordered -= owed;
  product.onHand -= owed;
};
