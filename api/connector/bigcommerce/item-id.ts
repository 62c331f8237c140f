/** A product and, where it is known, its variant: `167` or `206:509`. */
export const itemIdOf = (item: { product_id: number; variant_id?: number | null | undefined }) =>
  item.variant_id ? `${item.product_id}:${item.variant_id}` : String(item.product_id);

/** Undefined for what is none of BigCommerce's. */
export const readItemId = (
  itemId: string,
): { productId: number; variantId: number | undefined } | undefined => {
  const [, product, variant] = /^(\d{1,15})(?::(\d{1,15}))?$/.exec(itemId) ?? [];
  if (product === undefined) return undefined;
  return { productId: Number(product), variantId: variant ? Number(variant) : undefined };
};
