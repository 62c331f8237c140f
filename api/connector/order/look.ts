import { findBackorder } from '../../../db/backorder/read.ts';
import { findShopOrder } from '../../../db/connector/orders.ts';
import type { OpenShop } from '../open-shop.ts';
import { answered } from '../trouble.ts';
import { followOrder } from './follow-order.ts';
import type { LookDeps } from './place.ts';
import { takeOrder } from './take-order.ts';

/** Ours of an order of the shop. */
export const orderIdOf = (shop: { id: string }, platformId: string): string =>
  `${shop.id}:${platformId}`;

/**
 * Reads an order at its shop as it is now, and brings ours to it: takes it in, cancels, ships or
 * notes refunds. Looking again changes nothing. Throws `ShopTrouble` where the platform does not
 * say, and like the acts of a backorder where that does not answer.
 */
export const lookAtOrder = async (
  deps: LookDeps,
  shop: OpenShop,
  platformId: string,
): Promise<void> => {
  const orderId = orderIdOf(shop, platformId);
  const order = answered(await shop.platform.getOrder(platformId));
  // What the platform no longer shows is a matter for whoever took it away there.
  if (!order) return;
  const row = await findBackorder(deps.db.sql, orderId);
  const place = async () => ({ orderId, order, link: await findShopOrder(deps.db.sql, orderId) });
  if (row || (await takeOrder(deps, shop, await place()))) {
    await followOrder(deps, shop, await place());
  }
};
