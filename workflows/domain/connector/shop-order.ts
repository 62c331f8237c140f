import type { Money } from '../money.ts';
import type { Instant } from '../time.ts';

/** An order as the platform shows it now. Money in minor units of one currency. */
export type ShopOrder = {
  id: string;
  number: string;
  url: string | null;
  placedAt: Instant;
  changedAt: Instant;
  /** `unpaid`: no order yet, or never will be. */
  standing: 'unpaid' | 'awaiting_payment' | 'open' | 'cancelled' | 'shipped';
  customer: {
    email: string;
    name: string | null;
    locale: string | null;
    marketingConsent: boolean;
  };
  shipTo: { country: string; region: string | null; postalCode: string | null };
  lines: ShopLine[];
  shipping: Money;
  /** Store credit and gift certificates: what they pay of the total is not due any more. */
  paidOtherwise: Money;
  payment: ShopPayment;
  shipments: ShopShipment[];
  /** What the platform has given back of the order so far. */
  refunded: Money;
};

export type ShopLine = {
  id: string;
  /** The platform's id of the item, by which its level is read. */
  itemId: string;
  sku: string;
  title: string;
  /** Meanwhile's word for the place. */
  location: string;
  /** As ordered, less what was taken off by an edit or a refund of the line. */
  quantity: number;
  backordered: number | 'unknown';
  unitPrice: Money;
  /** What the customer pays for the line, tax and discount included. */
  total: Money;
};

export type ShopPayment =
  | { by: 'nobody' }
  | { by: 'shop'; reference: string; paid: Money }
  | { by: 'stripe'; customerId: string; paymentIntentId: string; paid: Money };

export type ShopShipment = {
  id: string;
  shippedAt: Instant;
  lines: { id: string; quantity: number }[];
  carrier: string | null;
  tracking: string | null;
};
