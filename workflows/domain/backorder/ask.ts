import { addMs, dayMs, type Instant } from '../time.ts';
import type { OwedOf } from './mail.ts';

/** Card and consent that the customer has yet to give on their page. Absent once both are here. */
export type Ask = {
  /** When we began to ask. */
  from: Instant;
  /** When the order is cancelled if one of them is missing still. */
  endsAt: Instant;
  /** The customer has accepted the mandate, and only the card is missing. */
  isAgreed: boolean;
};

/** How many days after the first mail we remind, and how many before the end. */
const reminderDays = 2;

/** Days that lie between the first reminder and the last, or there is no last one. */
const betweenDays = 2;

export const askFrom = ({ from, days }: { from: Instant; days: number }): Ask => ({
  from,
  endsAt: addMs(from, days * dayMs),
  isAgreed: false,
});

/**
 * The mails that ask for card and consent: one at once, a reminder two days later, and the last one
 * two days before the end. Reminders that would come at the end or crowd each other are left out.
 */
export const wantedMails = (
  { from, endsAt }: Ask,
  { days }: { days: number },
): OwedOf<'card-wanted'>[] => {
  const lastDay = days - reminderDays;
  const reminders = [
    ...(days > reminderDays ? [reminderDays] : []),
    ...(lastDay - reminderDays >= betweenDays ? [lastDay] : []),
  ];
  return [0, ...reminders].map((after) => ({
    key: `card-wanted:${after}`,
    kind: 'card-wanted',
    dueAt: addMs(from, after * dayMs),
    about: { endsAt, isReminder: after > 0 },
    isBegun: false,
  }));
};
