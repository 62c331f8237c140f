import { addDays } from '../../../workflows/domain/time.ts';
import type { Api } from '../../shop/api.ts';
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
  api: Api,
  { access, base, terms, products }: ConnectRequest,
): Promise<void> => {
  const expectedOn = addDays(new Date().toISOString().slice(0, 10), waitDays);
  for (const { sku, name, backorderLimit } of products) {
    await api.put(`/v1/products/${sku}`, { title: name, backorderLimit });
    await api.put(`/v1/supplies/${demoShopId}-${sku}`, {
      ...{ sku, quantity: 40, expectedOn, basis: 'the workshop, by telephone' },
    });
  }
  await api.put(`/v1/shops/${demoShopId}`, {
    ...{ kind: 'bigcommerce', credentials: access, apiBase: `${base}/stores/${access.storeHash}` },
    ...{ terms, ...(terms === 'ask' && { mandate }) },
  });
};

type ConnectRequest = {
  access: StoreAccess;
  /** Where Meanwhile reaches the stand-in. */
  base: string;
  terms: 'prepaid' | 'ask';
  /** Those that it keeps on backorder. */
  products: readonly Product[];
};
