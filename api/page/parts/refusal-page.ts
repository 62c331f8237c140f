import type { RefusalCode } from '../../../workflows/domain/backorder/request.ts';
import { reachOf } from '../../html/site.ts';
import { messagePage } from './message-page.tsx';
import type { OrderPage } from './order-page.ts';

type Place = { page: OrderPage; path: string };
type Props = Place & { code: RefusalCode };

/** Why an order cannot be cancelled, in words for the customer. */
export const refusalPage = ({ page, path, code }: Props): string => {
  const say = page.words.say.refusalPage;
  return code === 'already_shipped'
    ? about({ page, path }, say.shipped(), [say.shippedWhy(), say.shippedHelp(reachOf(page))])
    : about({ page, path }, say.nothingToCancel(), [say.nothingToCancelWhy()]);
};

/** The form came from another website. */
export const foreignPage = (place: Place): string => {
  const say = place.page.words.say.refusalPage;
  return about(place, say.foreignCancel(), [say.foreignCancelWhy()]);
};

/** The same of a form about something else. */
export const foreignChangePage = (place: Place): string => {
  const say = place.page.words.say.refusalPage;
  return about(place, say.foreign(), [say.foreignWhy()]);
};

/** No mail of this order is to be seen under that address. */
export const noMailPage = (place: Place): string => {
  const say = place.page.words.say.refusalPage;
  return about(place, say.noMail(), [say.noMailWhy()]);
};

/** The form asks for nothing that we know. */
export const unknownChoicePage = (place: Place): string => {
  const say = place.page.words.say.refusalPage;
  return about(place, say.foreign(), [say.unknownChoice()]);
};

/** No card can be taken here: the shop has not said with which key. */
export const noCardsPage = (place: Place): string => {
  const say = place.page.words.say.refusalPage;
  return about(place, say.noCards(), [say.noCardsHelp(reachOf(place.page))]);
};

/** Nothing of the order is to be paid any more, so that no payment and no card is of use. */
export const nothingToPayPage = ({ code, ...place }: Props): string => {
  const say = place.page.words.say.refusalPage;
  const ends: Partial<Record<RefusalCode, () => string>> = {
    already_shipped: say.payShipped,
    nothing_to_pay: say.payNoCard,
  };
  const end = ends[code] ?? say.payCancelled;
  return about(place, say.nothingToPay(), [end(), say.payNothingToDo()]);
};

/** The code of a cancellation's refusal, once nothing is open any more. */
export const refusalCodeOf = ({ order }: OrderPage): RefusalCode =>
  order.lines.some(({ shipped }) => shipped > 0) ? 'already_shipped' : 'nothing_to_cancel';

const about = ({ page, path }: Place, heading: string, texts: string[]): string =>
  messagePage({ shop: page.shop, words: page.words, path, heading, texts });
