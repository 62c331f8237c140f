import { dayAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import {
  type PromiseStanding,
  promiseStanding,
  type Wait,
  waitOf,
} from '../../../workflows/domain/mail/standing.ts';
import { type OrderPage, openUnits, todayOf } from '../parts/order-page.ts';

/** The promised date as it is today, which the order's mails say in the same way. */
export const promiseOf = (page: OrderPage): PromiseStanding =>
  promiseStanding(page.order.promisedOn, todayOf(page));

/** How far the wait has come; null without a date that can still be kept, and once it is over. */
export const waitOfPage = (page: OrderPage): Wait | null => {
  if (openUnits(page) === 0) return null;
  const { order } = page;
  const placedOn = dayAtShipTo(order, order.placedAt);
  return waitOf(promiseOf(page), { placedOn, today: todayOf(page) });
};
