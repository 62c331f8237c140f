import { isolated, withoutControls } from '../../workflows/calendar/isolated.ts';

/** One line, without control characters. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** What somebody wrote freely, as one line that leaves the words around it as they are. */
export const flat = (text: string): string => isolated(oneLine(withoutControls(text)));

/** The same, of at most `length` characters as people count them. Never cuts one in half. */
export const cut = (text: string, length = 60): string => {
  const whole = oneLine(withoutControls(text));
  // No character is shorter than one code unit, so that most texts need no count.
  if (whole.length <= length) return isolated(whole);
  const characters = Array.from(graphemes.segment(whole), ({ segment }) => segment);
  if (characters.length <= length) return isolated(whole);
  const kept = characters.slice(0, length - 1).join('');
  return isolated(`${kept.trimEnd()}…`);
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The address if a browser opens it as a web page, else null. We link to nothing else. */
export const webUrl = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//i.test(url) ? url : null;
