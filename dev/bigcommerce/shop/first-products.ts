import type { Product } from '../records.ts';

type First = Pick<Product, 'sku' | 'name' | 'description' | 'price' | 'tracking' | 'onHand'>;

const firsts: First[] = [
  {
    sku: 'KETTLE-COPPER',
    name: 'Copper kettle',
    description: 'Hammered by hand in small batches; each takes a month.',
    ...{ price: 14_900, tracking: 'native', onHand: 1 },
  },
  {
    sku: 'TEAPOT-STONE',
    name: 'Stoneware teapot',
    description: 'Glazed in sea green, for four cups.',
    ...{ price: 5_800, tracking: 'native', onHand: 0 },
  },
  {
    sku: 'CUP-STONE',
    name: 'Stoneware cup',
    description: 'The cup that goes with the teapot.',
    ...{ price: 1_600, tracking: 'classic', onHand: 40 },
  },
];

/** What the store sells on its first day. */
export const firstProducts = (): Product[] =>
  firsts.map((product, index) => ({
    ...product,
    ...{ id: 101 + index, variantId: 201 + index, backordered: 0 },
    backorderLimit: product.tracking === 'native' ? 50 : 0,
    availabilityDescription: '',
  }));
