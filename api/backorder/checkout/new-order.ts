import type { NewLine, NewOrder } from '../../../db/backorder/place.ts';
import type { BackorderRow } from '../../../db/backorder/read.ts';
import { zoneOf } from '../../../workflows/calendar/home-zone.ts';
import { hourMs, type Instant, msBetween } from '../../../workflows/domain/time.ts';
import type { RouteDeps } from '../../deps.ts';
import { bodyHash } from '../../http/body-hash.ts';
import { drawGroup } from './draw.ts';
import { isPromiseOver, promiseOf } from './promised-day.ts';
import type { Checkout } from './schema.ts';

/**
 * `askDays`: for how long a customer is asked for card and consent. `excitementControl`: the share
 * of the addresses that are sent no excitement.
 */
export type CheckoutConfig = Pick<RouteDeps['config'], 'askDays' | 'excitementControl'>;

const locally: CheckoutConfig = { askDays: 7, excitementControl: 0 };

/**
 * The order that a validated checkout asks for, with every default filled in. A `placedAt` after
 * now is taken as now, because clocks differ.
 */
export const withDefaults = (
  checkout: Checkout,
  now: Instant,
  { askDays, excitementControl }: CheckoutConfig = locally,
): NewOrder => {
  const { customer, placedAt = now } = checkout;
  const placing = placingOf(checkout, placedAt < now ? placedAt : now);
  const lines = checkout.lines.map(toLine);
  const shipping = checkout.shipping?.amount ?? 0;
  return {
    orderId: checkout.orderId,
    ...placing,
    priority: checkout.priority ?? 0,
    fulfilment: checkout.fulfilment ?? 'whole-order',
    customer: {
      email: customer.email,
      name: customer.name ?? null,
      locale: customer.locale ?? 'en-US',
      timeZone: customer.timeZone ?? zoneOf(checkout.shipTo),
      timeZoneGiven: customer.timeZone !== undefined,
      marketingConsent: customer.marketingConsent ?? false,
    },
    currency: currencyOf(checkout),
    shipping,
    lines,
    promise: checkout.promise ? promiseOf(checkout.promise, placing, now) : null,
    payment: {
      ...paymentOf(checkout, {
        total: lines.reduce((sum, line) => sum + line.total, shipping),
        askDays,
      }),
      ...(isOwnCredit(checkout) && { sellerCredit: true }),
    },
    excitementGroup: placing.imported ? null : drawGroup(customer.email, excitementControl),
    bodyHash: bodyHash(checkout),
  };
};

type Placing = Pick<NewOrder, 'placedAt' | 'imported' | 'shipTo'>;

const placingOf = (checkout: Checkout, placedAt: Instant): Placing => {
  const { country, region = null, postalCode = null } = checkout.shipTo;
  return { placedAt, imported: checkout.import ?? false, shipTo: { country, region, postalCode } };
};

/** Whether only an import may have been promised for a day that is over. */
export const isPromisedTooEarly = (checkout: Checkout, now: Instant): boolean => {
  const { promise, placedAt = now } = checkout;
  return promise !== undefined && isPromiseOver(promise, placingOf(checkout, placedAt), now);
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
  ...heldBy(order.payment),
  askDays: order.payment.askDays ?? null,
  excitementGroup: order.excitementGroup ?? null,
  sellerCredit: order.payment.sellerCredit ?? false,
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
  noticeId: null,
  cancellation: null,
  shop: null,
});

const heldBy = ({
  upfront,
}: NewOrder['payment']): Pick<BackorderRow, 'heldBy' | 'heldReference'> =>
  upfront && 'reference' in upfront
    ? { heldBy: 'shop', heldReference: upfront.reference }
    : { heldBy: null, heldReference: null };

const toLine = (line: Checkout['lines'][number], index: number): NewLine => ({
  lineId: line.id ?? String(index + 1),
  sku: line.sku,
  title: line.title ?? null,
  location: line.location ?? 'main',
  quantity: line.quantity,
  unitPrice: line.unitPrice.amount,
  total: line.total?.amount ?? line.unitPrice.amount * line.quantity,
});

const isOwnCredit = ({ payment }: Checkout): boolean =>
  'sellerCredit' in payment && payment.sellerCredit === true;

type Payment = NewOrder['payment'];

const nothing = { customerId: null, paymentMethodId: null, mandate: null, upfront: null };

/**
 * `total` is the order's, shipping included: what a prepayment has to be. Where it is 0, nothing is
 * to be paid, whatever the terms.
 */
const paymentOf = (
  { payment }: Checkout,
  { total, askDays }: { total: number; askDays: number },
): Payment => {
  if (total === 0 || payment.terms === 'none') return { ...nothing, terms: 'none' };
  if (payment.terms === 'prepaid') return prepaid(payment, total);
  const { terms = 'on_shipment', customerId = null } = payment;
  if ('ask' in payment && payment.ask) {
    const mandate = { ...payment.ask.mandate, acceptedAt: null };
    return { ...nothing, terms, customerId, mandate, askDays };
  }
  const { paymentMethodId = null, mandate = null } = payment;
  const card = { terms, customerId, paymentMethodId, mandate };
  if (payment.terms !== 'deposit') return { ...card, upfront: null };
  const { amount, paymentIntentId: intentId } = payment.deposit;
  return { ...card, upfront: { amount: amount.amount, intentId } };
};

type Prepaid = Extract<Checkout['payment'], { terms: 'prepaid' }>;

const prepaid = (payment: Prepaid, amount: number): Payment => {
  const terms = 'prepaid';
  const { customerId = null, paymentIntentId: intentId = '', reference = '' } = payment;
  return payment.heldBy === 'shop'
    ? { ...nothing, terms, upfront: { amount, reference } }
    : { ...nothing, terms, customerId, upfront: { amount, intentId } };
};

const currencyOf = ({ lines: [first] }: Checkout): string => {
  if (first === undefined) throw new Error('a checkout has a line');
  return first.unitPrice.currency;
};
