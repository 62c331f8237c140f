import assert from 'node:assert/strict';
import { eventually } from './eventually.ts';
import type { Harness } from './harness.ts';
import { ordered, oursIn, oursOf, shelfIs } from './orders.ts';

export const fills = async (shop: Harness): Promise<void> => {
  const { id, sku } = await ordered(shop, 2);
  await shop.restock(sku, 5);
  const { lines } = await oursIn(shop, id, 'ready_to_ship');
  assert.deepEqual(
    lines.map(({ allocated, waiting }) => ({ allocated, waiting })),
    [{ allocated: 2, waiting: 0 }],
  );
  await shelfIs(shop, sku, { onHand: 5, allocated: 2 });
};

export const tellsOfShipment = async (shop: Harness): Promise<void> => {
  const { id, sku } = await ordered(shop, 2);
  await shop.restock(sku, 5);
  const { orderId } = await oursIn(shop, id, 'ready_to_ship');
  shop.loseAnswers(1);
  const parcel = { shipmentId: 's-1', carrier: 'UPS', tracking: '1Z', scannedAt: new Date() };
  const { status } = await shop.call('POST', `/v1/backorders/${orderId}/shipments`, parcel);
  assert.equal(status, 201);
  await eventually(async () => assert.ok((await shop.show(id)).shipments > 0));
  await shop.pull();
  const { shipments, shipped } = await shop.show(id);
  assert.deepEqual({ shipments, shipped }, { shipments: 1, shipped: 2 });
  const { attention } = await oursOf(shop, id, ({ lines }) => assert.equal(lines[0]?.shipped, 2));
  assert.deepEqual(attention, []);
  await shelfIs(shop, sku, { onHand: 3, allocated: 0 });
};

export const countsShipment = async (shop: Harness): Promise<void> => {
  const { id, sku } = await ordered(shop, 1);
  await shop.restock(sku, 3);
  await oursIn(shop, id, 'ready_to_ship');
  await shop.deliver('twice');
  shop.loseAnswers(1);
  await shop.ship(id);
  await oursIn(shop, id, 'shipped');
  await shop.deliver('at once');
  await shop.pull();
  const { shipments, shipped } = await shop.show(id);
  assert.deepEqual({ shipments, shipped }, { shipments: 1, shipped: 1 });
  const { lines, attention } = await oursIn(shop, id, 'shipped');
  assert.equal(lines[0]?.shipped, 1);
  assert.deepEqual(attention, []);
  await shelfIs(shop, sku, { onHand: 2, allocated: 0 });
};
