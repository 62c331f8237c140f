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
import { isChargedAtOnce } from './money.ts';

/** The reason why the payment is not ready; null when all is well, or over. */
export const problemOf = (page: OrderPage): Problem | null =>
  phaseOf(page) === 'cancelled' ? null : (page.order.view?.payment.problem ?? null);

/** The time for the payment is over: the order keeps its place, but gets no units. */
export const isBarred = (page: OrderPage): boolean => {
  const problem = problemOf(page);
  return problem !== null && problem.payBy === null && problem.cancelsAt !== null;
};

/** The payment's problem, and what follows by when; empty when all is well. */
export const problemWords = (page: OrderPage): string[] => {
  const problem = problemOf(page);
  if (problem === null) return [];
  return [
    happened(page, problem),
    ...(problem.retryAt === null ? [] : [retryWords(page, problem.retryAt)]),
    ...consequences(page, problem),
  ];
};

/** When a payment that the customer settles now is charged. */
export const whenCharged = (page: OrderPage): string => {
  if (openUnits(page) === 0) return 'Your items have shipped, so it is charged at once.';
  return isChargedAtOnce(page)
    ? 'What has shipped is charged at once, and all else only when it ships.'
    : 'It is charged only when your items ship.';
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
  if (problem === null) return null;
  return problem.reason === 'authentication' && page.isConfirmable
    ? { to: 'pay', label: 'Confirm your payment' }
    : { to: 'card', label: 'Give another card' };
};

const happened = (page: OrderPage, { reason, amount }: Problem): string => {
  const sum = amountIn(page, amount);
  switch (reason) {
    case 'declined':
      return `Your payment of ${sum} did not go through.`;
    case 'authentication':
      return isBarred(page)
        ? `Your bank wanted you to confirm the payment of ${sum} yourself, and the time for that is over.`
        : `Your bank asks you to confirm the payment of ${sum} yourself.`;
    case 'expired':
      return `The card you gave us has expired. Still to be paid: ${sum}.`;
    case 'removed':
      return `The card you gave us is no longer available to us. Still to be paid: ${sum}.`;
  }
};

const retryWords = (page: OrderPage, retryAt: string): string =>
  `We try the same card again on ${dayAt(page, retryAt)}. If the money is there by then, there is nothing you need to do.`;

const consequences = (page: OrderPage, problem: Problem): string[] => {
  if (isTerminal(phaseOf(page))) return [leftWords(problem)];
  const { cancelsAt } = problem;
  return [
    ...(isChargedAtOnce(page) ? ['A part of it is for items that have shipped already.'] : []),
    whatIsKept(page, problem),
    ...(cancelsAt === null
      ? []
      : [
          `If there is still no payment after ${lastDayOf(page, cancelsAt)}, the order is cancelled, free of charge.`,
        ]),
  ];
};

/** Shipped items are charged once the customer has confirmed, or has given another card. */
const leftWords = ({ reason }: Problem): string =>
  reason === 'authentication'
    ? 'It is for items that have shipped already, and is charged as soon as you have confirmed it.'
    : 'It is for items that have shipped already. As soon as you give us another card, it is charged to that one.';

const whatIsKept = (page: OrderPage, { payBy }: Problem): string => {
  if (payBy !== null) {
    return `Your items are set aside for you until ${lastDayOf(page, payBy)}. After that day they go to the next customer in line, and your order keeps its place.`;
  }
  if (isBarred(page)) {
    return 'The payment was not ready in time, so your items went to the next customer in line. Your order keeps its place, and gets items again once you give us another card.';
  }
  return phaseOf(page) === 'awaiting_stock'
    ? 'Please settle that before your items arrive, so that they can be yours at once.'
    : 'As soon as the payment is ready, your order can go on.';
};
