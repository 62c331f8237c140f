import { amid, reachOf } from '../../html/site.ts';
import { amountIn, isFree, type OrderPage } from '../parts/order-page.ts';
import { isDoubtful, moneyOf } from './money.ts';

/** What becomes of the money when all that has not shipped is cancelled. */
export const moneyOnCancelling = (page: OrderPage): string[] => {
  const say = page.words.say.cancelPage;
  const { spare } = moneyOf(page);
  if (isFree(page)) return [];
  return [
    ...(spare === 0 ? [] : [refundWords(page)]),
    ...(isDoubtful(page) ? [say.doubtful(reachOf(page))] : []),
    released(page) ?? (spare === 0 ? say.noCharge() : say.noMoreCharge()),
  ];
};

/** Who sends back what was paid for it. */
export const refundWords = (page: OrderPage): string => {
  const by = page.heldBy === 'shop' ? 'shop' : 'us';
  return page.words.say.cancelPage.refund({ by, shop: amid(page, page.shop.name) });
};

/** Shipped items are charged all the same. */
const released = (page: OrderPage): string | null => {
  const say = page.words.say.cancelPage;
  const { authorized = 0 } = page.order.view?.payment ?? {};
  const { due } = moneyOf(page);
  if (authorized <= due) return null;
  const sum = amountIn(page, authorized - due);
  return due === 0 ? say.released({ sum }) : say.partReleased({ sum });
};
