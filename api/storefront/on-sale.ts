import { instantAt, offsetTime, startOfDay } from '../../workflows/calendar/zone.ts';
import { addDays, type CivilDate } from '../../workflows/domain/time.ts';
import type { Standing } from './offer.ts';

/** How machines are told that something can be had: search engines, and feeds of shops. */
export type OnSale =
  | { state: 'in_stock' | 'out_of_stock' }
  | { state: 'backorder'; shipsOn: CivilDate };

/** On backorder is only what has a date: none is invented, so what has none is out of stock there. */
export const onSaleOf = ({ state, shipsOn }: Standing): OnSale => {
  if (state !== 'backorder') return { state };
  return shipsOn === null ? { state: 'out_of_stock' } : { state, shipsOn };
};

/**
 * The moment that stands for such a day where a moment is asked for: the day begins with it at the
 * shop. Of today it is the end, because what ships today is still to come.
 */
export const shipsFrom = (
  shipsOn: CivilDate,
  { today, timeZone }: { today: CivilDate; timeZone: string },
): string => {
  const at =
    shipsOn > today
      ? startOfDay(shipsOn, timeZone)
      : instantAt({ on: today, hour: 23, minute: 59, timeZone });
  return offsetTime(at, timeZone);
};

/** Whether the day is at most a year ahead, of which a leap year counts as 365 days too. */
export const isWithinYear = (on: CivilDate, today: CivilDate): boolean => on <= addDays(today, 365);
