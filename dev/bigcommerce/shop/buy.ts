import type { Order } from '../records.ts';
import { keepOrder, setStatus, stockMoved } from './changes.ts';
import { checkout, type Purchase } from './checkout.ts';
import { sell } from './inventory.ts';
import { getProduct, type ShopParts, type StoreEvent } from './parts.ts';

/**
 * A shopper buys. An order begins as incomplete, and `store/order/created` goes out even so; what
 * was declined or left stays without stock.
 */
export const buy = (parts: ShopParts, purchase: Purchase): Order => {
  const { store, announce } = parts;
  const order = checkout(parts, purchase);
  store.save();
  announce({ scope: 'store/order/created', data: { type: 'order', id: order.id } });
  const end = endings[purchase.payment];
  if (end === undefined) return order;
  const products =
    end === declined
      ? []
      : order.lines.map((line) => ({
          ...{ line, product: getProduct(store, line.productId) },
        }));
  for (const { line, product } of products) line.backordered = sell(product, line.quantity);
  keepOrder(parts, order, [...setStatus(order, end), ...paidEvents(order)]);
  for (const { product } of products) stockMoved(parts, product, 'order');
  return order;
};

const declined = 6;

/** Which status an order gets by how it is paid; none for a shopper who left. */
const endings: Record<Purchase['payment'], number | undefined> = {
  card: 11,
  stripe: 11,
  offline: 7,
  declined,
  abandoned: undefined,
};

const paidEvents = ({ id, transactions }: Order): StoreEvent[] =>
  transactions.map((paid) => ({
    scope: 'store/order/transaction/created',
    data: { type: 'order', order_id: id, transaction_id: paid.id },
  }));
