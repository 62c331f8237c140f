import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf, type Backorder, createMeanwhile, type Meanwhile } from 'meanwhile-client';
import { Webhook } from 'standardwebhooks';
import { findFreePort, type MeanwhileStack, startMeanwhile } from './meanwhile-stack.ts';
import { fillCart, must, type PlacedOrder, pay } from './shopper.ts';
import { createStripe, type Stripe } from './stripe.ts';
import { startVendure, type VendureShop } from './vendure-shop.ts';

/** Only what fails waits so long. */
const patienceMs = 60_000;

let stack: MeanwhileStack;
let shop: VendureShop;
let meanwhile: Meanwhile;
let stripe: Stripe;
let secret: string;

before(async () => {
  stack = await startMeanwhile();
  meanwhile = createMeanwhile({ baseUrl: stack.api, key: 'dev-key' });
  stripe = createStripe(stack.dev);
  const port = await findFreePort();
  secret = await subscribe(port);
  shop = await startVendure(stack, { webhookSecret: secret, findCard: stripe.findCard }, port);
});
after(async () => {
  await shop?.stop();
  await stack?.stop();
});

describe('a backorder of a Vendure shop', () => {
  it('waits, is filled by a restock, ships, and is charged once', async () => {
    const lamp = await createVariant('LAMP', 1);
    await eventually(async () => assert.equal((await getSku('LAMP')).onHand, 1));
    await announce('LAMP', '2027-03-01');

    const { order, customerId } = await placeLater(lamp, { quantity: 3, email: 'ada@example.org' });
    assert.equal(order.state, 'PaymentAuthorized');
    const waiting = await backorderOf(order, ({ revision }) => revision > 0);
    // It ships as a whole, so the one on the shelf stays there for somebody else.
    assert.equal(waiting.lines[0]?.waiting, 3);
    assert.equal(waiting.payment.state, 'vaulted');
    await eventually(async () => {
      const { customFields } = await readOrder(order);
      assert.equal(customFields.meanwhilePhase, 'awaiting_stock');
      assert.equal(customFields.meanwhilePromisedOn, '2027-03-01');
    });

    await setStock(lamp, 5);
    await backorderOf(order, ({ phase }) => phase === 'ready_to_ship');
    await eventually(async () => {
      assert.equal((await readOrder(order)).customFields.meanwhilePhase, 'ready_to_ship');
    });
    await ship(order, 3);
    await eventually(async () => {
      const { state, payments, customFields } = await readOrder(order);
      assert.deepEqual(
        { state, payments, phase: customFields.meanwhilePhase },
        { state: 'Shipped', payments: [{ state: 'Settled' }], phase: 'shipped' },
      );
    });
    const charges = await stripe.listCharges(customerId);
    assert.deepEqual(
      charges.map(({ amount, status }) => ({ amount, status })),
      [{ amount: 3 * 15_480 + 900, status: 'succeeded' }],
    );
    await eventually(async () => {
      assert.ok((await listMails('ada@example.org')).some((kind) => kind === 'shipped'));
    });
    const { onHand, allocated } = await getSku('LAMP');
    assert.deepEqual({ onHand, allocated }, { onHand: 2, allocated: 0 });
  });

  it('does not ship before Meanwhile has its units', async () => {
    const variant = await createVariant('EARLY', 0);
    const { order } = await placeLater(variant, { quantity: 1, email: 'early@example.org' });
    await backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    await assert.rejects(ship(order, 1));
    assert.equal((await readOrder(order)).state, 'PaymentAuthorized');
  });

  it('is cancelled there when the shop cancels it here', async () => {
    const variant = await createVariant('HERE', 0);
    const { order } = await placeLater(variant, { quantity: 2, email: 'here@example.org' });
    await backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    await must(
      shop.admin,
      `mutation ($id: ID!) {
        it: cancelOrder(input: { orderId: $id, reason: "sold out", cancelShipping: true }) {
          __typename ... on Order { id state } ... on ErrorResult { message }
        }
      }`,
      { id: order.id },
    );
    const { cancellation } = await backorderOf(order, ({ phase }) => phase === 'cancelled');
    assert.equal(cancellation?.by, 'shop');
    await eventually(async () => {
      assert.deepEqual((await readOrder(order)).payments, [{ state: 'Cancelled' }]);
    });
  });

  it('is cancelled here when Meanwhile cancels it, and its units are free again', async () => {
    const variant = await createVariant('THERE', 1);
    const { order } = await placeLater(variant, { quantity: 2, email: 'there@example.org' });
    const { orderId } = await backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    await answerOf(
      meanwhile.POST('/v1/backorders/{orderId}/cancel', {
        params: { path: { orderId } },
        body: { by: 'customer', reason: 'changed their mind' },
      }),
    );
    await eventually(async () => {
      const { state, payments } = await readOrder(order);
      assert.deepEqual(
        { state, payments },
        { state: 'Cancelled', payments: [{ state: 'Cancelled' }] },
      );
    });
    const { onHand, allocated } = await getSku('THERE');
    assert.deepEqual({ onHand, allocated }, { onHand: 1, allocated: 0 });
    assert.deepEqual(await readLevel(variant), { stockOnHand: 1, stockAllocated: 0 });
  });

  it('arrives once though the API is killed between the commit and the call', async () => {
    const variant = await createVariant('CRASH', 0);
    await eventually(async () => assert.equal((await getSku('CRASH')).onHand, 0));
    const order = await placeWhileAway(variant, 'crash@example.org');
    await backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    assert.deepEqual(await listOrderIds('CRASH'), [`vendure:${order.code}`]);
  });

  it('arrives once though its job is lost besides', async () => {
    const variant = await createVariant('LOST', 0);
    await eventually(async () => assert.equal((await getSku('LOST')).onHand, 0));
    const order = await placeWhileAway(variant, 'lost@example.org');
    await shop.loseJobs();
    await runPull();
    await backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    assert.deepEqual(await listOrderIds('LOST'), [`vendure:${order.code}`]);
  });

  it('asks for a card on Meanwhile’s page when the checkout has none', async () => {
    const variant = await createVariant('ASK', 0);
    const ask = shop.openShop();
    await fillCart(ask, { variantId: variant, quantity: 1, email: 'ask@example.org' });
    const metadata = { ask: true, mandateVersion: '1' };
    const order = await pay(ask, { method: 'later', metadata });
    const { payment } = await backorderOf(order, () => true);
    assert.equal(payment.state, 'asked');
    await eventually(async () => {
      const { customFields } = await readOrder(order);
      assert.match(customFields.meanwhileStatusUrl ?? '', /\/b\/\w+/);
    });
  });

  it('is not placed with a card of somebody else, nor with an old mandate', async () => {
    const variant = await createVariant('THEFT', 0);
    const ask = shop.openShop();
    await fillCart(ask, { variantId: variant, quantity: 1, email: 'theft@example.org' });
    const setupIntentId = await stripe.saveCard('ANOTHER', 'other@example.org');
    const method = 'later';
    await assert.rejects(pay(ask, { method, metadata: { setupIntentId, mandateVersion: '1' } }));
    await assert.rejects(pay(ask, { method, metadata: { ask: true, mandateVersion: '0' } }));
  });
});

