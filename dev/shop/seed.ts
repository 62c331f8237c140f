import type { z } from '@hono/zod-openapi';
import type { skuAnswer } from '../../api/stock/sku-schema.ts';
import { addDays } from '../../workflows/domain/time.ts';
import type { Api } from './api.ts';
import { currency, type Product, pathOf, products } from './catalog.ts';

export type SkuAnswer = z.output<typeof skuAnswer>;

/**
 * Tells Meanwhile what each SKU is, for mails and pages, and what its supplier has announced. It
 * may be repeated: what was announced before stays as it is.
 */
export const seedCatalog = async (api: Api, { origin }: { origin: string }): Promise<void> => {
  for (const product of products) {
    await api.put(`/v1/products/${encodeURIComponent(product.sku)}`, productBody(product, origin));
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

const announceSupply = async (api: Api, { sku, supplyDays }: Product): Promise<void> => {
  if (supplyDays === null) return;
  const today = new Date().toISOString().slice(0, 10);
  const { supplies } = await api.get<SkuAnswer>(`/v1/skus/${encodeURIComponent(sku)}`);
  if (supplies.some(({ expectedOn }) => expectedOn === null || expectedOn >= today)) return;
  await api.put(`/v1/supplies/${supplyIdOf(sku)}`, {
    sku,
    quantity: 40,
    expectedOn: addDays(today, supplyDays),
    basis: 'the workshop, by telephone',
  });
};

export const supplyIdOf = (sku: string): string => `demo-${sku}`;
