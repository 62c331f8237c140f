import { money } from '../../../workflows/calendar/format.ts';
import type { Money } from '../../../workflows/domain/money.ts';
import type { CivilDate, Instant } from '../../../workflows/domain/time.ts';

/** An instant as clocks in the zone show it; what it is in UTC stands beside it on hover. */
export const When = ({ at, zone }: { at: Instant; zone: string }) => (
  <time dateTime={at} title={`${at} · shown in ${zone}`}>
    {timeIn(zone).format(Date.parse(at))}
  </time>
);

/** A day, such as `15 Jan 2027`; without one, what is said instead. */
export const Day = ({ on, none = 'no date' }: { on: CivilDate | null; none?: string }) =>
  on === null ? (
    <span className="muted">{none}</span>
  ) : (
    <time dateTime={on}>{days.format(Date.parse(`${on}T00:00:00Z`))}</time>
  );

/** A sum as the operator's language writes it. */
export const Sum = ({ money: sum }: { money: Money }) => <>{money(sum, 'en-US')}</>;

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