describe('the shelf', () => {
  it('loses what other orders buy, and has it again when they are cancelled', async () => {
    const variant = await createVariant('SHELF', 4);
    await eventually(async () => assert.equal((await getSku('SHELF')).onHand, 4));
    const ask = shop.openShop();
    await fillCart(ask, { variantId: variant, quantity: 3, email: 'now@example.org' });
    const order = await pay(ask, { method: 'now', metadata: {} });
    assert.equal(order.state, 'PaymentSettled');
    await eventually(async () => assert.equal((await getSku('SHELF')).onHand, 1));
    await ship(order, 3);
    await setStock(variant, 5);
    await eventually(async () => assert.equal((await getSku('SHELF')).onHand, 5));
    const { response } = await meanwhile.GET('/v1/backorders/{orderId}', {
      params: { path: { orderId: `vendure:${order.code}` } },
    });
    assert.equal(response.status, 404);
  });

  it('is shown to shoppers, and the page goes on without it while Meanwhile is away', async () => {
    const variant = await createVariant('PAGE', 0);
    await eventually(async () => assert.equal((await getSku('PAGE')).onHand, 0));
    await announce('PAGE', '2027-04-05');
    await eventually(async () => {
      const shown = (await readProduct(variant)).meanwhileAvailability;
      assert.deepEqual([shown?.state, shown?.shipsOn], ['backorder', '2027-04-05']);
    });
    await stack.killApi();
    assert.equal((await readProduct(variant)).meanwhileAvailability, null);
    await eventually(async () => assert.equal((await getSku('PAGE')).onHand, 0));
  });
});

