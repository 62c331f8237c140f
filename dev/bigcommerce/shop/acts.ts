import type { Product } from '../records.ts';
import { buy } from './buy.ts';
import { stockMoved } from './changes.ts';
import type { Purchase } from './checkout.ts';
import { archive, changeStatus, edit, move, pay } from './orders.ts';
import { type ShopParts, StoreRefusal } from './parts.ts';
import { refund } from './refund.ts';
import { type ShipRequest, ship } from './ship.ts';

/**
 * What shoppers and staff do in the store. Each act is kept before its events go out, and throws a
 * `StoreRefusal` for what the store would refuse.
 */
export const createShopActs = (parts: ShopParts) => ({
  buy: (purchase: Purchase) => buy(parts, purchase),
  setStatus: (id: number, statusId: number) => changeStatus(parts, id, statusId),
  pay: (id: number) => pay(parts, id),
  archive: (id: number) => archive(parts, id),
  edit: (id: number, change: Parameters<typeof edit>[2]) => edit(parts, id, change),
  move: (id: number, address: Parameters<typeof move>[2]) => move(parts, id, address),
  ship: (id: number, request?: ShipRequest) => ship(parts, id, request),
  refund: (id: number, request: Parameters<typeof refund>[2]) => refund(parts, id, request),
  restock: (sku: string, quantity: number) => restock(parts, sku, quantity),
  /** The app is taken off the store. */
  uninstall: () => parts.announce({ scope: 'store/app/uninstalled', data: { type: 'store' } }),
});

export type ShopActs = ReturnType<typeof createShopActs>;

/** Goods arrive or, below 0, are found to be missing. A classic level stays at 0 or above. */
const restock = (parts: ShopParts, sku: string, quantity: number): Product => {
  const product = parts.store.findSku(sku);
  if (!product) throw new StoreRefusal(`There is no ${sku}`);
  product.onHand += quantity;
  if (product.tracking === 'classic') product.onHand = Math.max(0, product.onHand);
  parts.store.save();
  stockMoved(parts, product, 'hand');
  return product;
};
