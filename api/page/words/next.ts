import { stopsShipment } from '../../../workflows/domain/backorder/attention.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import {
  dayAt,
  dayOf,
  type OrderPage,
  phaseOf,
  todayOf,
  waits,
  wasCancelled,
} from '../parts/order-page.ts';
import { isUnclear, moneyOf } from './money.ts';
import { isBarred, problemOf } from './problem.ts';

/** Where the order stands, in one sentence. */
export const standingWords = (page: OrderPage): string => {
  switch (phaseOf(page)) {
    case 'awaiting_stock':
      return `${hasShipped(page) ? 'The rest of your order' : 'Your order'} is waiting for ${isBarred(page) ? 'its payment' : 'stock'}. Your place in line is kept.`;
    case 'awaiting_payment':
      return `${whatIsHere(page)} is set aside for you.${paymentNext(page)}`;
    case 'ready_to_ship':
      return `${whatIsHere(page)} is here and ready to ship.`;
    case 'shipped':
      return `Your order has shipped${wasCancelled(page) ? ', except for what was cancelled' : ''}.`;
    case 'cancelled':
      return 'Your order is cancelled.';
  }
};

const paymentNext = (page: OrderPage): string => {
  if (isStuck(page)) return ' The payment is not ready yet.';
  return moneyOf(page).next === 0 ? '' : ' The payment comes next.';
};

const whatIsHere = (page: OrderPage): string => {
  if (waits(page)) return hasShipped(page) ? 'More of your order' : 'A part of your order';
  return hasShipped(page) ? 'The rest of your order' : 'Your order';
};

const isStuck = (page: OrderPage): boolean => problemOf(page) !== null || isUnclear(page);

const hasShipped = ({ shipments }: OrderPage): boolean => shipments.length > 0;

/** The date the customer was promised, or plainly that there is none; null once it is over. */
export const promiseWords = (page: OrderPage): string | null => {
  if (isTerminal(phaseOf(page))) return null;
  const { promisedOn } = page.order;
  if (promisedOn === null) {
    return 'There is no ship date yet. We will tell you as soon as there is one.';
  }
  if (promisedOn < todayOf(page)) return lateWords(page, dayOf(page, promisedOn));
  const date = `Planned to ship by ${dayOf(page, promisedOn)}`;
  return isStuck(page)
    ? `${date}, once the payment is settled.`
    : `${date}. If that changes, we will tell you.`;
};

/** The promise stands as it was given, and nobody reads it as one that can still be kept. */
const lateWords = (page: OrderPage, day: string): string =>
  isStuck(page)
    ? `It was planned to ship by ${day}. That day has passed, and the payment is not settled yet.`
    : `It was planned to ship by ${day}, and it is late. We are sorry. We will tell you a new date as soon as we know one.`;

/** What happens next, and when we write again. */
export const nextWords = (page: OrderPage): string[] => {
  const { view } = page.order;
  const isOver = isTerminal(phaseOf(page));
  if (!isOver && view && (view.isSuspended || stopsShipment(view))) {
    return ['We are looking into your order before it goes on.'];
  }
  if (!isOver && isUnclear(page)) return [unclear];
  return isStuck(page) ? [] : [...steps(page), ...mailWords(page)];
};

const unclear =
  'We are looking into the payment of your order. Your items can ship once that is clear.';

const steps = (page: OrderPage): string[] => {
  switch (phaseOf(page)) {
    case 'awaiting_stock':
      return ['As soon as your items arrive, we set them aside for you and tell you.'];
    case 'awaiting_payment':
      return moneyOf(page).next === 0
        ? ['It is paid already. Your items are ready to ship in a moment.']
        : ['We ask your bank for the amount. Once it agrees, your items are ready to ship.'];
    case 'ready_to_ship':
      return [
        moneyOf(page).next === 0
          ? 'We hand your items to the carrier, and send you a mail.'
          : 'We hand your items to the carrier. Your card is charged then, and we send you a mail.',
        ...(waits(page) ? ['The rest of your order follows as soon as it arrives.'] : []),
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
  // Mails that only shorten the wait are left out once nothing is waited for.
  const kinds = phaseOf(page) === 'ready_to_ship' ? alwaysTold : whileWaiting;
  const words = kinds[next.kind];
  return words === undefined ? [] : [`We write again on ${dayAt(page, next.at)}: ${words}.`];
};

/** Mails that are planned ahead; the others come when something happens. */
type Planned = Partial<Record<MessageKind | 'lease-end', string>>;

const alwaysTold: Planned = { countdown: 'how many days are left' };

const whileWaiting: Planned = {
  ...alwaysTold,
  excitement: 'something about what you ordered',
  'check-in': 'where your order stands',
};
