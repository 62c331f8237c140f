import type { Api } from './api.ts';

/** What the shop sells. None of it is in stock: that is the point. */
export type Product = { sku: string; title: string; price: number; highlights: string[] };

/** Prices are in cents: amounts are always whole minor units. */
export const currency = 'USD';
export const shippingFee = 900;

export const products: readonly Product[] = [
  {
    sku: 'LAMP-BRASS',
    title: 'Brass lamp',
    price: 12_900,
    highlights: [
      'Each lamp is turned from a single piece of brass.',
      'Its color grows warmer with age.',
      'The switch is a small brass key that you turn.',
      'Every lamp is lit for a day before it leaves the workshop.',
      'The cord is woven cotton, six and a half feet long.',
      'It takes any warm bulb with a standard base.',
    ],
  },
  {
    sku: 'SHADE-LINEN',
    title: 'Linen shade',
    price: 3_900,
    highlights: [
      'The linen is woven by a family mill, and left undyed.',
      'Its light falls softly, and mostly downward.',
      'Two screws, and it fits the brass lamp.',
    ],
  },
  {
    sku: 'CHAIR-WALNUT',
    title: 'Walnut chair',
    price: 34_900,
    highlights: [
      'The walnut was dried for three years.',
      'There is not a nail in it: every joint is cut by hand.',
      'The seat is one plank, so no two chairs have the same grain.',
    ],
  },
  {
    sku: 'RUG-WOOL',
    title: 'Wool rug',
    price: 22_000,
    highlights: [
      'Knotted from the wool of a single flock.',
      'The blue is indigo, and deepens in the sun.',
    ],
  },
];

/** Tells Meanwhile what each SKU is, for mails and pages. A PUT may be repeated at any time. */
export const seedCatalog = async (api: Api): Promise<void> => {
  for (const { sku, title, highlights } of products) {
    await api.put(`/v1/products/${encodeURIComponent(sku)}`, { title, highlights });
  }
};
