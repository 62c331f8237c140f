import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answerOf, createMeanwhile, type Meanwhile } from 'meanwhile-client';
import { eventually } from 'meanwhile-contract/eventually';
import { type Admin, createAdmin } from './admin.ts';
import { createDeliveries } from './delivery.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { findFreePort, type MeanwhileStack, startMeanwhile } from './meanwhile-stack.ts';
import { fillCart, must, type PlacedOrder, pay, readAsShopper, readProduct } from './shopper.ts';
import { createStripe, type Stripe } from './stripe.ts';
import { startVendure, type VendureShop } from './vendure-shop.ts';

let stack: MeanwhileStack;
let shop: VendureShop;
let meanwhile: Meanwhile;
let stripe: Stripe;
let admin: Admin;
let ledger: Ledger;
let secret: string;

/** In the future whenever this runs: supply that is overdue has no date. */
const expectedOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

before(async () => {
  stack = await startMeanwhile();
  meanwhile = createMeanwhile({ baseUrl: stack.api, key: 'dev-key' });
  ledger = createLedger(meanwhile);
  stripe = createStripe(stack.dev);
  const port = await findFreePort();
  secret = await ledger.subscribe(port);
  shop = await startVendure(stack, { webhookSecret: secret, findCard: stripe.findCard }, port);
  admin = createAdmin(shop.admin);
});
after(async () => {
  await shop?.stop();
  await stack?.stop();
});

