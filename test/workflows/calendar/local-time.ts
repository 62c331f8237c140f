import type { Instant } from '../../../workflows/domain/time.ts';

/** What clocks in the zone show, `YYYY-MM-DDTHH:MM:SS`: asked of Intl, not of the code under test. */
export const localTime = (at: Instant, timeZone: string): string => {
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('sv-SE', { ...fields, timeZone });
  if (!known) formats.set(timeZone, format);
  return format.format(new Date(at)).replace(' ', 'T');
};

const formats = new Map<string, Intl.DateTimeFormat>();

const fields: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
};
