import assert from 'node:assert/strict';
import type { Harness } from './harness.ts';
import { isTaken, nextSku, offered, oursOf } from './orders.ts';

export const takesOnce = async (shop: Harness): Promise<void> => {
  const sku = await offered(shop);
  await shop.deliver('twice');
  shop.loseAnswers(1);
  const id = await shop.place({ lines: [{ sku, quantity: 2 }] });
  const { payment, lines } = await oursOf(shop, id);
  await shop.deliver('backwards');
  const other = await shop.place({ lines: [{ sku, quantity: 1 }] });
  await shop.deliver('at once');
  await oursOf(shop, other);
  await shop.pull();
  const listed = await shop.call<{ data: object[] }>('GET', `/v1/backorders?sku=${sku}`);
  assert.equal(listed.body.data.length, 2);
  const { terms, heldBy, captured } = payment;
  assert.deepEqual(
    { terms, heldBy, captured: captured.amount },
    { terms: 'prepaid', heldBy: 'shop', captured: shop.totalOf(2) },
  );
  assert.deepEqual(
    lines.map(({ quantity, waiting }) => ({ quantity, waiting })),
    [{ quantity: 2, waiting: 2 }],
  );
};

export const findsLost = async (shop: Harness): Promise<void> => {
  const sku = await offered(shop);
  await shop.deliver('never');
  const id = await shop.place({ lines: [{ sku, quantity: 1 }] });
  await shop.pull();
  await oursOf(shop, id);
  await shop.deliver('at once');
};

export const leavesUnpaid = async (shop: Harness): Promise<void> => {
  const sku = await offered(shop);
  const lines = [{ sku, quantity: 1 }];
  const left = await shop.place({ lines, standing: 'unpaid' });
  const waiting = await shop.place({ lines, standing: 'awaiting_payment' });
  await shop.pull();
  assert.deepEqual([await isTaken(shop, left), await isTaken(shop, waiting)], [false, false]);
  await shop.pay(waiting);
  await oursOf(shop, waiting);
};

export const leavesInStock = async (shop: Harness): Promise<void> => {
  const sku = await offered(shop, 9);
  const id = await shop.place({ lines: [{ sku, quantity: 1 }], inStock: true });
  await shop.pull();
  assert.equal(await isTaken(shop, id), false);
};

export const leavesForeign = async (shop: Harness): Promise<void> => {
  const sku = nextSku();
  await shop.stockUncounted(sku);
  const id = await shop.place({ lines: [{ sku, quantity: 2 }] });
  await shop.pull();
  assert.equal(await isTaken(shop, id), false);
};

/** What was lost and is forged now would show at once if it were believed. */
export const believesNoForger = async (shop: Harness): Promise<void> => {
  const sku = await offered(shop);
  await shop.deliver('never');
  const id = await shop.place({ lines: [{ sku, quantity: 1 }] });
  const statuses = await shop.forge(id);
  assert.ok(statuses.length >= 3);
  assert.deepEqual(
    statuses,
    statuses.map(() => 401),
  );
  assert.equal(await isTaken(shop, id), false);
  await shop.deliver('at once');
};
