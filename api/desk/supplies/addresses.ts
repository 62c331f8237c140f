/** The pages of a supply and of an SKU. No supply has an id that begins with `~`. */
const room = '/desk/supplies';

export const addPath = `${room}/~add`;

export const supplyPath = (supplyId: string): string => `${room}/${encodeURIComponent(supplyId)}`;

export const skuPath = (sku: string): string => `${room}/~sku/${encodeURIComponent(sku)}`;

/** The list of the orders of an SKU. */
export const ordersOf = (base: string, sku: string): string =>
  `${base}/desk/orders?${new URLSearchParams({ sku })}`;

export const orderPath = (base: string, orderId: string): string =>
  `${base}/desk/orders/${encodeURIComponent(orderId)}`;
