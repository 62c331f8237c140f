import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import { leastCharge } from '../../../workflows/domain/currency.ts';
import {
  amountIn,
  dayOf,
  type OrderPage,
  openUnits,
  phaseOf,
  reach,
  todayOf,
  waits,
} from '../parts/order-page.ts';
import { askedOf, awaited } from './asked.ts';
import { isChargedAtOnce, isDoubtful, moneyOf, paidAtCheckout, paidOf } from './money.ts';
import { problemOf } from './problem.ts';

/** The customer's money so far, and what may still be charged. */
export const paymentWords = (page: OrderPage): string[] => {
  const { authorized = 0, givenBack = 0, chargedBack = 0 } = page.order.view?.payment ?? {};
  const sent = givenBack - chargedBack;
  return [
    ...paidWords(page),
    ...(isDoubtful(page) ? [doubt(page)] : []),
    ...(sent > 0
      ? [`${amountIn(page, sent)} was refunded to the payment method you paid with.`]
      : []),
    ...(chargedBack > 0 ? [`Your bank has credited you ${amountIn(page, chargedBack)}.`] : []),
    ...owedWords(page),
    ...(authorized > 0 ? [held(page, authorized)] : releasedWords(page)),
    ...pursuedWords(page),
    ...(openUnits(page) === 0 ? [] : [...limit(page), ...expiryWords(page)]),
  ];
};

/** Whether the order has yet to get an authorisation for something. */
export const needsPayment = (page: OrderPage): boolean =>
  !isTerminal(phaseOf(page)) &&
  page.terms !== 'prepaid' &&
  moneyOf(page).rest > 0 &&
  (waits(page) || phaseOf(page) === 'awaiting_payment');

/** Why no payment and no card is of use any more; null as long as one may be. */
export const endOfPayment = (page: OrderPage): 'already_shipped' | 'cancelled' | null => {
  const phase = phaseOf(page);
  if (!isTerminal(phase) || problemOf(page) !== null || isChargedAtOnce(page)) return null;
  return phase === 'shipped' ? 'already_shipped' : 'cancelled';
};

const paidWords = (page: OrderPage): string[] => {
  const paid = paidOf(page);
  if (isDoubtful(page)) {
    return paid === 0
      ? []
      : [`Of what you paid when you ordered, we can see ${amountIn(page, paid)}.`];
  }
  const upfront = paidAtCheckout(page);
  return [
    ...(upfront > 0 ? [`You paid ${amountIn(page, upfront)} when you ordered.`] : []),
    ...(paid > upfront ? [`${amountIn(page, paid - upfront)} was charged to your card.`] : []),
    ...(paid === 0 ? [notCharged(page)] : []),
  ];
};

const unmatched = 'We could not match a payment to your order. We will contact you about it.';

/** Nothing is claimed of money that lies there and does not count for the order. */
const notCharged = (page: OrderPage): string => {
  if (page.order.view?.payment.isUnmatched) return unmatched;
  const isOver = phaseOf(page) === 'cancelled' || page.order.view?.outcome != null;
  return isOver ? 'Nothing was charged, and nothing will be.' : 'Nothing has been charged yet.';
};

/** A customer who has paid all the same, for this order or another, finds somebody to ask. */
const doubt = (page: OrderPage): string => {
  if (page.order.view?.payment.isUnmatched) return unmatched;
  const what = page.terms === 'deposit' ? 'deposit' : 'payment';
  const seen = paidOf(page) > 0 ? `the full ${what}` : `the ${what}`;
  return openUnits(page) > 0
    ? `We cannot see ${seen} for your order yet. We are looking into it.`
    : `We could not see ${seen} for your order. If you have paid it, please ${reach(page)}.`;
};

/**
 * Money for goods that will not ship goes back. After the end a person sends a refund that came
 * back, and only they know when they have.
 */
