import { priceLines } from '../backorder/price-lines.ts';
import { chargeStep } from '../currency.ts';
import { valueOfFirst } from '../money.ts';
import { type CivilDate, daysBetween } from '../time.ts';

/**
 * One line as the ledger counts it; `allocated` units are set aside. `total`: what the customer pays
 * for the whole line, in minor units.
 */
export type CountedLine = {
  lineId: string;
  quantity: number;
  waiting: number;
  allocated: number;
  shipped: number;
  cancelled: number;
  total: number;
};

/** Some units of an order, line by line, with what they cost. Minor units; `total` is all of it. */
export type Portion<L extends CountedLine> = {
  lines: { line: L; quantity: number; amount: number }[];
  units: number;
  shipping: number;
  total: number;
};

/** Where all units of an order are. `left`: neither shipped nor cancelled. */
export type Standing<L extends CountedLine> = Record<
  'waiting' | 'setAside' | 'shipped' | 'cancelled' | 'left' | 'ordered',
  Portion<L>
>;

/** The units of a line, counted from its first: shipped ones first, cancelled ones last. */
type Range = (line: CountedLine) => { from: number; to: number };

const ranges: Record<keyof Standing<CountedLine>, Range> = {
  shipped: ({ shipped }) => ({ from: 0, to: shipped }),
  setAside: ({ shipped, allocated }) => ({ from: shipped, to: shipped + allocated }),
  waiting: ({ shipped, allocated, waiting }) => ({
    from: shipped + allocated,
    to: shipped + allocated + waiting,
  }),
  left: ({ shipped, allocated, waiting }) => ({ from: shipped, to: shipped + allocated + waiting }),
  cancelled: ({ quantity, cancelled }) => ({ from: quantity - cancelled, to: quantity }),
  ordered: ({ quantity }) => ({ from: 0, to: quantity }),
};

type Order<L extends CountedLine> = { currency: string; shipping: number; lines: readonly L[] };

/**
 * What an order's mails and pages may say of its units: the parts add up to all that was ordered,
 * and to the sums that the payment takes, shipping included.
 */
export const standingOf = <L extends CountedLine>(order: Order<L>): Standing<L> => ({
  waiting: portion(order, ranges.waiting),
  setAside: portion(order, ranges.setAside),
  shipped: portion(order, ranges.shipped),
  cancelled: portion(order, ranges.cancelled),
  left: portion(order, ranges.left),
  ordered: portion(order, ranges.ordered),
});

const portion = <L extends CountedLine>(order: Order<L>, range: Range): Portion<L> => {
  const values = new Map(priceLines(order).map(({ lineId, value }) => [lineId, value]));
  const step = chargeStep(order.currency);
  const sumOf = (whole: number, line: L) => {
    const { from, to } = range(line);
    const first = (count: number) => valueOfFirst(whole, { units: line.quantity, count, step });
    return first(to) - first(from);
  };
  const lines = order.lines.map((line) => ({
    line,
    quantity: range(line).to - range(line).from,
    amount: sumOf(line.total, line),
  }));
  const total = order.lines.reduce(
    (sum, line) => sum + sumOf(values.get(line.lineId) ?? 0, line),
    0,
  );
  return {
    lines: lines.filter(({ quantity }) => quantity > 0),
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    shipping: total - lines.reduce((sum, { amount }) => sum + amount, 0),
    total,
  };
};

/** The promised date as it is on the day of speaking. `days`: from today to it, or since it. */
export type PromiseStanding =
  | { is: 'none' }
  | { is: 'ahead' | 'today' | 'past'; on: CivilDate; days: number };

/** `today` is the day at ship-to. */
export const promiseStanding = (on: CivilDate | null, today: CivilDate): PromiseStanding => {
  if (on === null) return { is: 'none' };
  const days = daysBetween(today, on);
  if (days === 0) return { is: 'today', on, days };
  return days > 0 ? { is: 'ahead', on, days } : { is: 'past', on, days: -days };
};

/** How far a wait has come: so many days of so many. It begins with the first. */
export type Wait = { day: number; days: number };

/** Null without a date still to come: no wait is measured against one that has passed, or is not. */
export const waitOf = (
  promise: PromiseStanding,
  { placedOn, today }: { placedOn: CivilDate; today: CivilDate },
): Wait | null => {
  if (promise.is === 'none' || promise.is === 'past') return null;
  const days = daysBetween(placedOn, promise.on);
  const day = daysBetween(placedOn, today);
  return days > 0 && day >= 0 ? { day: Math.max(1, day), days } : null;
};

/** What became of a date that the customer was told, against the one that stands now. */
export type PromiseMove = 'given' | 'later' | 'earlier' | 'same' | 'taken_away';

export const moveOf = (before: CivilDate | null, now: CivilDate | null): PromiseMove => {
  if (before === now) return 'same';
  if (now === null) return 'taken_away';
  if (before === null) return 'given';
  return now > before ? 'later' : 'earlier';
};

/**
 * The most that the card may still be charged in all, in minor units: what was agreed to, but no more
 * than what is left of the order (`left`: all that was not cancelled) besides what was paid with it.
 */
export const mostCharged = ({
  agreed,
  left,
  paidUpfront,
}: {
  agreed: number | null;
  left: number;
  paidUpfront: number | null;
}): number => {
  const due = Math.max(0, left - (paidUpfront ?? 0));
  return agreed === null ? due : Math.min(agreed, due);
};
