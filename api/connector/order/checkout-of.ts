import type { z } from '@hono/zod-openapi';
import type { ShopMandate } from '../../../db/schema/connector/shops.ts';
import { dueOf, dueParts, type Taking } from '../../../workflows/domain/connector/take-order.ts';
import { type Checkout, checkout } from '../../backorder/checkout/schema.ts';
import { locale } from '../../http/scalars.ts';
import type { ShopOrder } from '../port.ts';

type Terms = {
  orderId: string;
  location: string;
  payment: Extract<Taking, { outcome: 'take' }>['payment'];
  mandate: ShopMandate | null;
};

/**
 * The checkout that an order of a shop amounts to, validated as any other; or what is wrong with it,
 * without a word of whom it is for.
 */
export const checkoutOf = (
  order: ShopOrder,
  terms: Terms,
): { body: Checkout } | { wrong: string } => {
  const parsed = checkout.safeParse(bodyOf(order, terms));
  if (parsed.success) return { body: parsed.data };
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { wrong: wrong.join('; ') };
};

const bodyOf = (order: ShopOrder, terms: Terms): z.input<typeof checkout> => {
  const { customer } = order;
  const due = dueParts(order);
  const lines = order.lines.flatMap((line, index) => {
    const { id, sku, title, quantity, unitPrice, total } = line;
    if (quantity === 0) return [];
    const amount = due.lines[index] ?? total.amount;
    const named = plain(title, 200);
    return [
      {
        ...{ id, sku, quantity, unitPrice, location: terms.location },
        total: { ...total, amount },
        ...(named !== undefined && { title: named }),
      },
    ];
  });
  const name = plain(customer.name ?? '', 200);
  return {
    orderId: terms.orderId,
    placedAt: order.placedAt,
    customer: {
      email: customer.email,
      ...(name !== undefined && { name }),
      ...(locale.safeParse(customer.locale).success && { locale: customer.locale ?? undefined }),
      marketingConsent: customer.marketingConsent,
    },
    shipTo: shipToOf(order),
    lines,
    shipping: { ...order.shipping, amount: due.shipping },
    payment: paymentOf(order, terms),
  };
};

/** As callers of the API say it. */
export const shipToOf = ({ shipTo: { country, region, postalCode } }: ShopOrder) => ({
  ...{ country, ...(region && { region }), ...(postalCode && { postalCode }) },
});

/** One line that shows something, or nothing. */
const plain = (text: string, most: number): string | undefined => {
  const line = text.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return line === '' ? undefined : [...line].slice(0, most).join('');
};

const paymentOf = (
  order: ShopOrder,
  { payment, mandate }: Terms,
): z.input<typeof checkout>['payment'] => {
  if (payment === 'none') return { terms: 'none' };
  const by = order.payment;
  if (payment === 'shop' && by.by === 'shop') {
    return { terms: 'prepaid', heldBy: 'shop', reference: by.reference };
  }
  if (payment === 'stripe' && by.by === 'stripe') {
    const { customerId, paymentIntentId } = by;
    return { terms: 'prepaid', customerId, paymentIntentId };
  }
  const { text = '', version = '' } = mandate ?? {};
  const maximum = { amount: dueOf(order), currency: order.shipping.currency };
  return { terms: 'on_shipment', ask: { mandate: { text, version, maximum } } };
};
