import type { StatusPage } from '../../../db/page/order-page.ts';
import { lastDayBefore } from '../../../workflows/calendar/kept-until.ts';
import { dayAtShipTo, zoneAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { isTerminal, type Phase } from '../../../workflows/domain/backorder/snapshot.ts';
import type { CivilDate, Instant } from '../../../workflows/domain/time.ts';
import type { Site } from '../../html/site.ts';

/** The data of one order's pages. `now` is the order's own time. */
export type OrderPage = StatusPage & Site & { now: Instant };

/**
 * How far the order has come. What the workflow last said may be a moment old, and the page shows
 * the ledger's counts beside it: where the two differ, the ledger is right. Only an end stands.
 */
export const phaseOf = (page: Pick<OrderPage, 'order'>): Phase => {
  const { view, lines } = page.order;
  const told = view?.phase ?? 'awaiting_stock';
  if (isTerminal(told)) return told;
  if (openUnits(page) === 0) {
    return lines.some(({ shipped }) => shipped > 0) ? 'shipped' : 'cancelled';
  }
  if (!hasSetAside(page)) return 'awaiting_stock';
  return told === 'awaiting_stock' && !waits(page) ? 'awaiting_payment' : told;
};

/** What the customer knows the order by: at a connected shop that is the shop's own number. */
export const numberOf = ({ orderId, shop }: Pick<OrderPage['order'], 'orderId' | 'shop'>): string =>
  shop?.order ?? orderId;

/** Units that have neither shipped nor been cancelled. */
export const openUnits = ({ order }: Pick<OrderPage, 'order'>): number =>
  order.lines.reduce((sum, line) => sum + line.waiting + line.allocated, 0);

/** Whether units still wait for stock. */
export const waits = ({ order }: Pick<OrderPage, 'order'>): boolean =>
  order.lines.some(({ waiting }) => waiting > 0);

/** Whether units are set aside. */
export const hasSetAside = ({ order }: Pick<OrderPage, 'order'>): boolean =>
  order.lines.some(({ allocated }) => allocated > 0);

/** Whether nothing is open any more and something was cancelled. */
export const wasCancelled = (page: OrderPage): boolean =>
  openUnits(page) === 0 && page.order.lines.some(({ cancelled }) => cancelled > 0);

/** Whether anything was cancelled, and something else may still be open. */
export const hasCancelled = ({ order }: OrderPage): boolean =>
  order.lines.some(({ cancelled }) => cancelled > 0);

export const amountIn = ({ order, words }: OrderPage, amount: number): string =>
  words.money({ amount, currency: order.currency });

export const dayOf = ({ words }: OrderPage, on: CivilDate): string => words.day(on);

/** The day at ship-to at that instant: the mails say every day of the order as it is there. */
export const dayAt = (page: OrderPage, at: Instant): string =>
  dayOf(page, dayAtShipTo(page.order, at));

/** The day it is at ship-to, in the order's own time: what its dates are compared with. */
export const todayOf = ({ order, now }: OrderPage): CivilDate => dayAtShipTo(order, now);

/** The last day on which the customer can count on what ends at that instant. */
export const lastDayOf = (page: OrderPage, endsAt: Instant): string =>
  dayOf(page, lastDayBefore(endsAt, zoneAtShipTo(page.order), page.now));

/** Whether the order costs nothing, so that nothing is said of cards and charges. */
export const isFree = ({ terms }: OrderPage): boolean => terms === 'none';
