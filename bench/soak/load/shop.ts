import { setTimeout as sleep } from 'node:timers/promises';
import type Stripe from 'stripe';
import { checkoutBody } from '../../load/orders.ts';
import { apiKey } from '../../servers/api.ts';
import { createRandom } from '../random.ts';
import type { Client } from './client.ts';
import { type Known, neverComes, type Placed, skus } from './known.ts';
import { createUnderWay } from './under-way.ts';

export const withKey = { Authorization: `Bearer ${apiKey}` };

type Shop = { client: Client; known: Known; stripe: Stripe; seed: number; rate: number };

/**
 * Places orders at that rate a second, however long answers take, until it is told to stop.
 * Resolves when the last one is taken.
 */
export const runShop = async (shop: Shop, until: AbortSignal): Promise<void> => {
  const random = createRandom(shop.seed, 'shop');
  const payers = await createPayers(shop.stripe);
  const underWay = createUnderWay();
  for (let nth = 0; !until.aborted; nth++) {
    const fate = fateOf(random.next());
    const sku = fate === 'wait' ? neverComes : random.pick(skus);
    const order = { orderId: `S-${nth}`, units: 1 + random.below(3), sku, fate };
    underWay.add(place(shop, order, payers[nth % payers.length] ?? {}, random.next() * 10_000));
    await sleep((1_000 / shop.rate) * (0.5 + random.next()));
  }
  await underWay.end();
};

/** Most orders are shipped; some customers cancel, and some things never come. */
const fateOf = (chance: number): Placed['fate'] =>
  chance < 0.1 ? 'cancel' : chance < 0.2 ? 'wait' : 'ship';

type Payer = { customerId?: string; paymentMethodId?: string };

const place = async (
  { client, known }: Shop,
  order: Omit<Placed, 'page'>,
  payer: Payer,
  cancelsInMs: number,
): Promise<void> => {
  const { orderId, sku, units } = order;
  const body = bodyOf(checkoutBody(orderId, { sku, ...payer }), units);
  const ask = { route: 'checkout', method: 'POST', path: '/v1/backorders' } as const;
  const answer = await client.askUntil({ ...ask, sku, body, headers: withKey }, [200, 201]);
  const { links } = answer.body as { links: { status: string } };
  known.placed.set(orderId, { ...order, page: new URL(links.status).pathname });
  if (order.fate !== 'cancel') return;
  await sleep(cancelsInMs);
  await cancel({ client, known }, orderId);
};

const cancel = async (
  { client, known }: Pick<Shop, 'client' | 'known'>,
  orderId: string,
): Promise<void> => {
  const path = `/v1/backorders/${orderId}/cancel`;
  const body = { reason: 'changed my mind', by: 'customer' };
  const headers = { ...withKey, 'Idempotency-Key': `cancel-${orderId}` };
  await client.askUntil({ route: 'cancel', method: 'POST', path, body, headers }, [200]);
  known.cancelled.add(orderId);
};

const bodyOf = (body: ReturnType<typeof checkoutBody>, units: number) => ({
  ...body,
  fulfilment: 'whole-order',
  lines: body.lines.map((line) => ({ ...line, quantity: units })),
  payment: {
    ...body.payment,
    mandate: { ...body.payment.mandate, maximum: { amount: 100_000, currency: 'USD' } },
  },
});

/** Customers whose card always pays, vaulted as a storefront does it. */
const createPayers = (stripe: Stripe): Promise<Payer[]> =>
  Promise.all(
    ['ada', 'ben', 'eve'].map(async (name) => {
      const customer = await stripe.customers.create({ email: `${name}@example.org` });
      const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
      return { customerId: customer.id, paymentMethodId: card.id };
    }),
  );