describe('a delivery', () => {
  const deliver = (headers: Record<string, string>, body: string) =>
    fetch(`${shop.origin}/meanwhile/webhooks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
  const body = JSON.stringify({ type: 'backorder.shipped', data: { orderId: 'vendure:NONE' } });
  const sign = (key: string, at: Date) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign('msg_1', at, body),
  });

  it('is taken when it is signed, whatever it is about', async () => {
    assert.equal((await deliver(sign(secret, new Date()), body)).status, 204);
  });

  it('is refused when it is forged, changed, old or not signed', async () => {
    const old = new Date(Date.now() - 3_600_000);
    const forged = 'whsec_Zm9yZ2VkZm9yZ2VkZm9yZ2Vk';
    assert.equal((await deliver(sign(forged, new Date()), body)).status, 401);
    assert.equal((await deliver(sign(secret, new Date()), `${body} `)).status, 401);
    assert.equal((await deliver(sign(secret, old), body)).status, 401);
    assert.equal((await deliver({}, body)).status, 401);
  });
});

const eventually = async (check: () => Promise<void>): Promise<void> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(250);
    }
  }
};

/** Meanwhile tells the shop of its orders from now on; returns what the deliveries are signed with. */
const subscribe = async (port: number): Promise<string> => {
  const { secret } = await answerOf(
    meanwhile.PUT('/v1/webhook-endpoints/{id}', {
      params: { path: { id: 'vendure' } },
      body: {
        url: `http://127.0.0.1:${port}/meanwhile/webhooks`,
        events: [
          'backorder.placed',
          'backorder.promise_changed',
          'backorder.ready_to_ship',
          'backorder.shipped',
          'backorder.cancelled',
          'backorder.attention',
        ],
      },
    }),
  );
  return secret ?? assert.fail('There is no secret');
};

const createVariant = async (sku: string, stockOnHand: number): Promise<string> => {
  const { it } = await shop.admin<{ it: { id: string } }>(
    `mutation ($input: CreateProductInput!) { it: createProduct(input: $input) { id } }`,
    { input: { translations: [{ languageCode: 'en', name: sku, slug: sku, description: '' }] } },
  );
  const created = await shop.admin<{ it: { id: string }[] }>(
    `mutation ($input: [CreateProductVariantInput!]!) {
      it: createProductVariants(input: $input) { id }
    }`,
    {
      input: [
        {
          ...{ productId: it.id, sku, price: 12_900, stockOnHand, trackInventory: 'TRUE' },
          ...{ useGlobalOutOfStockThreshold: false, outOfStockThreshold: -100 },
          translations: [{ languageCode: 'en', name: `A ${sku.toLowerCase()}` }],
        },
      ],
    },
  );
  await runPull();
  return created.it[0]?.id ?? '';
};

const runPull = () =>
  shop.admin('mutation { it: runScheduledTask(id: "meanwhile-pull") { success } }');

const setStock = (id: string, stockOnHand: number) =>
  shop.admin(
    `mutation ($input: [UpdateProductVariantInput!]!) {
      updateProductVariants(input: $input) { id }
    }`,
    { input: [{ id, stockOnHand }] },
  );

const readLevel = async (id: string) => {
  const { it } = await shop.admin<{ it: { stockLevels: unknown[] } }>(
    `query ($id: ID!) {
      it: productVariant(id: $id) { stockLevels { stockOnHand stockAllocated } }
    }`,
    { id },
  );
  return it.stockLevels[0];
};

const announce = (sku: string, expectedOn: string) =>
  answerOf(
    meanwhile.PUT('/v1/supplies/{supplyId}', {
      params: { path: { supplyId: `po-${sku}` } },
      body: { sku, quantity: 40, expectedOn, basis: 'the workshop' },
    }),
  );

