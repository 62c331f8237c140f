import type { ReactNode } from 'react';
import { money } from '../../../workflows/calendar/format.ts';
import { civilDateIn, startOfDay } from '../../../workflows/calendar/zone.ts';
import type { Money } from '../../../workflows/domain/money.ts';
import { addMs, type CivilDate, type Instant } from '../../../workflows/domain/time.ts';

/** An instant as clocks in the zone show it; what it is in UTC stands beside it on hover. */
export const When = ({ at, zone }: { at: Instant; zone: string }) => (
  <time dateTime={at} title={`${at} · shown in ${zone}`}>
    {timeIn(zone).format(Date.parse(at))}
  </time>
);

/**
 * An instant by which something must be done. One at which a day begins is said as the end of the
 * day before: that is the day on which it can still be done.
 */
export const Until = ({ at, zone }: { at: Instant; zone: string }) =>
  startOfDay(civilDateIn(at, zone), zone) === at ? (
    <EndOf on={civilDateIn(addMs(at, -1), zone)} {...{ at, zone }} />
  ) : (
    <When at={at} zone={zone} />
  );

/** The end of a day, in a zone or at ship-to; the instant that it is stands beside it on hover. */
export const EndOf = ({ on, at, zone }: { on: CivilDate; at: Instant; zone?: string }) => (
  <time dateTime={at} title={`${at} · shown ${zone === undefined ? 'at ship-to' : `in ${zone}`}`}>
    end of {dayOf(on)}
  </time>
);

/** A day, such as `15 Jan 2027`; without one, what is said instead. */
export const Day = ({ on, none = 'no date' }: { on: CivilDate | null; none?: string }) =>
  on === null ? <span className="muted">{none}</span> : <time dateTime={on}>{dayOf(on)}</time>;

/** A sum as the operator's language writes it. */
export const Sum = ({ money: sum }: { money: Money }) => <>{money(sum, 'en-US')}</>;

const dayOf = (on: CivilDate): string => days.format(Date.parse(`${on}T00:00:00Z`));

const days = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

const known = new Map<string, Intl.DateTimeFormat>();

const timeIn = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    known.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  known.set(timeZone, format);
  return format;
};

/** The same words, with the moments in them as clocks of the zone show them. */
export const readable = (words: string, zone: string): ReactNode =>
  words.split(/(\d{4}-\d\d-\d\dT[\d:.]+Z)/).map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a moment may stand there twice.
      <When key={place} at={part} zone={zone} />
    ) : (
      part
    ),
  );
