import { z } from 'zod';
import { answerOf, type components, type Meanwhile } from '../../plugins/client/client.ts';
import { currency, products, shippingFee } from './catalog.ts';
import { type Till, testCards } from './stripe.ts';

/** Where the demo delivers. The zone is the customer's own: mails and dates follow it. */
export const places = {
  'new-york': { label: 'New York', country: 'US', region: 'NY', timeZone: 'America/New_York' },
  'los-angeles': {
    label: 'Los Angeles',
    country: 'US',
    region: 'CA',
    timeZone: 'America/Los_Angeles',
  },
  london: { label: 'London', country: 'GB', timeZone: 'Europe/London' },
  berlin: { label: 'Berlin', country: 'DE', timeZone: 'Europe/Berlin' },
  tokyo: { label: 'Tokyo', country: 'JP', timeZone: 'Asia/Tokyo' },
  sydney: { label: 'Sydney', country: 'AU', region: 'NSW', timeZone: 'Australia/Sydney' },
} as const;

/** In which the customer is spoken to. */
export const locales = {
  'en-US': 'English',
  'de-DE': 'Deutsch',
  'fr-FR': 'Français',
  'es-ES': 'Español',
} as const;

export const fulfilments = {
  'whole-order': 'All together',
  'whole-line': 'Item by item',
  'ship-available': 'Whatever is ready, right away',
} as const;

export const paymentTerms = {
  on_shipment: 'When it ships',
  deposit: '20% now, the rest when it ships',
  prepaid: 'In full now',
  ask: 'Later: ask me for a card by email',
  held: 'In full now, and the shop keeps the money itself',
  none: 'Nothing: it is a gift',
} as const;

type Checkout = components['schemas']['Checkout'];

const keysOf = <Key extends string>(choices: Record<Key, unknown>) =>
  z.enum(Object.keys(choices) as [Key, ...Key[]]);

const count = z.coerce.number().int().min(0).max(100_000);

/** The form as it comes; what the API checks is left to the API. */
const form = z.object({
  orderId: z.string(),
  email: z.string(),
  name: z.string(),
  place: keysOf(places),
  fulfilment: keysOf(fulfilments),
  promisedOn: z.string().default(''),
  locale: keysOf(locales).default('en-US'),
  consent: z.literal('yes').optional(),
  card: keysOf(testCards),
  terms: keysOf(paymentTerms).default('on_shipment'),
  quantities: z.record(z.string(), count),
});

export type CheckoutForm = z.output<typeof form>;

/** Throws a ZodError for a form that the page cannot have sent. */
export const readForm = (fields: Record<string, unknown>): CheckoutForm => {
  const quantities = Object.fromEntries(
    products.map(({ sku }) => [sku, fields[`quantity-${sku}`] || 0]),
  );
  return form.parse({ ...fields, quantities });
};

/**
 * Takes an order: saves the card at Stripe, captures what is paid at once, then hands the backorder
 * over. The id is the shop's own, and a repetition sends the very same body, so that it stays one
 * order.
 */
export const createCheckout = ({ api, till }: { api: Meanwhile; till: Till }) => {
  const bodies = new Map<string, Checkout>();
  return async (order: CheckoutForm): Promise<void> => {
    const body = bodies.get(order.orderId) ?? (await bodyOf(order, till));
    bodies.set(order.orderId, body);
    await answerOf(api.POST('/v1/backorders', { body }));
  };
};

const bodyOf = async (order: CheckoutForm, till: Till): Promise<Checkout> => {
  const { label, timeZone, ...shipTo } = places[order.place];
  const isGift = order.terms === 'none';
  const shipping = isGift ? 0 : shippingFee;
  const lines = products
    .map(({ sku, price }) => ({
      sku,
      quantity: order.quantities[sku] ?? 0,
      unitPrice: { amount: isGift ? 0 : price, currency },
    }))
    .filter(({ quantity }) => quantity > 0);
  const total = lines.reduce(
    (sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amount,
    shipping,
  );
  return {
    orderId: order.orderId,
    customer: {
      email: order.email,
      name: order.name || undefined,
      locale: order.locale,
      timeZone,
      marketingConsent: order.consent === 'yes',
    },
    shipTo,
    lines,
    shipping: { amount: shipping, currency },
    // Without one it is the date of the projection, which the shop shows too.
    promise: order.promisedOn
      ? { on: order.promisedOn, basis: `the shop's own estimate for ${label}` }
      : undefined,
    fulfilment: order.fulfilment,
    payment: await payFor(order, { total, till }),
  };
};

/** What is handed over is ids and, where money is left to charge, what the customer agreed to. */
const payFor = async (
  order: CheckoutForm,
  { total, till }: { total: number; till: Till },
): Promise<Checkout['payment']> => {
  const { orderId, terms } = order;
  if (terms === 'none') return { terms };
  if (terms === 'held') {
    return { terms: 'prepaid', heldBy: 'shop', reference: `till receipt of ${orderId}` };
  }
  if (terms === 'ask') return { terms: 'on_shipment', ask: { mandate: mandateUpTo(total) } };
  const card = await till.saveCard(order);
  const take = (amount: number) => till.take({ orderId, amount, currency }, card);
  if (terms === 'prepaid') {
    return { terms, customerId: card.customerId, paymentIntentId: await take(total) };
  }
  const part = terms === 'deposit' ? Math.floor(total / 5) : 0;
  return {
    terms,
    ...card,
    mandate: { ...mandateUpTo(total - part), acceptedAt: new Date().toISOString() },
    ...(terms === 'deposit' && {
      deposit: { amount: { amount: part, currency }, paymentIntentId: await take(part) },
    }),
  };
};

/** Never more than this, and only when it ships. */
const mandateUpTo = (amount: number) => ({
  text: 'Charge my card when the order ships, and never more than the total shown.',
  version: '1',
  maximum: { amount, currency },
});
