import { answerOf, type components, type Meanwhile } from '../../plugins/client/client.ts';
import { type Product, products } from './catalog.ts';

type Availability = components['schemas']['Availability'];

/** What a page says of a product: when so many units would ship, and how many wait for it. */
export type Shelf = { product: Product; availability: Availability; waiting: number };

export const findShelf = async (
  api: Meanwhile,
  { product, quantity }: { product: Product; quantity: number },
): Promise<Shelf> => {
  const path = { sku: product.sku };
  const [availability, { waiting }] = await Promise.all([
    answerOf(api.GET('/v1/availability/{sku}', { params: { path, query: { quantity } } })),
    answerOf(api.GET('/v1/skus/{sku}', { params: { path } })),
  ]);
  return { product, availability, waiting };
};

export const listShelves = (api: Meanwhile): Promise<Shelf[]> =>
  Promise.all(products.map((product) => findShelf(api, { product, quantity: 1 })));
