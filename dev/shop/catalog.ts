/** A story of a product: a mail of the wait tells one of them. */
export type Story = { title: string; text: string; picture?: string };

/** What the shop sells. None of it is in stock: that is the point. */
export type Product = {
  sku: string;
  title: string;
  price: number;
  /** One sentence beside the picture. */
  says: string;
  /** The name of its picture, `<picture>.svg` and `.png`; `<picture>-detail.png` is a part of it. */
  picture: string;
  stories: readonly Story[];
  /** Days until the supplier delivers; null: nobody knows. */
  supplyDays: number | null;
};

/** Prices are in cents: amounts are always whole minor units. */
export const currency = 'USD';
export const shippingFee = 900;

export const products: readonly Product[] = [
  {
    sku: 'LAMP-BRASS',
    title: 'Brass lamp',
    price: 12_900,
    says: 'Turned from one piece, lit by a small brass key.',
    picture: 'lamp-brass',
    supplyDays: 60,
    stories: [
      {
        title: 'One piece of brass',
        text: 'Each lamp is turned from a single bar on a lathe from 1961. It takes a morning, and the shavings become the next bar.',
        picture: 'lamp-brass',
      },
      {
        title: 'A key instead of a switch',
        text: 'You light it by turning a small brass key. It clicks twice: once for reading, once for company.',
        picture: 'lamp-brass-detail',
      },
      {
        title: 'It grows warmer with age',
        text: 'We leave the brass unlacquered. In a year its colour deepens where hands touch it; a cloth brings the first shine back.',
      },
      {
        title: 'Lit for a day before it leaves',
        text: 'Every lamp burns for twenty-four hours in the workshop window. Neighbours set their clocks by it.',
      },
    ],
  },
  {
    sku: 'SHADE-LINEN',
    title: 'Linen shade',
    price: 3_900,
    says: 'Undyed linen that lets light fall softly.',
    picture: 'shade-linen',
    supplyDays: 30,
    stories: [
      {
        title: 'Left as it grew',
        text: 'The linen is woven by a family mill and neither dyed nor bleached, so every shade has a tone of its own.',
        picture: 'shade-linen-detail',
      },
      {
        title: 'Two screws',
        text: 'It fits the brass lamp, and most lamps you have. Two screws, no tools, and the old shade comes off.',
      },
    ],
  },
  {
    sku: 'CHAIR-WALNUT',
    title: 'Walnut chair',
    price: 34_900,
    says: 'Three years of drying, and not one nail.',
    picture: 'chair-walnut',
    supplyDays: 90,
    stories: [
      {
        title: 'The seat is one plank',
        text: 'No two chairs have the same grain, because each seat is cut from a single plank that was dried for three years.',
        picture: 'chair-walnut-detail',
      },
      {
        title: 'Not a nail in it',
        text: 'Every joint is cut by hand and pegged with the same walnut. It will outlive the glue of other chairs.',
      },
    ],
  },
  {
    sku: 'RUG-WOOL',
    title: 'Wool rug',
    price: 22_000,
    says: 'Knotted from one flock, in indigo that deepens.',
    picture: 'rug-wool',
    supplyDays: null,
    stories: [
      {
        title: 'The wool of a single flock',
        text: 'Sixty sheep on one hill give the wool for forty rugs a year. When it is spun, that is it until spring.',
        picture: 'rug-wool-detail',
      },
    ],
  },
];

export const findProduct = (sku: string | undefined): Product | undefined =>
  products.find((product) => product.sku === sku);

/** Under which name a page of the shop shows it. */
export const pathOf = ({ sku }: Product): string => `/shop/items/${encodeURIComponent(sku)}`;
