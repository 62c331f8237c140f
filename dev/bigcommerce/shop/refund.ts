import type { Order, Refund, RefundItem } from '../records.ts';
import { keepOrder, setStatus, stockMoved } from './changes.ts';
import { putBack } from './inventory.ts';
import { getLine, getOrder, getProduct, type ShopParts, StoreRefusal } from './parts.ts';
import { dueOf, openUnits, refundedOf, valueOfUnits } from './totals.ts';

const [refundedStatus, cancelled, partiallyRefunded] = [4, 5, 14];

type RefundRequest = Pick<Refund, 'amount' | 'items' | 'providerId' | 'isOffline'>;

/** Money back; units that had not gone are no longer wanted. */
export const refund = (parts: ShopParts, id: number, request: RefundRequest): Refund => {
  const { store, now } = parts;
  const order = getOrder(store, id);
  const left = dueOf(order) - refundedOf(order);
  if (!(request.amount > 0 && request.amount <= left))
    throw new StoreRefusal(`Of the order ${(left / 100).toFixed(2)} can be given back`);
  const reason = request.items[0]?.reason ?? '';
  const made = { ...request, id: store.nextId(), at: now(), reason, isDeclined: false };
  order.refunds.push(made);
  for (const item of request.items) if (item.item_type === 'PRODUCT') takeOff(parts, order, item);
  const isAll = refundedOf(order) >= dueOf(order);
  order.paymentStatus = isAll ? 'refunded' : 'partially refunded';
  const data = { type: 'order', id, refund: { refund_id: made.id } };
  // A cancelled order stays so.
  const next = isAll ? refundedStatus : partiallyRefunded;
  const status = order.statusId === cancelled ? [] : setStatus(order, next);
  keepOrder(parts, order, [{ scope: 'store/order/refund/created', data }, ...status]);
  return made;
};

/** A cancelled order has put its units back already. */
const takeOff = (parts: ShopParts, order: Order, item: RefundItem): void => {
  const line = getLine(order, item.item_id);
  const quantity = item.quantity ?? 0;
  const product = getProduct(parts.store, line.productId);
  if (order.statusId !== cancelled) {
    putBack(product, line, Math.min(quantity, openUnits(line)));
    stockMoved(parts, product, 'order');
  }
  line.refunded += quantity;
};

/** What PRODUCT items, and others by the amount that they name, come to. */
export const priceOf = (order: Order, items: readonly RefundItem[]): number =>
  items.reduce((sum, item) => {
    if (item.item_type !== 'PRODUCT') return sum + Math.round((item.amount ?? 0) * 100);
    const line = getLine(order, item.item_id);
    const count = item.quantity ?? 0;
    const left = line.quantity - line.refunded;
    if (!(count >= 1 && count <= left))
      throw new StoreRefusal(`Of line ${line.id} there are ${left} to give back`);
    const before = valueOfUnits(line, line.refunded);
    return sum + valueOfUnits(line, line.refunded + count) - before;
  }, 0);