describe('a backorder of a Vendure shop', () => {
  it('waits, is filled by a restock, ships, and is charged once', async () => {
    const lamp = await admin.createVariant('LAMP', 1);
    await eventually(async () => assert.equal((await ledger.getSku('LAMP')).onHand, 1));
    await ledger.announce('LAMP', expectedOn);

    const placed = await placeLater(lamp, { quantity: 3, email: 'ada@example.org' });
    const { order, ask, customerId } = placed;
    assert.equal(order.state, 'PaymentAuthorized');
    const waiting = await ledger.backorderOf(order, ({ revision }) => revision > 0);
    // It ships as a whole, so the one on the shelf stays there for somebody else.
    assert.equal(waiting.lines[0]?.waiting, 3);
    assert.equal(waiting.payment.state, 'vaulted');
    await eventually(async () => {
      const { customFields } = await admin.readOrder(order);
      assert.equal(customFields.meanwhilePhase, 'awaiting_stock');
      assert.equal(customFields.meanwhilePromisedOn, expectedOn);
    });
    assert.deepEqual(await readAsShopper(ask, order), { meanwhilePromisedOn: expectedOn });

    await admin.setStock(lamp, 5);
    await ledger.backorderOf(order, ({ phase }) => phase === 'ready_to_ship');
    await eventually(async () => {
      assert.equal((await admin.readOrder(order)).customFields.meanwhilePhase, 'ready_to_ship');
    });
    await admin.ship(order, 3);
    await eventually(async () => {
      const { state, payments, customFields } = await admin.readOrder(order);
      assert.deepEqual(
        { state, payment: payments[0]?.state, phase: customFields.meanwhilePhase },
        { state: 'Shipped', payment: 'Settled', phase: 'shipped' },
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
    const { onHand, allocated } = await ledger.getSku('LAMP');
    assert.deepEqual({ onHand, allocated }, { onHand: 2, allocated: 0 });
  });

  it('does not ship before Meanwhile has its units', async () => {
    const variant = await admin.createVariant('EARLY', 0);
    const { order } = await placeLater(variant, { quantity: 1, email: 'early@example.org' });
    await ledger.backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    await assert.rejects(admin.ship(order, 1));
    assert.equal((await admin.readOrder(order)).state, 'PaymentAuthorized');
  });

  it('is cancelled there when the shop cancels it here', async () => {
    const variant = await admin.createVariant('HERE', 0);
    const { order } = await placeLater(variant, { quantity: 2, email: 'here@example.org' });
    await ledger.backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    await admin.cancel(order);
    const { cancellation } = await ledger.backorderOf(order, ({ phase }) => phase === 'cancelled');
    assert.equal(cancellation?.by, 'shop');
    await eventually(async () => {
      assert.equal((await admin.readOrder(order)).payments[0]?.state, 'Cancelled');
    });
  });

  it('tells the shop’s people why it cannot be kept', async () => {
    const sku = 'S'.repeat(65);
    const variant = await admin.createVariant(sku, 0);
    const { order } = await placeLater(variant, { quantity: 1, email: 'note@example.org' });
    await eventually(async () => {
      const { history } = await admin.readOrder(order);
      const notes = history.items.flatMap(({ data }) => data.note ?? []);
      assert.equal(notes.length, 1);
      assert.match(notes[0] ?? '', /invalid_request[\s\S]*sku/);
    });
    await assert.rejects(admin.ship(order, 1));
  });

  it('is not modified in the shop while it waits', async () => {
    const variant = await admin.createVariant('MODIFY', 0);
    const { order } = await placeLater(variant, { quantity: 1, email: 'modify@example.org' });
    const modify = must(
      shop.admin,
      `mutation ($id: ID!) {
        it: transitionOrderToState(id: $id, state: "Modifying") {
          __typename ... on Order { id } ... on OrderStateTransitionError { message transitionError }
        }
      }`,
      { id: order.id },
    );
    await assert.rejects(modify, /Meanwhile keeps this order/);
  });

  it('is cancelled here when Meanwhile cancels it, and its units are free again', async () => {
    const variant = await admin.createVariant('THERE', 1);
    const { order } = await placeLater(variant, { quantity: 2, email: 'there@example.org' });
    const { orderId } = await ledger.backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    await answerOf(
      meanwhile.POST('/v1/backorders/{orderId}/cancel', {
        params: { path: { orderId } },
        body: { by: 'customer', reason: 'changed their mind' },
      }),
    );
    await eventually(async () => {
      const { state, payments } = await admin.readOrder(order);
      assert.deepEqual([state, payments[0]?.state], ['Cancelled', 'Cancelled']);
    });
    const { onHand, allocated } = await ledger.getSku('THERE');
    assert.deepEqual({ onHand, allocated }, { onHand: 1, allocated: 0 });
    assert.deepEqual(await admin.readLevel(variant), { stockOnHand: 1, stockAllocated: 0 });
  });

  it('arrives once though the API is killed between the commit and the call', async () => {
    const variant = await admin.createVariant('CRASH', 0);
    await eventually(async () => assert.equal((await ledger.getSku('CRASH')).onHand, 0));
    const order = await placeWhileAway(variant, 'crash@example.org');
    await ledger.backorderOf(order, ({ phase }) => phase === 'awaiting_stock');
    assert.deepEqual(await ledger.listOrderIds('CRASH'), [`vendure:${order.code}`]);
  });

  it('asks for a card on Meanwhile’s page when the checkout has none', async () => {
    const variant = await admin.createVariant('ASK', 0);
    const ask = shop.openShop();
    await fillCart(ask, { variantId: variant, quantity: 1, email: 'ask@example.org' });
    const metadata = { ask: true, mandateVersion: '1' };
    const order = await pay(ask, { method: 'later', metadata });
    const { payment } = await ledger.backorderOf(order, () => true);
    assert.equal(payment.state, 'asked');
    await eventually(async () => {
      const { customFields } = await admin.readOrder(order);
      assert.match(customFields.meanwhileStatusUrl ?? '', /\/b\/\w+/);
    });
  });

  it('is not placed with a card of somebody else, nor with an old mandate', async () => {
    const variant = await admin.createVariant('THEFT', 0);
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
    const variant = await admin.createVariant('SHELF', 4);
    await eventually(async () => assert.equal((await ledger.getSku('SHELF')).onHand, 4));
    const ask = shop.openShop();
    await fillCart(ask, { variantId: variant, quantity: 3, email: 'now@example.org' });
    const order = await pay(ask, { method: 'now', metadata: {} });
    assert.equal(order.state, 'PaymentSettled');
    await eventually(async () => assert.equal((await ledger.getSku('SHELF')).onHand, 1));
    await admin.ship(order, 3);
    await admin.setStock(variant, 5);
    await eventually(async () => assert.equal((await ledger.getSku('SHELF')).onHand, 5));
    const { response } = await meanwhile.GET('/v1/backorders/{orderId}', {
      params: { path: { orderId: `vendure:${order.code}` } },
    });
    assert.equal(response.status, 404);
  });

  it('is shown to shoppers, and the page goes on without it while Meanwhile is away', async () => {
    const variant = await admin.createVariant('PAGE', 0);
    await eventually(async () => assert.equal((await ledger.getSku('PAGE')).onHand, 0));
    await ledger.announce('PAGE', expectedOn);
    await eventually(async () => {
      const shown = (await readProduct(shop.openShop(), variant)).meanwhileAvailability;
      assert.deepEqual([shown?.state, shown?.shipsOn], ['backorder', expectedOn]);
    });
    await stack.killApi();
    assert.equal((await readProduct(shop.openShop(), variant)).meanwhileAvailability, null);
    await eventually(async () => assert.equal((await ledger.getSku('PAGE')).onHand, 0));
  });
});

describe('a delivery', () => {
  it('is taken when it is signed, whatever it is about', async () => {
    const { deliver } = createDeliveries({ origin: shop.origin, secret });
    assert.equal(await deliver('vendure:NONE'), 204);
  });
});

const placeLater = async (variantId: string, cart: { quantity: number; email: string }) => {
  const ask = shop.openShop();
  const code = await fillCart(ask, { variantId, ...cart });
  const setupIntentId = await stripe.saveCard(code, cart.email);
  const metadata = { setupIntentId, mandateVersion: '1' };
  const order = await pay(ask, { method: 'later', metadata });
  return { order, ask, customerId: await stripe.customerOf(setupIntentId) };
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

const listMails = async (to: string): Promise<string[]> => {
  const response = await fetch(`${stack.dev}/inbox.json?to=${encodeURIComponent(to)}`);
  const mails = (await response.json()) as { tags: { name: string; value: string }[] }[];
  return mails
    .flatMap(({ tags }) => tags.filter(({ name }) => name === 'kind'))
    .map((tag) => tag.value);
};
