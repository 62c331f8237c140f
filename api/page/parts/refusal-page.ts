import type { RefusalCode } from '../../../workflows/domain/backorder/request.ts';
import { messagePage } from './message-page.tsx';
import { type OrderPage, reach } from './order-page.ts';

type Props = { page: OrderPage; path: string; code: RefusalCode };

/** Why an order cannot be cancelled, in words for the customer. */
export const refusalPage = ({ page, path, code }: Props): string => {
  const words = code === 'already_shipped' ? alreadyShipped(page) : nothingToCancel;
  return messagePage({ shop: page.shop, path, ...words });
};

/** The form came from another website. */
export const foreignPage = ({ page, path }: Omit<Props, 'code'>): string =>
  messagePage({
    shop: page.shop,
    path,
    heading: 'Nothing was canceled',
    texts: [
      'This request came from another website. If you want to cancel, please do so on your order page.',
    ],
  });

/** The same of a form about a payment. */
export const foreignPaymentPage = ({ page, path }: Omit<Props, 'code'>): string =>
  messagePage({
    shop: page.shop,
    path,
    heading: 'Nothing was changed',
    texts: ['This request came from another website. Please use your order page instead.'],
  });

/** No card can be taken here: the shop has not said with which key. */
export const noCardsPage = ({ page, path }: Omit<Props, 'code'>): string =>
  messagePage({
    shop: page.shop,
    path,
    heading: 'We cannot take your card here',
    texts: [`To confirm the payment or use a different card, please ${reach(page)}.`],
  });

/** Nothing of the order is to be paid any more, so that no payment and no card is of use. */
export const nothingToPayPage = ({ page, path, code }: Props): string =>
  messagePage({
    shop: page.shop,
    path,
    heading: 'There is nothing left to pay',
    texts: [
      ends[code] ?? 'Your order has been canceled, and no further payment is needed.',
      'You do not need to confirm anything or use a different card.',
    ],
  });

const ends: Partial<Record<RefusalCode, string>> = {
  already_shipped: 'Your order has shipped, and no further payment is needed.',
  nothing_to_pay: 'No card is needed for your order.',
};

/** The code of a cancellation's refusal, once nothing is open any more. */
export const refusalCodeOf = ({ order }: OrderPage): RefusalCode =>
  order.lines.some(({ shipped }) => shipped > 0) ? 'already_shipped' : 'nothing_to_cancel';

const alreadyShipped = (page: OrderPage) => ({
  heading: 'It has already shipped',
  texts: [
    'Your items are with the carrier, so the order can no longer be canceled here.',
    `If you do not want to keep them, please ${reach(page)}.`,
  ],
});

const nothingToCancel = {
  heading: 'There is nothing left to cancel',
  texts: [
    'Everything that had not shipped has already been canceled. There is nothing you need to do.',
  ],
};
