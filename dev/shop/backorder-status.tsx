import { createElement } from 'react';
import type { Product } from './catalog.ts';

/**
 * When so many units of a product ship: an element that Meanwhile's script fills in. What stands in
 * it is what a reader sees without the script, or while the API is away.
 */
export const BackorderStatus = ({ sku, quantity }: Pick<Product, 'sku'> & { quantity?: number }) =>
  createElement('backorder-status', { sku, quantity }, 'To order: we tell you when it ships.');
