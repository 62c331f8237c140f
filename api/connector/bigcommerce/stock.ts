import { z } from 'zod';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Item, ShopAnswer } from '../port.ts';
import type { Client } from './client.ts';
import { readItemId } from './item-id.ts';

const placeBody = z.object({
  location_id: z.int(),
  location_code: z.string().nullish(),
  total_inventory_onhand: z.number().nullish(),
  /** Only where the store has BigCommerce's own backorders. */
  qty_backordered: z.number().nullish(),
});

const inventoryBody = z.object({
  identity: z.object({ sku: z.string().nullish(), variant_id: z.int(), product_id: z.int() }),
  locations: z.array(placeBody),
});
export type InventoryBody = z.infer<typeof inventoryBody>;

const productBody = z.object({
  sku: z.string().nullish(),
  inventory_tracking: z.enum(['none', 'product', 'variant']).nullish(),
  inventory_level: z.number().nullish(),
  variants: z
    .array(
      z.object({ id: z.int(), sku: z.string().nullish(), inventory_level: z.number().nullish() }),
    )
    .nullish(),
});
export type ProductBody = z.infer<typeof productBody>;

/** The store's default location, which every store has. */
const defaultLocationId = 1;

/** What the inventory knows of a SKU; undefined if it does not. */
export const findInventory = async (
  client: Client,
  sku: string,
): Promise<ShopAnswer<InventoryBody | undefined>> => {
  const answer = await client.call({
    ...{ method: 'GET', path: '/v3/inventory/items', query: { 'sku:in': sku } },
    schema: z.object({ data: z.array(inventoryBody) }),
  });
  if (answer.outcome !== 'ok') return answer;
  const found = answer.value?.data.find(({ identity }) => identity.sku === sku);
  return { outcome: 'ok', value: found };
};

export const findShopProduct = async (
  client: Client,
  productId: number,
): Promise<ShopAnswer<ProductBody | undefined>> => {
  const answer = await client.call({
    ...{ method: 'GET', path: `/v3/catalog/products/${productId}` },
    query: { include: 'variants' },
    schema: z.object({ data: productBody }),
  });
  if (answer.outcome === 'ok') return { outcome: 'ok', value: answer.value?.data };
  if (answer.outcome === 'refused' && answer.code === 'not_found')
    return { outcome: 'ok', value: undefined };
  return answer;
};

/**
 * What the store has left of a SKU after its own sales. `available_to_sell` is never read: it
 * includes what may be sold on backorder. Undefined where the store counts nothing.
 */
export const readLevel = async (
  client: Client,
  { sku, location, now }: { sku: string; location: string | undefined; now: () => number },
): Promise<ShopAnswer<{ available: number; readAt: Instant } | undefined>> => {
  // Before it is read: what changes meanwhile comes after.
  const readAt = new Date(now()).toISOString();
  const found = await findInventory(client, sku);
  if (found.outcome !== 'ok' || !found.value) return found as ShopAnswer<undefined>;
  const { identity, locations } = found.value;
  const place = locations.find((candidate) => isPlace(candidate, location));
  const native = place && nativeLevelOf(place);
  if (native !== undefined) return { outcome: 'ok', value: { available: native, readAt } };
  const product = await findShopProduct(client, identity.product_id);
  if (product.outcome !== 'ok') return product;
  const level = product.value && classicLevelOf(product.value, { ...identity, sku });
  const value = level === undefined ? undefined : { available: level, readAt };
  return { outcome: 'ok', value };
};

const isPlace = (place: z.infer<typeof placeBody>, location: string | undefined): boolean =>
  location === undefined
    ? place.location_id === defaultLocationId
    : String(place.location_id) === location || place.location_code === location;

/** With BigCommerce's own backorders: what is there, less what is owed. */
export const nativeLevelOf = (place: z.infer<typeof placeBody>): number | undefined => {
  const { total_inventory_onhand: onHand, qty_backordered: owed } = place;
  return onHand == null || owed == null ? undefined : onHand - owed;
};

/** A level that several variants share is no one variant's. */
export const classicLevelOf = (
  { sku: own, inventory_tracking: tracking, inventory_level: level, variants }: ProductBody,
  { sku, variant_id: variantId }: { sku: string; variant_id: number },
): number | undefined => {
  if (tracking === 'variant')
    return variants?.find(({ id }) => id === variantId)?.inventory_level ?? undefined;
  if (tracking !== 'product' || (own !== sku && (variants?.length ?? 0) > 1)) return undefined;
  return level ?? undefined;
};

/** The SKU behind an item that a delivery names; undefined for a product of several variants. */
export const readItem = async (
  client: Client,
  { itemId, location }: { itemId: string; location: string },
): Promise<ShopAnswer<Item | undefined>> => {
  const ids = readItemId(itemId);
  if (!ids) return { outcome: 'ok', value: undefined };
  const product = await findShopProduct(client, ids.productId);
  if (product.outcome !== 'ok') return product;
  const { sku: own, variants } = product.value ?? {};
  const variant = variants?.find(({ id }) => id === ids.variantId);
  const sku = ids.variantId === undefined ? own || onlyOf(variants)?.sku : variant?.sku || own;
  return { outcome: 'ok', value: sku ? { sku, location } : undefined };
};

const onlyOf = <T>(list: readonly T[] | null | undefined): T | undefined =>
  list?.length === 1 ? list[0] : undefined;
