import { placeOrder } from '../../../db/backorder/place.ts';
import { wantLevels } from '../../../db/connector/levels.ts';
import { listItemsKnown, saveShopOrder } from '../../../db/connector/orders.ts';
import { noteError } from '../../../db/connector/shops.ts';
import { giveOutAfter } from '../../../db/stock/queue/walks.ts';
import { seenOf } from '../../../workflows/domain/connector/judge-order.ts';
import {
  isBackordered,
  judgeNew,
  paidBeyond,
} from '../../../workflows/domain/connector/take-order.ts';
import { withDefaults } from '../../backorder/checkout/new-order.ts';
import { withPromise } from '../../backorder/checkout/promise-from-supply.ts';
import { id } from '../../http/scalars.ts';
import type { OpenShop } from '../open-shop.ts';
import type { ShopOrder } from '../port.ts';
import { answered } from '../trouble.ts';
import { checkoutOf } from './checkout-of.ts';
import type { LookDeps, Place } from './place.ts';

/** How long it waits for free units to be given out. */
const within = { budgetMs: 5_000 };

/**
 * Takes the order in if it is ours, at the place in the queue that its own time gives it; whether it
 * did. One that cannot be taken is kept with the reason, for its operator. Safe to repeat.
 */
export const takeOrder = async (deps: LookDeps, shop: OpenShop, place: Place): Promise<boolean> => {
  const { orderId, order } = place;
  const { db } = deps;
  const isOurs = await hasBackorder(deps, shop, order);
  const taking = judgeNew(order, { terms: shop.terms, isOurs });
  if (taking.outcome === 'trouble') await noteTrouble(deps, shop, place, taking.why);
  if (taking.outcome !== 'take') return false;
  if (!id.safeParse(orderId).success) {
    await noteError(db.sql, shop.id, `Order ${order.number}: its id is too long to be taken`);
    return false;
  }
  const { location, mandate } = shop;
  const checkout = checkoutOf(order, { orderId, location, mandate, payment: taking.payment });
  if ('wrong' in checkout) {
    await noteTrouble(deps, shop, place, checkout.wrong);
    return false;
  }
  const now = new Date().toISOString();
  const asked = { ...withDefaults(checkout.body, now, deps.config), isSold: true };
  const wanted = await withPromise(deps, asked, now);
  // First where it comes from: from its first moment its units count as the shop counts them.
  const link = linkOf(shop, place);
  const seen = { ...link.seen, refundNoted: paidBeyond(order) };
  await saveShopOrder(db.sql, { ...link, seen, trouble: null });
  await giveOutAfter(db, placeOrder(db, wanted), within);
  await wantLevels(db.sql, shop.id, wanted.lines);
  deps.kick();
  return true;
};

const noteTrouble = async (
  { db }: LookDeps,
  shop: OpenShop,
  place: Place,
  why: string,
): Promise<void> => {
  const link = linkOf(shop, place);
  // Nobody erases what never became an order.
  const { shipTo: _, ...seen } = link.seen;
  await saveShopOrder(db.sql, { ...link, seen, trouble: why });
  await noteError(db.sql, shop.id, `Order ${place.order.number} is not taken in: ${why}`);
};

const linkOf = (shop: OpenShop, { orderId, order, link }: Place) => ({
  ...{ orderId, shop: shop.id, platformId: order.id, number: order.number, url: order.url },
  ...{ seen: seenOf(order, link?.seen ?? null), lookAt: null },
});

/** Whether any line waits for stock. The platform is asked only where it has not said. */
const hasBackorder = async (
  { db }: LookDeps,
  { location, platform }: OpenShop,
  order: ShopOrder,
): Promise<boolean> => {
  if (order.standing === 'unpaid') return false;
  const lines = order.lines.filter(({ quantity }) => quantity > 0);
  const said = { isOffered: false, free: 0, available: undefined };
  if (lines.some((line) => isBackordered(line, said))) return true;
  const unknown = lines.filter(({ backordered }) => backordered === 'unknown');
  const items = unknown.map(({ sku }) => ({ sku, location }));
  for (const item of await listItemsKnown(db.sql, items)) {
    if (!item.isOffered) continue;
    const level = answered(await platform.getLevel({ sku: item.sku, location }));
    const known = { ...item, available: level?.available };
    if (unknown.some((line) => line.sku === item.sku && isBackordered(line, known))) return true;
  }
  return false;
};
