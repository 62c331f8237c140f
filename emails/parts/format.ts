import { languageOf } from '../../workflows/calendar/format.ts';
import { isolated, withoutControls } from '../../workflows/calendar/isolated.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { LinePart } from './props.ts';

/** `1 day`, `7 days`. */
export const count = (quantity: number, noun: string): string =>
  `${quantity} ${noun}${quantity === 1 ? '' : 's'}`;

/** `January 2027`: all that a card shows of its end. */
export const month = (on: CivilDate, locale: string): string =>
  new Intl.DateTimeFormat(languageOf(locale), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${on}T00:00:00Z`));

/** The lines in a few words, for a subject: `Brass lamp and 2 more`. */
export const itemsOf = (lines: readonly LinePart[]): string => {
  const [first, ...others] = lines;
  if (!first) return 'your order';
  return others.length === 0 ? cut(first.title) : `${cut(first.title)} and ${others.length} more`;
};

/** One line, without control characters. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** What somebody wrote freely, as one line that leaves the words around it as they are. */
export const flat = (text: string): string => isolated(oneLine(withoutControls(text)));

/** The same, of at most `length` characters. Never cuts a character in half. */
export const cut = (text: string, length = 60): string => {
  const characters = [...oneLine(withoutControls(text))];
  if (characters.length <= length) return isolated(characters.join(''));
  const kept = characters.slice(0, length - 1).join('');
  return isolated(`${kept.trimEnd()}…`);
};

/** The address if a browser opens it as a web page, else null. We link to nothing else. */
export const webUrl = (url: string | null): string | null =>
  url && /^https?:\/\//i.test(url) ? url : null;
