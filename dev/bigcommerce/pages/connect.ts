import { answerOf, type Meanwhile } from '../../../plugins/client/client.ts';
import { addDays } from '../../../workflows/domain/time.ts';
import type { Product } from '../records.ts';
import type { StoreAccess } from '../settings.ts';

export const demoShopId = 'demo-store';

const waitDays = 60;

const mandate = {
  text: 'I allow Copper & Clay to charge my card when my order ships, up to the total of the order.',
  version: '2026-11',
};

/**
 * Puts the store into Meanwhile as a shop, with what its backordered items are and when they are
 * expected. It may be repeated: the same store stays the same shop.
 */
export const connectStore = async (
  api: Meanwhile,
  { access, base, terms, products }: ConnectRequest,
): Promise<void> => {
  const expectedOn = addDays(new Date().toISOString().slice(0, 10), waitDays);
  for (const { sku, name, backorderLimit } of products) {
    const product = { title: name, backorderLimit };
    const supply = { sku, quantity: 40, expectedOn, basis: 'the workshop, by telephone' };
    await answerOf(api.PUT('/v1/products/{sku}', { params: { path: { sku } }, body: product }));
    const supplyId = `${demoShopId}-${sku}`;
    await answerOf(
      api.PUT('/v1/supplies/{supplyId}', { params: { path: { supplyId } }, body: supply }),
    );
  }
  const apiBase = `${base}/stores/${access.storeHash}`;
  const shop = { kind: 'bigcommerce' as const, credentials: access, apiBase, terms };
  await answerOf(
    api.PUT('/v1/shops/{id}', {
      params: { path: { id: demoShopId } },
      body: { ...shop, ...(terms === 'ask' && { mandate }) },
    }),
  );
};

type ConnectRequest = {
  access: StoreAccess;
  /** Where Meanwhile reaches the stand-in. */
  base: string;
  terms: 'prepaid' | 'ask';
  /** Those that it keeps on backorder. */
  products: readonly Product[];
};
