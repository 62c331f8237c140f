import type { Instant } from '../../time.ts';

/** One day of a customer in their own zone, as instants. */
export type LocalDay = {
  startsAt: Instant;
  endsAt: Instant;
  /** Mail that can wait goes out from `opensAt` (08:00) until `closesAt` (20:00). */
  opensAt: Instant;
  closesAt: Instant;
  /** When mail held overnight goes on, and when relationship mail is due, spread by address. */
  resumesAt: Instant;
  dueAt: Instant;
};

/** Whether that instant lies in the day. */
export const isWithin = ({ startsAt, endsAt }: LocalDay, at: Instant): boolean =>
  startsAt <= at && at < endsAt;

/** The day of these in which that instant lies, if any does. */
export const findDay = (days: readonly LocalDay[], at: Instant): LocalDay | undefined =>
  days.find((day) => isWithin(day, at));

/** Whether mail that can wait may go out now. */
export const isOpen = (days: readonly LocalDay[], at: Instant): boolean =>
  days.some(({ opensAt, closesAt }) => opensAt <= at && at < closesAt);

/** The next 08:00 after that instant; undefined when none of the days has one. */
export const nextOpening = (days: readonly LocalDay[], at: Instant): Instant | undefined =>
  days.find(({ opensAt, closesAt }) => opensAt > at && opensAt < closesAt)?.opensAt;

/** The same for mail of thousands that waited for it. */
export const nextResumption = (days: readonly LocalDay[], at: Instant): Instant | undefined =>
  days.find(({ opensAt, closesAt }) => opensAt > at && opensAt < closesAt)?.resumesAt;
