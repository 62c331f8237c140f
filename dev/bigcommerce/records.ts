import type { Instant } from '../../workflows/domain/time.ts';

/** What the stand-in keeps. Money in minor units of the store's one currency. */
export type StoreState = {
  nextId: number;
  products: Product[];
  orders: Order[];
  hooks: Hook[];
  scripts: Script[];
};

/**
 * `native`: BigCommerce's own backorders. `classic`: a level that never goes below 0. `none`: not
 * counted, always for sale.
 */
export type Product = {
  id: number;
  variantId: number;
  sku: string;
  name: string;
  description: string;
  price: number;
  tracking: 'native' | 'classic' | 'none';
  onHand: number;
  backordered: number;
  backorderLimit: number;
  availabilityDescription: string;
};

export type Order = {
  id: number;
  statusId: number;
  createdAt: Instant;
  modifiedAt: Instant;
  isArchived: boolean;
  buyer: Buyer;
  addressId: number;
  lines: Line[];
  shippingCost: number;
  storeCredit: number;
  giftCertificate: number;
  method: string;
  paymentStatus: string;
  transactions: Transaction[];
  shipments: Shipment[];
  refunds: Refund[];
  metafields: Metafield[];
  staffNotes: string;
};

export type Buyer = {
  firstName: string;
  lastName: string;
  email: string;
  country: string;
  state: string;
  zip: string;
  locale: string;
  isOptIn: boolean;
};

export type Line = {
  id: number;
  productId: number;
  variantId: number;
  sku: string;
  name: string;
  quantity: number;
  unitPrice: number;
  /** What a coupon takes off the line. */
  discount: number;
  /** Units that were not on the shelf when they were sold, and have not gone since. */
  backordered: number;
  shipped: number;
  refunded: number;
};

export type Transaction = {
  id: number;
  event: 'purchase' | 'authorization' | 'refund';
  method: 'credit_card' | 'offline';
  gateway: 'testgateway' | 'stripe' | 'custom';
  gatewayId: string;
  customerId: string | null;
  amount: number;
  at: Instant;
};

export type Shipment = {
  id: number;
  at: Instant;
  trackingNumber: string;
  trackingCarrier: string;
  shippingProvider: string;
  comments: string;
  items: { lineId: number; quantity: number }[];
};

export type RefundItem = {
  item_type: string;
  item_id: number;
  quantity?: number | undefined;
  amount?: number | undefined;
  reason?: string | undefined;
};

export type Refund = {
  id: number;
  at: Instant;
  reason: string;
  amount: number;
  items: RefundItem[];
  providerId: string;
  isOffline: boolean;
  isDeclined: boolean;
};

export type Metafield = {
  id: number;
  permissionSet: string;
  namespace: string;
  key: string;
  value: string;
  at: Instant;
};

export type Hook = {
  id: number;
  scope: string;
  destination: string;
  headers: Record<string, string> | null;
  isActive: boolean;
  createdAt: Instant;
  updatedAt: Instant;
};

export type Script = {
  uuid: string;
  at: Instant;
  /** As it was given. */
  body: Record<string, unknown> & { name: string };
};

export const statusNames: Record<number, string> = {
  0: 'Incomplete',
  1: 'Pending',
  2: 'Shipped',
  3: 'Partially Shipped',
  4: 'Refunded',
  5: 'Cancelled',
  6: 'Declined',
  7: 'Awaiting Payment',
  8: 'Awaiting Pickup',
  9: 'Awaiting Shipment',
  10: 'Completed',
  11: 'Awaiting Fulfillment',
  12: 'Manual Verification Required',
  13: 'Disputed',
  14: 'Partially Refunded',
};
