import { stopsShipment } from '../../../workflows/domain/backorder/attention.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import {
  dayAt,
  dayOf,
  isFree,
  type OrderPage,
  phaseOf,
  todayOf,
  waits,
  wasCancelled,
} from '../parts/order-page.ts';
import { askedOf, awaited } from './asked.ts';
import { isUnclear, moneyOf } from './money.ts';
import { isBarred, problemOf } from './problem.ts';

/** Where the order stands, in one sentence. */
export const standingWords = (page: OrderPage): string => {
  switch (phaseOf(page)) {
    case 'awaiting_stock':
      return `${hasShipped(page) ? 'The rest of your order' : 'Your order'} is waiting for ${awaitedBy(page)}. We are keeping your place in line.`;
    case 'awaiting_payment':
      return `${whatIsHere(page)} is set aside for you.${paymentNext(page)}`;
    case 'ready_to_ship':
      return `${whatIsHere(page)} is in stock and ready to ship.`;
    case 'shipped':
      return `Your order has shipped${wasCancelled(page) ? ', except for what was canceled' : ''}.`;
    case 'cancelled':
      return 'Your order has been canceled.';
  }
};

const awaitedBy = (page: OrderPage): string => {
  const asked = askedOf(page);
  if (asked) return awaited[asked.wants];
  return isBarred(page) ? 'payment' : 'stock';
};

const paymentNext = (page: OrderPage): string => {
  if (isStuck(page)) return ' The payment is not settled yet.';
  return moneyOf(page).next === 0 ? '' : ' Payment comes next.';
};

const whatIsHere = (page: OrderPage): string => {
  if (waits(page)) return hasShipped(page) ? 'More of your order' : 'Part of your order';
  return hasShipped(page) ? 'The rest of your order' : 'Your order';
};

const isStuck = (page: OrderPage): boolean =>
  problemOf(page) !== null || askedOf(page) !== null || isUnclear(page);

const hasShipped = ({ shipments }: OrderPage): boolean => shipments.length > 0;

/** The date the customer was promised, or plainly that there is none; null once it is over. */
export const promiseWords = (page: OrderPage): string | null => {
  if (isTerminal(phaseOf(page))) return null;
  const { promisedOn } = page.order;
  if (promisedOn === null) {
    return 'There is no ship date yet. We will let you know as soon as there is one.';
  }
  if (promisedOn < todayOf(page)) return lateWords(page, dayOf(page, promisedOn));
  const date = `Expected to ship by ${dayOf(page, promisedOn)}`;
  return isStuck(page)
    ? `${date}, once the payment is settled.`
    : `${date}. If that changes, we will let you know.`;
};

/** The promise stands as it was given, and nobody reads it as one that can still be kept. */
const lateWords = (page: OrderPage, day: string): string =>
  isStuck(page)
    ? `It was expected to ship by ${day}. That day has passed, and the payment is not settled yet.`
    : `It was expected to ship by ${day}, and it is late. We are sorry. We will give you a new date as soon as we have one.`;

/** What happens next, and when we write again. */
export const nextWords = (page: OrderPage): string[] => {
  const { view } = page.order;
  const isOver = isTerminal(phaseOf(page));
  if (!isOver && view && (view.isSuspended || stopsShipment(view))) {
    return ['We are looking into your order before it moves forward.'];
  }
  if (!isOver && isUnclear(page)) return [unclear];
  return isStuck(page) ? [] : [...steps(page), ...mailWords(page)];
};

const unclear =
  'We are looking into the payment for your order. Your items can ship once that is resolved.';

const steps = (page: OrderPage): string[] => {
  switch (phaseOf(page)) {
    case 'awaiting_stock':
      return ['As soon as your items come in, we will set them aside for you and let you know.'];
    case 'awaiting_payment':
      return moneyOf(page).next === 0
        ? [
            `${isFree(page) ? '' : 'It is already paid for. '}Your items will be ready to ship in a moment.`,
          ]
        : [
            'We are asking your bank to approve the amount. Once it does, your items will be ready to ship.',
          ];
    case 'ready_to_ship':
      return [
        moneyOf(page).next === 0
          ? 'We will hand your items to the carrier and send you an email.'
          : 'We will hand your items to the carrier. Your card will be charged then, and we will send you an email.',
        ...(waits(page) ? ['The rest of your order will follow as soon as it is ready.'] : []),
      ];
    case 'shipped':
      return ['Your items are with the carrier.'];
    case 'cancelled':
      return ['There is nothing you need to do.'];
  }
};

const mailWords = (page: OrderPage): string[] => {
  const next = page.order.view?.next;
  if (!next) return [];
  // A customer who waits no longer gets no mail that only shortens the wait.
  const kinds = phaseOf(page) === 'ready_to_ship' ? alwaysTold : whileWaiting;
  const words = kinds[next.kind];
  return words === undefined
    ? []
    : [`We will email you again on ${dayAt(page, next.at)}, with ${words}.`];
};

/** Mails that are planned ahead; the others come when something happens. */
type Planned = Partial<Record<MessageKind | 'lease-end', string>>;

const alwaysTold: Planned = { countdown: 'the number of days left' };

const whileWaiting: Planned = {
  ...alwaysTold,
  excitement: 'a little about what you ordered',
  'check-in': 'an update on where your order stands',
};
