import type { ShopOrder } from '../port.ts';
import type { OrderBody } from './order-body.ts';

/**
 * What a status means here. Orders are created as incomplete before anybody pays, and pending or
 * declined ones may never become orders. https://developer.bigcommerce.com/docs/store-operations/orders
 */
const standings: Record<number, ShopOrder['standing']> = {
  0: 'unpaid', // Incomplete
  1: 'unpaid', // Pending
  2: 'shipped', // Shipped
  3: 'open', // Partially shipped
  4: 'cancelled', // Refunded
  5: 'cancelled', // Cancelled
  6: 'unpaid', // Declined
  7: 'awaiting_payment', // Awaiting payment
  8: 'open', // Awaiting pickup
  9: 'open', // Awaiting shipment
  10: 'shipped', // Completed
  11: 'open', // Awaiting fulfilment
  12: 'open', // Manual verification required
  13: 'open', // Disputed
  14: 'open', // Partially refunded
};

export const cancelledStatus = 5;

type Standing = Pick<OrderBody, 'status_id' | 'is_deleted' | 'items_total' | 'items_shipped'>;

/**
 * An archived order counts as cancelled, and one that was refunded after all of it had gone as
 * shipped. A status that is not known here is none yet.
 */
export const standingOf = (order: Standing): ShopOrder['standing'] => {
  const { status_id: status, items_total: total, items_shipped: shipped } = order;
  const isAllGone = Number(total) > 0 && Number(shipped) >= Number(total);
  if (isAllGone && returned.includes(status)) return 'shipped';
  if (order.is_deleted) return 'cancelled';
  return standings[status] ?? 'unpaid';
};

/** Refunded, partially refunded, disputed: of what was sent, as well. */
const returned = [4, 14, 13];