const placeLater = async (variantId: string, cart: { quantity: number; email: string }) => {
  const ask = shop.openShop();
  const code = await fillCart(ask, { variantId, ...cart });
  const setupIntentId = await stripe.saveCard(code, cart.email);
  const metadata = { setupIntentId, mandateVersion: '1' };
  const order = await pay(ask, { method: 'later', metadata });
  return { order, customerId: await stripe.customerOf(setupIntentId) };
};

const placeWhileAway = async (variantId: string, email: string): Promise<PlacedOrder> => {
  const ask = shop.openShop();
  const code = await fillCart(ask, { variantId, quantity: 2, email });
  const setupIntentId = await stripe.saveCard(code, email);
  await stack.killApi();
  const order = await pay(ask, {
    method: 'later',
    metadata: { setupIntentId, mandateVersion: '1' },
  });
  assert.equal(order.state, 'PaymentAuthorized');
  return order;
};

const listOrderIds = async (sku: string): Promise<string[]> => {
  const query = { sku };
  const { data } = await answerOf(meanwhile.GET('/v1/backorders', { params: { query } }));
  return data.map(({ orderId }) => orderId);
};

const getSku = (sku: string) =>
  answerOf(meanwhile.GET('/v1/skus/{sku}', { params: { path: { sku } } }));

const backorderOf = async (
  { code }: PlacedOrder,
  isSo: (backorder: Backorder) => boolean,
): Promise<Backorder> => {
  const path = { orderId: `vendure:${code}` };
  let found: Backorder | undefined;
  await eventually(async () => {
    found = await answerOf(meanwhile.GET('/v1/backorders/{orderId}', { params: { path } }));
    assert.ok(isSo(found), JSON.stringify(found));
  });
  return found as unknown as Backorder;
};

type ReadOrder = {
  state: string;
  payments: { state: string }[];
  lines: { id: string }[];
  customFields: Record<string, string | null>;
};

const readOrder = async ({ id }: PlacedOrder): Promise<ReadOrder> => {
  const { it } = await shop.admin<{ it: ReadOrder }>(
    `query ($id: ID!) {
      it: order(id: $id) {
        state payments { state } lines { id }
        customFields { meanwhilePhase meanwhilePromisedOn meanwhileStatusUrl }
      }
    }`,
    { id },
  );
  return it;
};

const ship = async (order: PlacedOrder, quantity: number): Promise<void> => {
  const { lines } = await readOrder(order);
  const { id } = await must<{ id: string }>(
    shop.admin,
    `mutation ($input: FulfillOrderInput!) {
      it: addFulfillmentToOrder(input: $input) {
        __typename ... on Fulfillment { id } ... on ErrorResult { message }
        ... on FulfillmentStateTransitionError { transitionError }
      }
    }`,
    {
      input: {
        lines: [{ orderLineId: lines[0]?.id, quantity }],
        handler: {
          code: 'manual-fulfillment',
          arguments: [
            { name: 'method', value: 'UPS' },
            { name: 'trackingCode', value: '1Z999' },
          ],
        },
      },
    },
  );
  await must(
    shop.admin,
    `mutation ($id: ID!) {
      it: transitionFulfillmentToState(id: $id, state: "Shipped") {
        __typename ... on Fulfillment { id } ... on ErrorResult { message }
        ... on FulfillmentStateTransitionError { transitionError }
      }
    }`,
    { id },
  );
};

type Shown = { meanwhileAvailability: { state: string; shipsOn: string | null } | null };

const readProduct = async (variantId: string): Promise<Shown> => {
  const { it } = await shop.openShop()<{
    it: { items: { variants: ({ id: string } & Shown)[] }[] };
  }>(
    `{
      it: products(options: { take: 100 }) {
        items { variants { id meanwhileAvailability { state shipsOn text } } }
      }
    }`,
  );
  const found = it.items.flatMap(({ variants }) => variants).find(({ id }) => id === variantId);
  if (!found) throw new Error(`There is no variant ${variantId}`);
  return found;
};

const listMails = async (to: string): Promise<string[]> => {
  const response = await fetch(`${stack.dev}/inbox.json?to=${encodeURIComponent(to)}`);
  const mails = (await response.json()) as { tags: { name: string; value: string }[] }[];
  return mails
    .flatMap(({ tags }) => tags.filter(({ name }) => name === 'kind'))
    .map((tag) => tag.value);
};
