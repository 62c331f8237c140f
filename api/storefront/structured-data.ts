import type { Product, WithContext } from 'schema-dts';
import type { SkuOutlook } from '../../db/stock/skus.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import { standingOf } from './offer.ts';
import { onSaleOf, shipsFrom } from './on-sale.ts';

type At = { today: CivilDate; timeZone: string };

const availabilityAs = {
  in_stock: 'https://schema.org/InStock',
  backorder: 'https://schema.org/BackOrder',
  out_of_stock: 'https://schema.org/OutOfStock',
} as const;

/**
 * What search engines read of an SKU: schema.org/Product with one offer of one unit, from whichever
 * location. Price and currency are the shop's to add. What nobody has named goes by its SKU, as in
 * mails.
 */
export const structuredDataOf = (
  sku: string,
  outlook: SkuOutlook,
  at: At,
): WithContext<Product> => {
  const { title, url, imageUrl } = outlook.product ?? { title: sku, url: null, imageUrl: null };
  const standing = standingOf(outlook, { sku, location: null, quantity: 1 }, at.today);
  const sale = onSaleOf(standing);
  const address = url === null ? {} : { url };
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    sku,
    name: title,
    ...(imageUrl !== null && { image: imageUrl }),
    ...address,
    offers: {
      '@type': 'Offer',
      availability: availabilityAs[sale.state],
      ...(sale.state === 'backorder' && { availabilityStarts: shipsFrom(sale.shipsOn, at) }),
      ...address,
    },
  };
};

/** JSON that may stand within a script element: nothing in it ends that element or begins another. */
export const toScriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c');
