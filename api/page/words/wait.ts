import { dayAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import { daysBetween } from '../../../workflows/domain/time.ts';
import { type OrderPage, phaseOf, todayOf } from '../parts/order-page.ts';

/** How far the wait has come: `day` of `days`, from placing to the promise. It begins with 1. */
export type Wait = { day: number; days: number };

/** Null without a date that can still be kept: no wait is ever made up. */
export const waitOf = (page: OrderPage): Wait | null => {
  const { order } = page;
  const { promisedOn } = order;
  const today = todayOf(page);
  if (promisedOn === null || promisedOn < today || isTerminal(phaseOf(page))) return null;
  const placedOn = dayAtShipTo(order, order.placedAt);
  const days = daysBetween(placedOn, promisedOn);
  return days < 1 ? null : { day: Math.max(1, daysBetween(placedOn, today)), days };
};
