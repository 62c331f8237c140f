import assert from 'node:assert/strict';
import { eventually } from './eventually.ts';
import type { Harness } from './harness.ts';
import { ordered, oursIn, oursOf, shelfIs } from './orders.ts';

export const followsUnits = async (shop: Harness): Promise<void> => {
  const { id } = await ordered(shop, 3);
  await shop.edit(id, 0, 1);
  const { lines } = await oursOf(shop, id, (ours) => assert.equal(ours.lines[0]?.cancelled, 2));
  assert.equal(lines[0]?.waiting, 1);
};

export const followsCancellation = async (shop: Harness): Promise<void> => {
  const { id } = await ordered(shop, 1);
  await shop.cancel(id, { refund: true });
  const { phase, attention } = await oursOf(shop, id, ({ payment }) =>
    assert.equal(payment.refunded.amount, shop.totalOf(1)),
  );
  assert.deepEqual({ phase, attention }, { phase: 'cancelled', attention: [] });
};

export const asksForRefund = async (shop: Harness): Promise<void> => {
  const { id } = await ordered(shop, 1);
  await shop.cancel(id, { refund: false });
  await oursOf(shop, id, ({ attention }) => assert.ok(attention.length > 0));
  await shop.pull();
  const { attention } = await oursIn(shop, id, 'cancelled');
  assert.deepEqual(
    attention.map(({ code, amount }) => ({ code, amount: amount?.amount })),
    [{ code: 'refund_wanted', amount: shop.totalOf(1) }],
  );
  assert.equal((await shop.show(id)).refunded, 0);
};

export const hasShopCancel = async (shop: Harness): Promise<void> => {
  const { id, sku } = await ordered(shop, 2);
  await shop.deliver('twice');
  shop.loseAnswers(1);
  await cancelHere(shop, id);
  await eventually(async () => assert.equal((await shop.show(id)).standing, 'cancelled'));
  await shop.deliver('at once');
  await shop.pull();
  const { lines } = await oursIn(shop, id, 'cancelled');
  assert.equal(lines[0]?.cancelled, 2);
  // Units that were never there do not come back, let alone twice.
  await shelfIs(shop, sku, { onHand: 0, allocated: 0 });
};

export const hasShopGiveBack = async (shop: Harness): Promise<void> => {
  const { id } = await ordered(shop, 1);
  shop.loseAnswers(2);
  await cancelHere(shop, id);
  await eventually(async () => assert.ok((await shop.show(id)).refunded > 0));
  await eventually(async () => {
    await shop.pull();
    const ours = await shop.findOurs(id);
    assert.equal(ours?.payment.refunded.amount, shop.totalOf(1));
  });
  const { standing, refunded } = await shop.show(id);
  assert.deepEqual({ standing, refunded }, { standing: 'cancelled', refunded: shop.totalOf(1) });
  const { attention } = await oursIn(shop, id, 'cancelled');
  assert.deepEqual(attention, []);
};

const cancelHere = async (shop: Harness, id: string): Promise<void> => {
  const { orderId } = await oursOf(shop, id);
  const body = { reason: 'changed their mind', by: 'customer' };
  const { status } = await shop.call('POST', `/v1/backorders/${orderId}/cancel`, body);
  assert.ok(status < 300, `cancelling was answered with ${status}`);
};
