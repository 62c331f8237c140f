import type { MessageKind } from '../../backorder/message-kind.ts';
import type { Instant } from '../../time.ts';
import { isWithin, type LocalDay } from './window.ts';

/** A relationship mail that the address has had or is being sent. Order time. */
export type Heard = { messageId: string; at: Instant };

/** A mail that an order of the address plans, and that nobody has decided yet. Order time. */
export type Planned = { orderId: string; key: string; kind: MessageKind; at: Instant };

export type Capped = {
  kind: MessageKind;
  heard: readonly Heard[];
  /** Of all orders of the address, this mail left out. */
  planned: readonly Planned[];
  /** One after the other, from a week before now to a fortnight after it. */
  days: readonly LocalDay[];
};

const mostInAWeek = 3;
const weekDays = 7;

/**
 * Whether the mail may go out on that day: as the only one of the day, as one of three in seven
 * days, and without taking the place of a mail that comes before it.
 */
export const mayTake = (day: LocalDay, capped: Capped): boolean => {
  const { days } = capped;
  const index = days.indexOf(day);
  const heard = days.map((each) => countOn(each, capped.heard));
  const before = days.map((each) => Math.min(1, countOn(each, strongerThan(capped))));
  if ((heard[index] ?? 0) > 0 || (before[index] ?? 0) > 0) return false;
  // The places of stronger mails count, so that none of them is capped because of this one.
  const taken = days.map((_, each) => Math.max(heard[each] ?? 0, before[each] ?? 0));
  const sumUpTo = (last: number): number =>
    taken.slice(Math.max(0, last - weekDays + 1), last + 1).reduce((sum, count) => sum + count, 0);
  return days
    .slice(index, index + weekDays)
    .every((_, ahead) => isFree(index + ahead, { index, taken, sumUpTo }));
};

/** Of the days to come, those count on which a mail goes out, or went out of an order ahead of us. */
const isFree = (
  last: number,
  {
    index,
    taken,
    sumUpTo,
  }: { index: number; taken: readonly number[]; sumUpTo: (last: number) => number },
): boolean => (last !== index && (taken[last] ?? 0) === 0) || sumUpTo(last) + 1 <= mostInAWeek;

/** The next time at which the mail may go out after a day that it may not take. */
export const nextFreeTime = (
  at: Instant,
  { lookAheadDays, ...capped }: Capped & { lookAheadDays: number },
): Instant | undefined => {
  const ahead = capped.days.filter(({ startsAt, dueAt }) => startsAt > at && dueAt > at);
  const looked = ahead.slice(0, lookAheadDays);
  return (looked.find((day) => mayTake(day, capped)) ?? looked.at(-1))?.dueAt;
};

/** A countdown comes before an excitement, and that before a check-in. */
const ranks: readonly MessageKind[] = ['countdown', 'excitement', 'check-in'];

const strongerThan = ({ kind, planned }: Capped): Planned[] =>
  planned.filter((other) => ranks.indexOf(other.kind) < ranks.indexOf(kind));

const countOn = (day: LocalDay, mails: readonly { at: Instant }[]): number =>
  mails.filter(({ at }) => isWithin(day, at)).length;