const owedWords = (page: OrderPage): string[] => {
  const { view, raised } = page.order;
  const { excess } = moneyOf(page);
  const isOnlyTheirs = view?.outcome && raised.every(({ code }) => code !== 'refund_failed');
  return excess === 0 || isOnlyTheirs
    ? []
    : [`${sender(page)} refunding ${amountIn(page, excess)} to the payment method you paid with.`];
};

/** Who sends money back, with the verb that follows. */
const sender = ({ heldBy, shop }: OrderPage): string =>
  heldBy === 'shop' ? `${shop.name} is` : 'We are';

/** A hold may be larger than what is left to pay of it: only what ships is ever charged. */
const held = (page: OrderPage, authorized: number): string => {
  const sum = amountIn(page, authorized);
  const { due: owed } = moneyOf(page);
  const isCharged = owed >= leastCharge(page.order.currency);
  const due = isCharged ? Math.min(authorized, owed) : 0;
  const isOver = openUnits(page) === 0;
  if (due === 0) {
    return isOver
      ? `The ${sum} held on your card is being released.`
      : `${sum} is held on your card. You will be charged only for what ships.`;
  }
  const what = isOver ? '' : ' for what has shipped';
  if (due === authorized) return `${sum} is held on your card and is being charged now${what}.`;
  const rest = isOver
    ? ' The rest will be released.'
    : ' Of the rest, you will be charged only for what ships.';
  return `${sum} is held on your card. ${amountIn(page, due)} of it is being charged now.${rest}`;
};

const releasedWords = (page: OrderPage): string[] => {
  if (page.order.view?.payment.state !== 'released') return [];
  const what = paidOf(page) > paidAtCheckout(page) ? 'Everything else held' : 'Everything held';
  return [`${what} on your card has been released. Your bank may take a few days to show it.`];
};

/** Goods have left, and no card has said no to anything: it is for us to find out. */
const pursuedWords = (page: OrderPage): string[] => {
  const { authorized = 0 } = page.order.view?.payment ?? {};
  return isChargedAtOnce(page) && authorized === 0 && problemOf(page) === null
    ? ['Not everything that has shipped is paid for yet. We are looking into it.']
    : [];
};

const limit = (page: OrderPage): string[] => {
  const { givenBack = 0 } = page.order.view?.payment ?? {};
  const { left, rest } = moneyOf(page);
  const paid = paidOf(page);
  if (page.terms === 'prepaid' && isDoubtful(page)) return [];
  if (page.terms === 'prepaid' || rest === 0) {
    const isWhole = paid - givenBack >= left;
    return [`${isWhole ? 'Your order is paid in full. ' : ''}Nothing more will be charged.`];
  }
  const what = paid > 0 || page.terms === 'deposit' ? 'the rest to your card' : 'your card';
  const when = isChargedAtOnce(page)
    ? 'right away for what has shipped, and otherwise only when your items ship'
    : 'only when your items ship';
  const asked = askedOf(page);
  const first = asked ? `Once we have ${awaited[asked.wants]}, we` : 'We';
  return [`${first} will charge ${what} ${when}${most(page, left)}.`];
};

/** Whatever was agreed to, no more is charged than what is left of the order. */
const most = (page: OrderPage, left: number): string => {
  const { maximum, paidUpfront, terms } = page;
  if (maximum === null) return '';
  const isDeposit = terms === 'deposit';
  const sum = Math.min(maximum, isDeposit ? Math.max(0, left - (paidUpfront ?? 0)) : left);
  return `, and never more than ${amountIn(page, sum)} ${isDeposit ? 'on top of your deposit' : 'in total'}`;
};

const expiryWords = (page: OrderPage): string[] => {
  const expiringOn = page.order.view?.payment.expiringOn;
  if (!expiringOn) return [];
  const on = dayOf(page, expiringOn);
  return [
    expiringOn < todayOf(page)
      ? `Your card was valid through ${on}. Please give us a different one.`
      : `Your card is valid through ${on}, which is before your order is expected to ship. Please give us a different one.`,
  ];
};
