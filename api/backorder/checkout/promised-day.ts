import type { NewOrder } from '../../../db/backorder/place.ts';
import { dayWithin } from '../../../workflows/calendar/legal-days.ts';
import { dayAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { addDays, type CivilDate, type Instant } from '../../../workflows/domain/time.ts';
import { lastOf } from './promise-schema.ts';
import type { Checkout } from './schema.ts';

type Promised = NonNullable<Checkout['promise']>;

/** Where and when the order was placed, and whether another system told its date long ago. */
type Placing = Pick<NewOrder, 'shipTo' | 'placedAt' | 'imported'>;

/**
 * The promise of a checkout, as one day at ship-to. Clocks and zones differ, so that the day before
 * today counts as today.
 */
export const promiseOf = (
  promise: Promised,
  placing: Placing,
  now: Instant,
): NonNullable<NewOrder['promise']> => {
  const on = toldOn(promise, placing);
  const today = dayAtShipTo(placing.shipTo, now);
  const { basis, essential = false } = promise;
  return { on: placing.imported || on > today ? on : today, basis, essential };
};

/** Whether the day told was over already, so that only another system can have told it. */
export const isPromiseOver = (promise: Promised, placing: Placing, now: Instant): boolean =>
  !placing.imported && toldOn(promise, placing) < addDays(dayAtShipTo(placing.shipTo, now), -1);

const toldOn = ({ on, within }: Promised, { shipTo, placedAt }: Placing): CivilDate => {
  if (on !== undefined) return on;
  if (within === undefined) throw new Error('a promise names its day');
  const { days, business: isBusiness = false } = within;
  return dayWithin(shipTo, { from: placedAt, days: lastOf(days), isBusiness });
};
