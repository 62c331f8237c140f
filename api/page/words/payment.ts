import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import { leastCharge } from '../../../workflows/domain/currency.ts';
import { mostCharged } from '../../../workflows/domain/mail/standing.ts';
import { amid, reachOf } from '../../html/site.ts';
import {
  amountIn,
  dayOf,
  type OrderPage,
  openUnits,
  phaseOf,
  todayOf,
  waits,
} from '../parts/order-page.ts';
import { askedOf } from './asked.ts';
import { isChargedAtOnce, isDoubtful, moneyOf, paidAtCheckout, paidOf } from './money.ts';
import { problemOf } from './problem.ts';

/** The customer's money so far, and what may still be charged. */
export const paymentWords = (page: OrderPage): string[] => {
  const say = page.words.say.paymentPage;
  const { authorized = 0, givenBack = 0, chargedBack = 0 } = page.order.view?.payment ?? {};
  const sent = givenBack - chargedBack;
  return [
    ...paidWords(page),
    ...(isDoubtful(page) ? doubt(page) : []),
    ...(sent > 0 ? [say.refunded({ sum: amountIn(page, sent) })] : []),
    ...(chargedBack > 0 ? [say.credited({ sum: amountIn(page, chargedBack) })] : []),
    ...owedWords(page),
    ...(authorized > 0 ? held(page, authorized) : releasedWords(page)),
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
  const say = page.words.say.paymentPage;
  const paid = paidOf(page);
  if (isDoubtful(page)) {
    return paid === 0 ? [] : [say.seenOfUpfront({ sum: amountIn(page, paid) })];
  }
  const upfront = paidAtCheckout(page);
  return [
    ...(upfront > 0 ? [say.upfront({ sum: amountIn(page, upfront) })] : []),
    ...(paid > upfront ? [say.charged({ sum: amountIn(page, paid - upfront) })] : []),
    ...(paid === 0 ? [notCharged(page)] : []),
  ];
};

/** Nothing is claimed of money that lies there and does not count for the order. */
const notCharged = (page: OrderPage): string => {
  const say = page.words.say.paymentPage;
  if (page.order.view?.payment.isUnmatched) return say.unmatched();
  const isOver = phaseOf(page) === 'cancelled' || page.order.view?.outcome != null;
  return isOver ? say.neverCharged() : say.notCharged();
};

/** A customer who has paid all the same, for this order or another, finds somebody to ask. */
const doubt = (page: OrderPage): string[] => {
  const say = page.words.say.paymentPage;
  if (page.order.view?.payment.isUnmatched) return [say.unmatched()];
  const isPart = paidOf(page) > 0;
  const what =
    page.terms === 'deposit'
      ? isPart
        ? 'fullDeposit'
        : 'deposit'
      : isPart
        ? 'fullPayment'
        : 'payment';
  return openUnits(page) > 0
    ? [say.unseen({ what })]
    : [say.neverSeen({ what }), say.ifPaid(reachOf(page))];
};

/**
 * Money for goods that will not ship goes back. After the end a person sends a refund that came
 * back, and only they know when they have.
 */
const owedWords = (page: OrderPage): string[] => {
  const { view, raised } = page.order;
  const { excess } = moneyOf(page);
  const isOnlyTheirs = view?.outcome && raised.every(({ code }) => code !== 'refund_failed');
  if (excess === 0 || isOnlyTheirs) return [];
  const sum = amountIn(page, excess);
  const by = page.heldBy === 'shop' ? 'shop' : 'us';
  return [page.words.say.paymentPage.refunding({ by, shop: amid(page, page.shop.name), sum })];
};

/** A hold may be larger than what is left to pay of it: only what ships is ever charged. */
const held = (page: OrderPage, authorized: number): string[] => {
  const say = page.words.say.paymentPage;
  const sum = amountIn(page, authorized);
  const { due: owed } = moneyOf(page);
  const isCharged = owed >= leastCharge(page.order.currency);
  const due = isCharged ? Math.min(authorized, owed) : 0;
  const isOver = openUnits(page) === 0;
  if (due === 0) return [isOver ? say.releasing({ sum }) : say.held({ sum })];
  if (due === authorized) return [isOver ? say.charging({ sum }) : say.chargingShipped({ sum })];
  return [
    say.chargingPart({ sum, due: amountIn(page, due) }),
    isOver ? say.restReleased() : say.restLater(),
  ];
};

const releasedWords = (page: OrderPage): string[] => {
  const say = page.words.say.paymentPage;
  if (page.order.view?.payment.state !== 'released') return [];
  return [paidOf(page) > paidAtCheckout(page) ? say.otherReleased() : say.released()];
};

/** Goods have left, and no card has said no to anything: it is for us to find out. */
const pursuedWords = (page: OrderPage): string[] => {
  const { authorized = 0 } = page.order.view?.payment ?? {};
  return isChargedAtOnce(page) && authorized === 0 && problemOf(page) === null
    ? [page.words.say.paymentPage.pursued()]
    : [];
};

const limit = (page: OrderPage): string[] => {
  const say = page.words.say.paymentPage;
  const { givenBack = 0 } = page.order.view?.payment ?? {};
  const { left, rest } = moneyOf(page);
  const paid = paidOf(page);
  if (page.terms === 'prepaid' && isDoubtful(page)) return [];
  if (page.terms === 'prepaid' || rest === 0) {
    return [...(paid - givenBack >= left ? [say.paidInFull()] : []), say.nothingMore()];
  }
  const asked = askedOf(page);
  const what = paid > 0 || page.terms === 'deposit' ? 'rest' : 'all';
  const when = isChargedAtOnce(page) ? 'atOnce' : 'later';
  return [
    asked ? say.willChargeOnceGiven({ wants: asked.wants }) : say.willCharge({ what, when }),
    ...most(page, left),
  ];
};

/** Whatever was agreed to, no more is charged than what is left of the order. */
const most = (page: OrderPage, left: number): string[] => {
  const say = page.words.say.paymentPage;
  const { maximum, paidUpfront, terms } = page;
  if (maximum === null) return [];
  const isDeposit = terms === 'deposit';
  const sum = amountIn(page, mostCharged({ agreed: maximum, left, paidUpfront }));
  return [isDeposit ? say.mostBesidesDeposit({ sum }) : say.most({ sum })];
};

const expiryWords = (page: OrderPage): string[] => {
  const say = page.words.say.paymentPage;
  const expiringOn = page.order.view?.payment.expiringOn;
  if (!expiringOn) return [];
  const day = dayOf(page, expiringOn);
  return [expiringOn < todayOf(page) ? say.cardExpired({ day }) : say.cardExpires({ day })];
};
