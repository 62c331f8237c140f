import type { Buyer, Order, Transaction } from '../records.ts';
import { sellable } from './inventory.ts';
import { type ShopParts, StoreRefusal } from './parts.ts';
import { dueOf } from './totals.ts';

export type Purchase = {
  lines: { sku: string; quantity: number; discount?: number }[];
  payment: 'card' | 'stripe' | 'offline' | 'declined' | 'abandoned';
  buyer?: Partial<Buyer>;
  storeCredit?: number;
  shippingCost?: number;
  /** Where the store has had Stripe's ids switched on. */
  stripe?: { customerId: string; paymentIntentId: string };
};

const usualShippingCost = 900;

const somebody: Buyer = {
  ...{ firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org' },
  ...{ country: 'US', state: 'New York', zip: '10001', locale: 'en', isOptIn: false },
};

/** Writes an incomplete order, if the store would sell it. */
export const checkout = (parts: ShopParts, purchase: Purchase): Order => {
  const { store, now } = parts;
  const lines = purchase.lines.map(({ sku, quantity, discount = 0 }) => {
    const product = store.findSku(sku);
    if (!product) throw new StoreRefusal(`There is no ${sku}`);
    if (quantity < 1 || quantity > sellable(product))
      throw new StoreRefusal(`${product.name}: only ${sellable(product)} can be bought`);
    const { id: productId, variantId, name, price: unitPrice } = product;
    return {
      ...{ id: store.nextId(), productId, variantId, sku, name, quantity, unitPrice, discount },
      ...{ backordered: 0, shipped: 0, refunded: 0 },
    };
  });
  const order: Order = {
    ...{ id: store.nextId(), statusId: 0, createdAt: now(), modifiedAt: now(), isArchived: false },
    ...{ buyer: { ...somebody, ...purchase.buyer }, addressId: store.nextId(), lines },
    shippingCost: purchase.shippingCost ?? usualShippingCost,
    ...{ storeCredit: purchase.storeCredit ?? 0, giftCertificate: 0 },
    ...{ method: methods[purchase.payment], paymentStatus: '' },
    ...{ transactions: [], shipments: [], refunds: [], metafields: [], staffNotes: '' },
  };
  const paid = paymentOf(parts, purchase, order);
  if (paid) {
    order.transactions.push(paid);
    order.paymentStatus = 'captured';
  }
  if (purchase.payment === 'declined') order.paymentStatus = 'declined';
  store.state.orders.push(order);
  return order;
};

const methods: Record<Purchase['payment'], string> = {
  card: 'Credit Card',
  stripe: 'Stripe',
  offline: 'Pay when it ships',
  declined: 'Credit Card',
  abandoned: 'Credit Card',
};

const paymentOf = (
  { store, now }: ShopParts,
  { payment, stripe }: Purchase,
  order: Order,
): Transaction | undefined => {
  if (payment !== 'card' && payment !== 'stripe') return undefined;
  const id = store.nextId();
  return {
    ...{ id, event: 'purchase', method: 'credit_card', amount: dueOf(order), at: now() },
    gateway: payment === 'stripe' ? 'stripe' : 'testgateway',
    gatewayId: stripe?.paymentIntentId ?? `txn_${id}`,
    customerId: stripe?.customerId ?? null,
  };
};
