import type { Answer, System } from '../system/system.ts';
import { checkoutBody, type Wish } from './story.ts';

type Body = Awaited<ReturnType<typeof checkoutBody>>;

const place = async (
  system: System,
  wish: Wish,
  change: (body: Body) => object,
): Promise<Answer> => {
  const body = await checkoutBody(system, wish);
  return system.call('POST', '/v1/backorders', { ...body, ...change(body) });
};

/** What the customer of such an order is asked to agree to. */
export const askedText = 'Charge my card when the order ships, and not before.';

/** A storefront that can take no card: its customer is asked for one, and for consent. */
export const checkoutAsking = (system: System, wish: Wish): Promise<Answer> =>
  place(system, wish, ({ payment: { mandate } }) => ({
    payment: {
      terms: 'on_shipment',
      ask: { mandate: { text: askedText, version: '7', maximum: mandate.maximum } },
    },
  }));

/** A storefront that has taken the whole payment itself. */
export const checkoutHeld = (system: System, wish: Wish): Promise<Answer> =>
  place(system, wish, ({ orderId }) => ({
    payment: { terms: 'prepaid', heldBy: 'shop', reference: `store payment ${orderId}` },
  }));

/** A gift: it costs nothing. */
export const checkoutFree = (
  system: System,
  wish: Wish,
  payment: object = { terms: 'none' },
): Promise<Answer> =>
  place(system, wish, ({ lines }) => ({
    lines: lines.map((line) => ({ ...line, unitPrice: { amount: 0, currency: 'USD' } })),
    shipping: undefined,
    payment,
  }));
