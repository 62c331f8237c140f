/** The pages of a supply and of an SKU. No supply has an id that begins with `~`. */
const room = '/desk/supplies';

export const addPath = `${room}/~add`;

export const supplyPath = (supplyId: string): string => `${room}/${encodeURIComponent(supplyId)}`;

export const skuPath = (sku: string): string => `${room}/~sku/${encodeURIComponent(sku)}`;

/** The page of the product. */
export const productOf = (base: string, sku: string): string =>
  `${base}/desk/products/${encodeURIComponent(sku)}`;

/** Who waits for the product, at one location or where most do. */
export const queueOf = (base: string, sku: string, location?: string): string => {
  const query = location === undefined ? '' : `?${new URLSearchParams({ location })}`;
  return `${productOf(base, sku)}/queue${query}`;
};
