import type { z } from '@hono/zod-openapi';
import type { availability } from '../../api/storefront/availability-schema.ts';
import type { Api } from './api.ts';
import { type Product, products } from './catalog.ts';
import type { SkuAnswer } from './seed.ts';

type Availability = z.output<typeof availability>;

/** What a page says of a product: when so many units would ship, and how many wait for it. */
export type Shelf = { product: Product; availability: Availability; waiting: number };

export const findShelf = async (
  api: Api,
  { product, quantity }: { product: Product; quantity: number },
): Promise<Shelf> => {
  const sku = encodeURIComponent(product.sku);
  const [availability, { waiting }] = await Promise.all([
    api.get<Availability>(`/v1/availability/${sku}?quantity=${quantity}`),
    api.get<SkuAnswer>(`/v1/skus/${sku}`),
  ]);
  return { product, availability, waiting };
};

export const listShelves = (api: Api): Promise<Shelf[]> =>
  Promise.all(products.map((product) => findShelf(api, { product, quantity: 1 })));
