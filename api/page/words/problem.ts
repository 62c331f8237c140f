import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Problem } from '../../../workflows/domain/payment/dunning/trouble.ts';
import {
  amountIn,
  dayAt,
  hasSetAside,
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
  const { retryAt } = problem;
  return [
    happened(page, problem),
    ...(retryAt === null ? [] : [page.words.say.problemPage.retry({ day: dayAt(page, retryAt) })]),
    ...consequences(page, problem),
  ];
};

/** When a payment that the customer settles now is charged. */
export const whenCharged = (page: OrderPage): string => {
  const say = page.words.say.problemPage;
  if (openUnits(page) === 0) return say.chargedShipped();
  return isChargedAtOnce(page) ? say.chargedPartly() : say.chargedLater();
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
  const say = page.words.say.problemPage;
  const problem = problemOf(page);
  const asked = askedOf(page);
  if (asked) return { to: 'card', label: askedLabel(page.words, asked.wants) };
  if (problem === null) return null;
  return problem.reason === 'authentication' && page.isConfirmable
    ? { to: 'pay', label: say.confirm() }
    : { to: 'card', label: say.otherCard() };
};

const happened = (page: OrderPage, { reason, amount }: Problem): string => {
  const say = page.words.say.problemPage;
  const sum = amountIn(page, amount);
  switch (reason) {
    case 'declined':
      return say.declined({ sum });
    case 'authentication':
      return isBarred(page) ? say.authenticationOver({ sum }) : say.authentication({ sum });
    case 'expired':
      return say.expired({ sum });
    case 'removed':
      return say.removed({ sum });
  }
};

const consequences = (page: OrderPage, problem: Problem): string[] => {
  const say = page.words.say.problemPage;
  // Shipped items are charged once the customer has confirmed, or has given another card.
  if (isTerminal(phaseOf(page))) {
    return [problem.reason === 'authentication' ? say.leftToConfirm() : say.leftToPay()];
  }
  const { cancelsAt } = problem;
  return [
    ...(isChargedAtOnce(page) ? [say.partlyShipped()] : []),
    whatIsKept(page, problem),
    ...(cancelsAt === null ? [] : [say.cancelsAfter({ day: lastDayOf(page, cancelsAt) })]),
  ];
};

const whatIsKept = (page: OrderPage, { payBy }: Problem): string => {
  const say = page.words.say.problemPage;
  // The ledger may have let them go since the workflow said so.
  if (payBy !== null && hasSetAside(page)) return say.keptUntil({ day: lastDayOf(page, payBy) });
  if (isBarred(page)) return say.barred();
  return phaseOf(page) === 'awaiting_stock' ? say.early() : say.movesOn();
};
