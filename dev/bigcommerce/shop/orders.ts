import type { Order } from '../records.ts';
import { keepOrder, setStatus, stockMoved } from './changes.ts';
import { putBack, sell, sellable } from './inventory.ts';
import { getLine, getOrder, getProduct, type ShopParts, StoreRefusal } from './parts.ts';
import { dueOf, openUnits } from './totals.ts';

const cancelled = 5;
const awaitingPayment = 7;
const awaitingFulfilment = 11;

/** Staff sets another status. A cancelled order puts back what has not gone. */
export const changeStatus = (parts: ShopParts, id: number, statusId: number): Order => {
  const order = getOrder(parts.store, id);
  const events = setStatus(order, statusId);
  if (events.length > 0 && statusId === cancelled) release(parts, order);
  return keepOrder(parts, order, events);
};

/** The money of an order that waited for it has come. */
export const pay = (parts: ShopParts, id: number): Order => {
  const order = getOrder(parts.store, id);
  if (order.statusId !== awaitingPayment) throw new StoreRefusal(`Order ${id} waits for no money`);
  order.paymentStatus = 'captured';
  order.transactions.push({
    ...{ id: parts.store.nextId(), event: 'purchase', method: 'credit_card', customerId: null },
    ...{ gateway: 'testgateway', gatewayId: `txn_${id}`, amount: dueOf(order), at: parts.now() },
  });
  return keepOrder(parts, order, setStatus(order, awaitingFulfilment));
};

export const archive = (parts: ShopParts, id: number): Order => {
  const order = getOrder(parts.store, id);
  order.isArchived = true;
  return keepOrder(parts, order, [{ scope: 'store/order/archived', data: { type: 'order', id } }]);
};

/** Staff edits how many of a line are wanted; 0 takes the line off. */
export const edit = (
  parts: ShopParts,
  id: number,
  { lineId, quantity }: { lineId: number; quantity: number },
): Order => {
  const order = getOrder(parts.store, id);
  const line = getLine(order, lineId);
  const product = getProduct(parts.store, line.productId);
  const more = quantity - line.quantity;
  if (more > sellable(product))
    throw new StoreRefusal(`${product.name}: only ${sellable(product)} more can be sold`);
  if (!(quantity >= line.shipped)) throw new StoreRefusal(`${line.shipped} have gone already`);
  if (more > 0) line.backordered += sell(product, more);
  else putBack(product, line, -more);
  line.quantity = quantity;
  if (quantity === 0) order.lines = order.lines.filter((other) => other !== line);
  keepOrder(parts, order, []);
  stockMoved(parts, product, 'order');
  return order;
};

/** Staff sends it to another address. */
export const move = (
  parts: ShopParts,
  id: number,
  address: Pick<Order['buyer'], 'country' | 'state' | 'zip'>,
): Order => {
  const order = getOrder(parts.store, id);
  order.buyer = { ...order.buyer, ...address };
  return keepOrder(parts, order, []);
};

const release = (parts: ShopParts, order: Order): void => {
  for (const line of order.lines) {
    const product = getProduct(parts.store, line.productId);
    putBack(product, line, openUnits(line));
    stockMoved(parts, product, 'order');
  }
};
