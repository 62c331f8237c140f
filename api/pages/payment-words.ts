import { isTerminal } from '../../workflows/domain/ledger.ts';
import { amountIn, lastDayOf, type OrderPage, openUnits, phaseOf, reach } from './order-page.ts';

/** What became of the customer's money so far, and what may still be charged. */
export const paymentWords = (page: OrderPage): string[] => {
  const payment = page.order.view?.payment;
  const { authorized = 0, captured = 0, refunded = 0 } = payment ?? {};
  const ends = openUnits(page) === 0;
  return [
    ...(captured > 0 ? [`${amountIn(page, captured)} was charged to your card.`] : []),
    ...(refunded > 0
      ? [`${amountIn(page, refunded)} was sent back to the payment method you paid with.`]
      : []),
    ...(captured === 0 ? [notCharged(page)] : []),
    ...(authorized > 0 ? [held(page, authorized)] : []),
    ...(payment?.state === 'released'
      ? ['What was held on your card is released. Your bank may need a few days to show it.']
      : []),
    ...(ends ? [] : [limit(page)]),
  ];
};

const notCharged = (page: OrderPage): string =>
  phaseOf(page) === 'cancelled'
    ? 'Nothing was charged, and nothing will be.'
    : 'Nothing has been charged yet.';

const held = (page: OrderPage, authorized: number): string =>
  `${amountIn(page, authorized)} is held on your card. It is charged only when your items ship.`;

const limit = (page: OrderPage): string =>
  page.maximum === null
    ? 'We charge your card only when your items ship.'
    : `We charge your card only when your items ship, and never more than ${amountIn(page, page.maximum)} in total.`;

/** What stands in the way of the payment, and what the customer can do; empty when all is well. */
export const paymentProblem = (page: OrderPage): string[] => {
  const state = page.order.view?.payment.state;
  const stuck = state === 'failed' || state === 'action_required';
  if (!stuck || phaseOf(page) === 'cancelled') return [];
  return [
    state === 'failed'
      ? 'Your payment did not go through.'
      : 'Your bank asks you to confirm the payment yourself, and we cannot take that online. It was not declined.',
    `To pay another way, please ${reach(page)}.`,
    ...(isTerminal(phaseOf(page)) ? [] : [whatIsKept(page)]),
  ];
};

const whatIsKept = (page: OrderPage): string =>
  page.leaseEndsAt === null
    ? 'Until that is settled, items that arrive go to the next customer in line.'
    : `Your items are kept for you until ${lastDayOf(page, page.leaseEndsAt)}. After that day they may go to the next customer in line.`;
