import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Problem } from '../../../workflows/domain/payment/dunning/trouble.ts';
import {
  amountIn,
  dayAt,
  lastDayOf,
  type OrderPage,
  openUnits,
  phaseOf,
} from '../parts/order-page.ts';
import { askedLabel, askedOf, askedWords } from './asked.ts';
import { isChargedAtOnce } from './money.ts';

/** The reason why the payment is not ready; null when all is well, or over. */
export const problemOf = (page: OrderPage): Problem | null =>
  phaseOf(page) === 'cancelled' ? null : (page.order.view?.payment.problem ?? null);

/** The time for the payment is over: the order keeps its place, but gets no units. */
export const isBarred = (page: OrderPage): boolean => {
  const problem = problemOf(page);
  return problem !== null && problem.payBy === null && problem.cancelsAt !== null;
};

/** The payment's problem, or what it waits for, and what follows by when; empty if all is well. */
export const problemWords = (page: OrderPage): string[] => {
  const problem = problemOf(page);
  if (problem === null) return askedWords(page);
  return [
    happened(page, problem),
    ...(problem.retryAt === null ? [] : [retryWords(page, problem.retryAt)]),
    ...consequences(page, problem),
  ];
};

/** When a payment that the customer settles now is charged. */
export const whenCharged = (page: OrderPage): string => {
  if (openUnits(page) === 0) return 'Your items have shipped, so it will be charged right away.';
  return isChargedAtOnce(page)
    ? 'What has shipped will be charged right away, and everything else only when it ships.'
    : 'It will be charged only when your items ship.';
};

/** Whether another card is asked as soon as we have it: for units that are kept, or have left. */
export const isAskedAtOnce = (page: OrderPage): boolean => {
  const problem = problemOf(page);
  return problem !== null && (problem.payBy !== null || isOwed(page));
};

/** Whether something has left whose payment has not come. */
export const isOwed = (page: OrderPage): boolean => isChargedAtOnce(page) || openUnits(page) === 0;

/** The customer's way out: the part of the order's page, and the words for it. */
export const askOf = (page: OrderPage): { to: 'pay' | 'card'; label: string } | null => {
  const problem = problemOf(page);
  const asked = askedOf(page);
  if (asked) return { to: 'card', label: askedLabel(asked.wants) };
  if (problem === null) return null;
  return problem.reason === 'authentication' && page.isConfirmable
    ? { to: 'pay', label: 'Confirm your payment' }
    : { to: 'card', label: 'Use a different card' };
};

const happened = (page: OrderPage, { reason, amount }: Problem): string => {
  const sum = amountIn(page, amount);
  switch (reason) {
    case 'declined':
      return `Your payment of ${sum} did not go through.`;
    case 'authentication':
      return isBarred(page)
        ? `Your bank needed you to confirm the payment of ${sum}, and the time for that has passed.`
        : `Your bank needs you to confirm the payment of ${sum}.`;
    case 'expired':
      return `The card you gave us has expired. Amount to pay: ${sum}.`;
    case 'removed':
      return `The card you gave us is no longer available, so we cannot charge it. Amount to pay: ${sum}.`;
  }
};

const retryWords = (page: OrderPage, retryAt: string): string =>
  `We will try the same card again on ${dayAt(page, retryAt)}. If the payment goes through, there is nothing you need to do.`;

const consequences = (page: OrderPage, problem: Problem): string[] => {
  if (isTerminal(phaseOf(page))) return [leftWords(problem)];
  const { cancelsAt } = problem;
  return [
    ...(isChargedAtOnce(page) ? ['Part of it is for items that have already shipped.'] : []),
    whatIsKept(page, problem),
    ...(cancelsAt === null
      ? []
      : [
          `If we still do not have your payment after ${lastDayOf(page, cancelsAt)}, we will cancel the order, free of charge.`,
        ]),
  ];
};

/** Shipped items are charged once the customer has confirmed, or has given another card. */
const leftWords = ({ reason }: Problem): string =>
  reason === 'authentication'
    ? 'It is for items that have already shipped, and will be charged as soon as you confirm it.'
    : 'It is for items that have already shipped. As soon as you give us a different card, it will be charged to that one.';

const whatIsKept = (page: OrderPage, { payBy }: Problem): string => {
  if (payBy !== null) {
    return `Your items are set aside for you until ${lastDayOf(page, payBy)}. After that day, they go to the next customer in line, but your order keeps its place.`;
  }
  if (isBarred(page)) {
    return 'We did not have your payment in time, so your items went to the next customer in line. Your order keeps its place in line and can get items again once you give us a different card.';
  }
  return phaseOf(page) === 'awaiting_stock'
    ? 'Please take care of that before your items come in, so that they can be yours right away.'
    : 'Your order can move forward as soon as the payment is settled.';
};
