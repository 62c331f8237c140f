import { answerOf, type Meanwhile } from '../../plugins/client/client.ts';
import { addDays } from '../../workflows/domain/time.ts';
import { currency, type Product, pathOf, products } from './catalog.ts';

/**
 * Tells Meanwhile what each SKU is, for mails and pages, and what its supplier has announced. It
 * may be repeated: what was announced before stays as it is.
 */
export const seedCatalog = async (
  api: Meanwhile,
  { origin }: { origin: string },
): Promise<void> => {
  for (const product of products) {
    const params = { path: { sku: product.sku } };
    await answerOf(api.PUT('/v1/products/{sku}', { params, body: productBody(product, origin) }));
    await announceSupply(api, product);
  }
};

const productBody = (product: Product, origin: string) => ({
  title: product.title,
  url: `${origin}${pathOf(product)}`,
  imageUrl: pictureUrl(product.picture, origin),
  highlights: product.stories.map(({ title, text, picture }) => ({
    title,
    text,
    url: `${origin}${pathOf(product)}`,
    ...(picture !== undefined && { imageUrl: pictureUrl(picture, origin) }),
  })),
  related: products
    .filter(({ sku }) => sku !== product.sku)
    .map((other) => ({
      title: other.title,
      url: `${origin}${pathOf(other)}`,
      imageUrl: pictureUrl(other.picture, origin),
      price: { amount: other.price, currency },
    })),
});

/** Mail programs show no SVG. */
const pictureUrl = (picture: string, origin: string): string =>
  `${origin}/shop/pictures/${picture}.png`;

const announceSupply = async (api: Meanwhile, { sku, supplyDays }: Product): Promise<void> => {
  if (supplyDays === null) return;
  const today = new Date().toISOString().slice(0, 10);
  const { supplies } = await answerOf(api.GET('/v1/skus/{sku}', { params: { path: { sku } } }));
  if (supplies.some(({ expectedOn }) => expectedOn === null || expectedOn >= today)) return;
  const expectedOn = addDays(today, supplyDays);
  await answerOf(
    api.PUT('/v1/supplies/{supplyId}', {
      params: { path: { supplyId: supplyIdOf(sku) } },
      body: { sku, quantity: 40, expectedOn, basis: 'the workshop, by telephone' },
    }),
  );
};

export const supplyIdOf = (sku: string): string => `demo-${sku}`;
