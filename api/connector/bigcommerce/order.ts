import { type Money, splitByWeight, valueOfFirst } from '../../../workflows/domain/money.ts';
import type { ShopLine, ShopOrder } from '../port.ts';
import { itemIdOf } from './item-id.ts';
import { moneyOf } from './money.ts';
import type { LineBody, OrderParts } from './order-body.ts';
import { paymentOf } from './payment.ts';
import { standingOf } from './standing.ts';

/** Where things are: Meanwhile's name of the place, and the store's page of an order. */
export type Place = { location: string; orderUrl: (id: string) => string };

/**
 * An order as it stands now. `default_currency_code` is what is charged; `currency_code` is only what
 * the shopper was shown. What the total holds besides the goods (shipping, handling, wrapping,
 * fees, digital goods) is the order's `shipping`, so that the sum is always the store's.
 */
export const shopOrderOf = (parts: OrderParts, place: Place): ShopOrder => {
  const { order, shipments } = parts;
  const currency = order.default_currency_code;
  const money = (written: Parameters<typeof moneyOf>[0]) => moneyOf(written, currency);
  const { lines, rest } = divide(parts, { currency, location: place.location });
  const { billing_address: payer, customer_locale: locale } = order;
  const paidOtherwise =
    money(order.store_credit_amount).amount + money(order.gift_certificate_amount).amount;
  const id = String(order.id);
  return {
    id,
    number: id,
    url: place.orderUrl(id),
    placedAt: order.date_created,
    changedAt: order.date_modified ?? order.date_created,
    standing: standingOf(order),
    customer: {
      email: payer.email ?? '',
      name: [payer.first_name, payer.last_name].filter(Boolean).join(' ') || null,
      locale: locale || null,
      marketingConsent: order.is_email_opt_in === true,
    },
    shipTo: shipToOf(parts),
    lines,
    shipping: { amount: rest, currency },
    paidOtherwise: { amount: paidOtherwise, currency },
    payment: paymentOf(parts, currency),
    shipments: shipments.map((shipment) => ({
      id: String(shipment.id),
      shippedAt: shipment.date_created,
      lines: shipment.items.map((item) => ({
        ...{ id: String(item.order_product_id), quantity: item.quantity },
      })),
      carrier: shipment.tracking_carrier || shipment.shipping_provider || null,
      tracking: shipment.tracking_number || null,
    })),
    refunded: { amount: refundedOf(parts, currency), currency },
  };
};

/** One place an order: goods that go to several are told apart only when they ship. */
const shipToOf = ({ order, addresses }: OrderParts): ShopOrder['shipTo'] => {
  const { country_iso2: country, state, zip } = addresses[0] ?? order.billing_address;
  return { country: country ?? '', region: state || null, postalCode: zip || null };
};

/** Goods that can be sent, and what the total holds besides. A discount beyond them lowers them. */
const divide = (
  { order, lines }: OrderParts,
  { currency, location }: { currency: string; location: string },
): { lines: ShopLine[]; rest: number } => {
  const total = moneyOf(order.total_inc_tax, currency).amount;
  const goods = lines.filter(
    ({ type, quantity }) => (type ?? 'physical') === 'physical' && quantity > 0,
  );
  const amounts = goods.map(
    (line) => moneyOf(line.discounted_total_inc_tax ?? line.total_inc_tax, currency).amount,
  );
  const rest = total - amounts.reduce((a, b) => a + b, 0);
  const less = rest < 0 ? splitByWeight(-rest, amounts) : [];
  const shown = goods.map((line, index) =>
    lineOf(line, {
      location,
      total: { amount: (amounts[index] ?? 0) - (less[index] ?? 0), currency },
    }),
  );
  return { lines: shown.filter(({ quantity }) => quantity > 0), rest: Math.max(0, rest) };
};

/** What was refunded before it went is not waited for; what came back afterwards has gone. */
const lineOf = (
  line: LineBody,
  { total, location }: { total: Money; location: string },
): ShopLine => {
  const itemId = itemIdOf(line);
  const refunded = line.quantity_refunded ?? 0;
  const count = Math.max(0, line.quantity - refunded, line.quantity_shipped ?? 0);
  return {
    id: String(line.id),
    itemId,
    // A product without a SKU has at least a name of its own.
    sku: line.sku || `item-${itemId}`,
    title: line.name ?? '',
    location,
    quantity: count,
    backordered: line.quantity_backordered ?? 'unknown',
    unitPrice: moneyOf(line.price_inc_tax, total.currency),
    total: { ...total, amount: valueOfFirst(total.amount, { units: line.quantity, count }) },
  };
};

/** The list of refunds may be ahead of the order, or the other way round. */
const refundedOf = ({ order, refunds }: OrderParts, currency: string): number => {
  const payments = refunds.flatMap((refund) => refund.payments ?? []);
  const listed = payments
    .filter((payment) => !payment.is_declined)
    .map((payment) => moneyOf(payment.amount, currency).amount)
    .reduce((a, b) => a + b, 0);
  return Math.max(listed, moneyOf(order.refunded_amount, currency).amount);
};
