import type { Context } from 'hono';
import { spellSku } from '../../../workflows/domain/stock/sku.ts';
import { notFound } from '../call.ts';
import type { DeskEnv } from '../env.ts';

/** The SKU that the address names. One that no call of the API could have is not found. */
export const skuIn = (c: Context<DeskEnv>): string => {
  const sku = c.req.param('sku') ?? '';
  if (!isSku(sku)) throw notFound();
  return sku;
};

/** As the API spells it. */
export const isSku = (sku: string): boolean =>
  /^[^\p{C}\p{Zl}\p{Zp}]{1,64}$/u.test(sku) && sku === spellSku(sku);

/** The page of a product, beginning with `/desk`. */
export const productPath = (sku: string): string => `/desk/products/${encodeURIComponent(sku)}`;

/** What is expected of it, and where it is given up. */
export const suppliesPath = (sku: string): string =>
  `/desk/supplies/~sku/${encodeURIComponent(sku)}`;
