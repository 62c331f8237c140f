/** A movement of stock, as Vendure writes it down. Sales are negative, all others as they say. */
export type Movement = {
  type: string;
  quantity: number;
  /** What is known of the order that moved it, if one did. */
  order: { isKept: boolean; shipped: number; isAllocatedAgain: boolean } | undefined;
};

export type StockAct =
  | { kind: 'restock'; quantity: number }
  | { kind: 'adjust'; delta: number; reason: 'sold' | 'other' };

/**
 * What a movement means to Meanwhile, whose shelf holds what is free and what its own orders have.
 * Orders that it does not keep take units when they allocate them. Its own take them by their
 * shipment, and are told as orders, so that only what comes back of them is a receipt.
 */
export const meaningOf = ({ type, quantity, order }: Movement): StockAct | undefined => {
  if (type === 'ADJUSTMENT') return quantity > 0 ? arrived(quantity) : lost(quantity, 'other');
  if (!order) return undefined;
  if (order.isKept) {
    // A fulfilment that is called off gives its units back and takes them again.
    if (type !== 'CANCELLATION' || order.isAllocatedAgain) return undefined;
    return arrived(Math.min(quantity, order.shipped));
  }
  if (type === 'ALLOCATION') return lost(-quantity, 'sold');
  return type === 'RELEASE' || type === 'CANCELLATION' ? arrived(quantity) : undefined;
};

const arrived = (quantity: number): StockAct | undefined =>
  quantity > 0 ? { kind: 'restock', quantity } : undefined;

const lost = (delta: number, reason: 'sold' | 'other'): StockAct | undefined =>
  delta < 0 ? { kind: 'adjust', delta, reason } : undefined;
