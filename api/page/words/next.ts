import { stopsShipment } from '../../../workflows/domain/backorder/attention.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import {
  dayAt,
  dayOf,
  isFree,
  type OrderPage,
  phaseOf,
  waits,
  wasCancelled,
} from '../parts/order-page.ts';
import { askedOf } from './asked.ts';
import { isUnclear, moneyOf } from './money.ts';
import { isBarred, problemOf } from './problem.ts';
import { promiseOf } from './wait.ts';

/** Where the order stands, in a sentence or two. */
export const standingWords = (page: OrderPage): string => {
  const say = page.words.say.nextPage;
  switch (phaseOf(page)) {
    case 'awaiting_stock': {
      const waiting = say.waiting({
        part: hasShipped(page) ? 'rest' : 'all',
        awaited: awaitedBy(page),
      });
      return `${waiting} ${say.placeKept()}`;
    }
    case 'awaiting_payment':
      return [say.setAside({ part: partHere(page) }), ...paymentNext(page)].join(' ');
    case 'ready_to_ship':
      return say.ready({ part: partHere(page) });
    case 'shipped':
      return wasCancelled(page) ? say.shippedExcept() : say.shipped();
    case 'cancelled':
      return say.cancelled();
  }
};

const awaitedBy = (page: OrderPage): 'both' | 'card' | 'consent' | 'payment' | 'stock' =>
  askedOf(page)?.wants ?? (isBarred(page) ? 'payment' : 'stock');

const paymentNext = (page: OrderPage): string[] => {
  const say = page.words.say.nextPage;
  if (isStuck(page)) return [say.unsettled()];
  return moneyOf(page).next === 0 ? [] : [say.paymentNext()];
};

const partHere = (page: OrderPage): 'more' | 'some' | 'rest' | 'all' => {
  if (waits(page)) return hasShipped(page) ? 'more' : 'some';
  return hasShipped(page) ? 'rest' : 'all';
};

const isStuck = (page: OrderPage): boolean =>
  problemOf(page) !== null || askedOf(page) !== null || isUnclear(page);

const hasShipped = ({ shipments }: OrderPage): boolean => shipments.length > 0;

/** The date the customer was promised, or plainly that there is none; null once it is over. */
export const promiseWords = (page: OrderPage): string | null => {
  const say = page.words.say.nextPage;
  if (isTerminal(phaseOf(page))) return null;
  const promise = promiseOf(page);
  if (promise.is === 'none') return say.noDate();
  const day = dayOf(page, promise.on);
  // The promise stands as it was given, and nobody reads it as one that can still be kept.
  if (promise.is === 'past') return isStuck(page) ? say.lateUnpaid({ day }) : say.late({ day });
  return isStuck(page) ? say.expectedOncePaid({ day }) : say.expected({ day });
};

/** What happens next, and when we write again. */
export const nextWords = (page: OrderPage): string[] => {
  const say = page.words.say.nextPage;
  const { view } = page.order;
  const isOver = isTerminal(phaseOf(page));
  if (!isOver && view && (view.isSuspended || stopsShipment(view))) return [say.lookedInto()];
  if (!isOver && isUnclear(page)) return [say.paymentLookedInto()];
  return isStuck(page) ? [] : [...steps(page), ...mailWords(page)];
};

const steps = (page: OrderPage): string[] => {
  const say = page.words.say.nextPage;
  switch (phaseOf(page)) {
    case 'awaiting_stock':
      return [say.setAsideNext()];
    case 'awaiting_payment':
      if (moneyOf(page).next > 0) return [say.bankAsked()];
      return [isFree(page) ? say.readySoon() : say.paidReadySoon()];
    case 'ready_to_ship':
      return [
        moneyOf(page).next === 0 ? say.handOver() : say.handOverCharged(),
        ...(waits(page) ? [say.restFollows()] : []),
      ];
    case 'shipped':
      return [say.withCarrier()];
    case 'cancelled':
      return [say.nothingToDo()];
  }
};

const mailWords = (page: OrderPage): string[] => {
  const next = page.order.view?.next;
  if (!next) return [];
  const say = page.words.say.nextPage;
  /** Mails that are planned ahead; the others come when something happens. */
  const planned: Planned = {
    countdown: say.mailCountdown,
    // A customer who waits no longer gets no mail that only shortens the wait.
    ...(phaseOf(page) !== 'ready_to_ship' && {
      ...(page.order.excitementGroup !== 'control' && { excitement: say.mailExcitement }),
      'check-in': say.mailCheckIn,
    }),
  };
  const words = planned[next.kind]?.({ day: dayAt(page, next.at) });
  return words === undefined ? [] : [words];
};

type Planned = Partial<Record<MessageKind | 'lease-end', (values: { day: string }) => string>>;
