import { isTerminal } from '../../workflows/domain/ledger.ts';
import { amountIn, dayOf, type OrderPage, openUnits, phaseOf, waits } from './order-page.ts';

/** What became of the customer's money so far, and what may still be charged. */
export const paymentWords = (page: OrderPage): string[] => {
  const payment = page.order.view?.payment;
  const { authorized = 0, refunded = 0, chargedBack = 0 } = payment ?? {};
  const sent = refunded - chargedBack;
  return [
    ...paidWords(page),
    ...(sent > 0
      ? [`${amountIn(page, sent)} was sent back to the payment method you paid with.`]
      : []),
    ...(chargedBack > 0 ? [`Your bank has given you ${amountIn(page, chargedBack)} back.`] : []),
    ...owedWords(page),
    ...(authorized > 0 ? [held(page, authorized)] : []),
    ...(payment?.state === 'released'
      ? ['What was held on your card is released. Your bank may need a few days to show it.']
      : []),
    ...(openUnits(page) === 0 ? [] : [limit(page), ...expiryWords(page)]),
  ];
};

/** Whether the order has yet to get an authorisation for something. */
export const needsPayment = (page: OrderPage): boolean =>
  !isTerminal(phaseOf(page)) &&
  page.terms !== 'prepaid' &&
  (waits(page) || phaseOf(page) === 'awaiting_payment');

/** What was captured counts the deposit or prepayment in. */
const paidWords = (page: OrderPage): string[] => {
  const { captured = 0 } = page.order.view?.payment ?? {};
  const upfront = paidAtCheckout(page);
  const charged = Math.max(0, captured - upfront);
  return [
    ...(upfront > 0 ? [`You paid ${amountIn(page, upfront)} when you ordered.`] : []),
    ...(charged > 0 ? [`${amountIn(page, charged)} was charged to your card.`] : []),
    ...(upfront + captured === 0 ? [notCharged(page)] : []),
  ];
};

/** What the shop says was paid, unless the provider knows of less. */
const paidAtCheckout = ({ paidUpfront, order }: OrderPage): number => {
  const isDoubtful = order.view?.attention.some(({ code }) => code === 'unpaid') ?? false;
  return isDoubtful ? 0 : (paidUpfront ?? 0);
};

/** Nothing is claimed of money that lies there and does not count for the order. */
const notCharged = (page: OrderPage): string => {
  if (page.order.view?.payment.isUnmatched) {
    return 'We could not match a payment to your order. We will write to you about it.';
  }
  return phaseOf(page) === 'cancelled'
    ? 'Nothing was charged, and nothing will be.'
    : 'Nothing has been charged yet.';
};

/**
 * Nothing shipped and nothing will: what was paid goes back. After the end a person sends what came
 * back, and only they know when they have.
 */
const owedWords = (page: OrderPage): string[] => {
  const { view, raised } = page.order;
  const { captured = 0, refunded = 0 } = view?.payment ?? {};
  if (phaseOf(page) !== 'cancelled' || captured <= refunded) return [];
  if (view?.outcome && raised.every(({ code }) => code !== 'refund_failed')) return [];
  const owed = amountIn(page, captured - refunded);
  return [`We are sending ${owed} back to the payment method you paid with.`];
};

const held = (page: OrderPage, authorized: number): string => {
  const sum = amountIn(page, authorized);
  if (phaseOf(page) === 'cancelled') return `The ${sum} held on your card is being released.`;
  return phaseOf(page) === 'shipped'
    ? `${sum} is held on your card, and is charged now.`
    : `${sum} is held on your card. It is charged only when your items ship.`;
};

const limit = (page: OrderPage): string => {
  if (page.terms === 'prepaid') {
    return paidAtCheckout(page) > 0 || page.paidUpfront === 0
      ? 'It is paid in full. Nothing more will be charged.'
      : 'We cannot see the payment of your order yet. We are looking into it.';
  }
  const what = page.terms === 'deposit' ? 'We charge the rest to' : 'We charge';
  const most =
    page.maximum === null
      ? ''
      : `, and never more than ${amountIn(page, page.maximum)}${page.terms === 'deposit' ? ' besides' : ' in total'}`;
  return `${what} your card only when your items ship${most}.`;
};

const expiryWords = (page: OrderPage): string[] => {
  const expiringOn = page.order.view?.payment.expiringOn;
  if (!expiringOn) return [];
  return [
    `Your card is valid until ${dayOf(page, expiringOn)}, which is before your order ships. Please give us another one.`,
  ];
};
