import type { NewLine, NewOrder } from '../../../db/backorder/place.ts';
import type { BackorderRow } from '../../../db/backorder/read.ts';
import { zoneOf } from '../../../workflows/calendar/home-zone.ts';
import { hourMs, type Instant, msBetween } from '../../../workflows/domain/time.ts';
import { bodyHash } from '../../http/body-hash.ts';
import type { Checkout } from './schema.ts';

/**
 * The order that a validated checkout asks for, with every default filled in. A `placedAt` after
 * now is taken as now, because clocks differ.
 */
export const withDefaults = (checkout: Checkout, now: Instant): NewOrder => {
  const { customer, shipTo, placedAt = now } = checkout;
  const lines = checkout.lines.map(toLine);
  const shipping = checkout.shipping?.amount ?? 0;
  return {
    orderId: checkout.orderId,
    placedAt: placedAt < now ? placedAt : now,
    priority: checkout.priority ?? 0,
    fulfilment: checkout.fulfilment ?? 'whole-order',
    imported: checkout.import ?? false,
    customer: {
      email: customer.email,
      name: customer.name ?? null,
      locale: customer.locale ?? 'en-US',
      timeZone: customer.timeZone ?? zoneOf(shipTo),
      marketingConsent: customer.marketingConsent ?? false,
    },
    shipTo: {
      country: shipTo.country,
      region: shipTo.region ?? null,
      postalCode: shipTo.postalCode ?? null,
    },
    currency: currencyOf(checkout),
    shipping,
    lines,
    promise: checkout.promise ?? null,
    payment: paymentOf(checkout, shipping + lines.reduce((sum, { total }) => sum + total, 0)),
    bodyHash: bodyHash(checkout),
  };
};

/** Whether only an import may have been placed that long ago. */
export const isPlacedTooLongAgo = (
  { placedAt, import: imported }: { placedAt?: unknown; import?: unknown },
  now: Instant,
): boolean =>
  imported !== true && typeof placedAt === 'string' && msBetween(placedAt, now) > hourMs;

/** The rows of an order that was placed just now and that nothing has touched yet. */
export const newBackorder = (order: NewOrder): BackorderRow => ({
  ...order.customer,
  ...order.shipTo,
  orderId: order.orderId,
  placedAt: order.placedAt,
  fulfilment: order.fulfilment,
  priority: order.priority,
  currency: order.currency,
  terms: order.payment.terms,
  paidUpfront: order.payment.upfront?.amount ?? null,
  linkVersion: 1,
  skippedMs: 0,
  suspensionReason: null,
  suspendedAt: null,
  erasedAt: null,
  lines: order.lines.map(({ title: _, ...line }) => ({
    ...line,
    waiting: line.quantity,
    allocated: 0,
    shipped: 0,
    cancelled: 0,
  })),
  revision: null,
  view: null,
  raised: [],
  promisedOn: order.promise?.on ?? null,
  promiseBasis: order.promise?.basis ?? null,
  promiseStatedAt: order.promise && order.placedAt,
});

const toLine = (line: Checkout['lines'][number], index: number): NewLine => ({
  lineId: line.id ?? String(index + 1),
  sku: line.sku,
  title: line.title ?? null,
  location: line.location ?? 'main',
  quantity: line.quantity,
  unitPrice: line.unitPrice.amount,
  total: line.total?.amount ?? line.unitPrice.amount * line.quantity,
});

/** `total` is the order's, shipping included: what a prepayment has to be. */
const paymentOf = ({ payment }: Checkout, total: number): NewOrder['payment'] => {
  const { customerId } = payment;
  if (payment.terms === 'prepaid') {
    const upfront = { amount: total, intentId: payment.paymentIntentId };
    return { terms: 'prepaid', customerId, paymentMethodId: null, mandate: null, upfront };
  }
  const { terms = 'on_shipment', paymentMethodId, mandate } = payment;
  if (payment.terms !== 'deposit') {
    return { terms, customerId, paymentMethodId, mandate, upfront: null };
  }
  const { amount, paymentIntentId: intentId } = payment.deposit;
  const upfront = { amount: amount.amount, intentId };
  return { terms, customerId, paymentMethodId, mandate, upfront };
};

const currencyOf = ({ lines: [first] }: Checkout): string => {
  if (first === undefined) throw new Error('a checkout has a line');
  return first.unitPrice.currency;
};
