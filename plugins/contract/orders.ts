import assert from 'node:assert/strict';
import { eventually } from './eventually.ts';
import type { Harness, Ours } from './harness.ts';

let count = 0;

export const nextSku = (): string => `LAMP-${++count}`;

/** A product of its own that may be backordered, with nothing on the shelf unless told otherwise. */
export const offered = async (shop: Harness, available = 0): Promise<string> => {
  const sku = nextSku();
  await shop.call('PUT', `/v1/products/${sku}`, { title: 'A lamp' });
  await shop.stock(sku, available);
  return sku;
};

/** An order that waits here for all of its units. */
export const ordered = async (
  shop: Harness,
  quantity: number,
): Promise<{ id: string; sku: string }> => {
  const sku = await offered(shop);
  const id = await shop.place({ lines: [{ sku, quantity }] });
  await oursOf(shop, id);
  return { id, sku };
};

export const isTaken = async (shop: Harness, id: string): Promise<boolean> =>
  (await shop.findOurs(id)) !== undefined;

/** Ours of that order, once it is here and what it says holds. */
export const oursOf = async (
  shop: Harness,
  id: string,
  check: (ours: Ours) => void = () => {},
): Promise<Ours> => {
  let found: Ours | undefined;
  await eventually(async () => {
    found = await shop.findOurs(id);
    assert.ok(found, `Order ${id} is not here`);
    check(found);
  });
  return found as unknown as Ours;
};

/** Ours in that phase. */
export const oursIn = (shop: Harness, id: string, phase: string): Promise<Ours> =>
  oursOf(shop, id, (ours) => assert.equal(ours.phase, phase));

/** What of an item lies on the shelf here, once that is so. */
export const shelfIs = (
  shop: Harness,
  sku: string,
  shelf: { onHand: number; allocated: number },
): Promise<void> =>
  eventually(async () => {
    const { body } = await shop.call<typeof shelf>('GET', `/v1/skus/${sku}?location=main`);
    const { onHand, allocated } = body;
    assert.deepEqual({ onHand, allocated }, shelf);
  });
