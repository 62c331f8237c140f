import type { Instant } from '../../../workflows/domain/time.ts';
import type { Line, Order, Product } from '../records.ts';
import type { Store } from '../store.ts';

/** One event as the store tells it; `data` is what BigCommerce's callbacks hold. */
export type StoreEvent = { scope: string; data: Record<string, unknown> };

export type ShopParts = {
  store: Store;
  announce: (event: StoreEvent) => void;
  now: () => Instant;
};

/** What the store refuses, in its own words. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
}

export const getOrder = (store: Store, id: number): Order => {
  const order = store.findOrder(id);
  if (!order) throw new StoreRefusal(`There is no order ${id}`);
  return order;
};

export const getLine = (order: Order, lineId: number): Line => {
  const line = order.lines.find((candidate) => candidate.id === lineId);
  if (!line) throw new StoreRefusal(`Order ${order.id} has no line ${lineId}`);
  return line;
};

export const getProduct = (store: Store, productId: number): Product => {
  const product = store.findProduct(productId);
  if (!product) throw new StoreRefusal(`There is no product ${productId}`);
  return product;
};
