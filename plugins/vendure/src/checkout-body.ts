import type { components } from 'meanwhile-client';

export type Checkout = components['schemas']['Checkout'];
export type Money = components['schemas']['Money'];

/** What of a placed order matters to Meanwhile; sums in Vendure's own units, with tax. */
export type PlacedOrder = {
  orderId: string;
  placedAt: Date;
  locale: string | undefined;
  customer: { email: string; name: string };
  shipTo: { countryCode: string; province: string; postalCode: string };
  currency: string;
  /** How many decimals Vendure's sums have, whatever the currency. */
  precision: number;
  lines: PlacedLine[];
  total: number;
  payment: PlacedPayment;
};

export type PlacedLine = {
  id: string;
  sku: string;
  title: string;
  quantity: number;
  unitPrice: number;
  total: number;
};

/** `later`: by our method. `elsewhere`: another method of the shop has the money, or its promise. */
export type PlacedPayment =
  | { by: 'later'; card: Card | undefined; mandate: { text: string; version: string } }
  | { by: 'elsewhere'; reference: string }
  | { by: 'nothing' };

type Card = { customerId: string; paymentMethodId: string; acceptedAt: string };

/** Meanwhile takes an order that is at most an hour old as one that was placed just now. */
const freshMs = 50 * 60_000;

/**
 * The order as `POST /v1/backorders` takes it. An order that comes late keeps its place and the
 * clock of the law by `import`, and is then confirmed by the shop alone.
 */
export const checkoutBody = (
  order: PlacedOrder,
  { location, fulfilment, now }: Context,
): Checkout => {
  const money = (amount: number) => minorUnits(amount, order);
  const lines = order.lines.map((line) => ({
    id: line.id,
    sku: line.sku,
    title: line.title.slice(0, 200),
    location,
    quantity: line.quantity,
    unitPrice: money(line.unitPrice),
    total: money(line.total),
  }));
  const total = money(order.total);
  const ofLines = lines.reduce((sum, line) => sum + line.total.amount, 0);
  const isLate = now.getTime() - order.placedAt.getTime() > freshMs;
  return {
    orderId: order.orderId,
    placedAt: order.placedAt.toISOString(),
    ...(isLate && { import: true }),
    customer: {
      email: order.customer.email,
      ...(order.customer.name !== '' && { name: order.customer.name }),
      ...(order.locale !== undefined && { locale: order.locale }),
    },
    shipTo: shipToOf(order.shipTo),
    lines,
    // Surcharges and what rounding leaves are part of what the customer pays besides the goods.
    shipping: { ...total, amount: Math.max(0, total.amount - ofLines) },
    fulfilment,
    payment: paymentOf(order, total),
  };
};

type Context = { location: string; fulfilment: Checkout['fulfilment']; now: Date };

const shipToOf = ({ countryCode, province, postalCode }: PlacedOrder['shipTo']) => ({
  country: countryCode,
  ...(province !== '' && { region: province }),
  ...(postalCode !== '' && { postalCode }),
});

const paymentOf = ({ payment }: PlacedOrder, total: Money): Checkout['payment'] => {
  if (total.amount === 0 || payment.by === 'nothing') return { terms: 'none' };
  if (payment.by === 'elsewhere') {
    return { terms: 'prepaid', heldBy: 'shop', reference: payment.reference };
  }
  const mandate = { ...payment.mandate, maximum: total };
  if (!payment.card) return { terms: 'on_shipment', ask: { mandate } };
  const { acceptedAt, ...card } = payment.card;
  return { terms: 'on_shipment', ...card, mandate: { ...mandate, acceptedAt } };
};

/** Vendure keeps every currency with the same number of decimals; Meanwhile with its own. */
export const minorUnits = (
  amount: number,
  { currency, precision }: { currency: string; precision: number },
): Money => ({ amount: Math.round(amount * 10 ** (digitsOf(currency) - precision)), currency });

/** The same the other way round. */
export const vendureUnits = (money: Money, precision: number): number =>
  Math.round(money.amount * 10 ** (precision - digitsOf(money.currency)));

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;
