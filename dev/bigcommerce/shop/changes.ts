import type { Order, Product } from '../records.ts';
import type { ShopParts, StoreEvent } from './parts.ts';

/** Keeps what was changed of an order, and tells it afterwards. */
export const keepOrder = (parts: ShopParts, order: Order, events: readonly StoreEvent[]): Order => {
  order.modifiedAt = parts.now();
  parts.store.save();
  for (const event of events) parts.announce(event);
  parts.announce({ scope: 'store/order/updated', data: { type: 'order', id: order.id } });
  return order;
};

/** The event of a status that has changed, if it has. */
export const setStatus = (order: Order, statusId: number): StoreEvent[] => {
  const previous = order.statusId;
  if (previous === statusId) return [];
  order.statusId = statusId;
  const status = { previous_status_id: previous, new_status_id: statusId };
  const data = { type: 'order', id: order.id, status };
  return [{ scope: 'store/order/statusUpdated', data }];
};

/** `order`: by a sale or what undoes one. `hand`: by staff or the API. */
export const stockMoved = ({ announce }: ShopParts, product: Product, by: 'order' | 'hand') => {
  const value = Math.max(0, product.onHand);
  announce({
    scope: `store/product/inventory/${by === 'order' ? 'order/' : ''}updated`,
    data: {
      ...{ type: 'product', id: product.id },
      inventory: { product_id: product.id, method: 'absolute', value },
    },
  });
};
