/** What a product page says of an SKU: whether it is there, and when it ships. */
export const availability = {
  inStock: 'In stock, ships by {day}',
  backorder: 'On backorder, ships by {day}',
  undated: 'On backorder, no ship date yet',
  outOfStock: 'Out of stock',
} as const;
