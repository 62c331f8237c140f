import { withoutControls } from '../../workflows/calendar/isolated.ts';

/** Whom a text was written to, under every name and address that it may have. */
export type Person = { names: readonly (string | null)[]; addresses: readonly (string | null)[] };

/**
 * A text without the person: `{name}`, `{address}` and `{link}` stand wherever their name, their mail
 * address or any link stood, in upper or lower case, and over the end of a line. A name is a word of
 * its own, also with a genitive's `s`; in scripts that do not set words apart it is found anywhere.
 */
export const withoutPerson = (text: string, { names, addresses }: Person): string => {
  const found = {
    link: `https?://[^\\s<>"]*[^\\s<>".,;:!?)]`,
    address: anyOf(addresses.flatMap(spellings)),
    name: anyOf(names.flatMap(spellings).map(asWord)),
  };
  const parts = Object.entries(found).filter(([, pattern]) => pattern !== '');
  const pattern = parts.map(([part, each]) => `(?<${part}>${each})`).join('|');
  // In one pass, so that nobody's name is looked for in what stands in its place.
  return text.replace(new RegExp(pattern, 'giu'), (...match) => {
    const groups: Record<string, string | undefined> = match.at(-1);
    return `{${Object.keys(groups).find((part) => groups[part] !== undefined)}}`;
  });
};

/** Longer ones first, because the first that fits is taken. */
const anyOf = (patterns: readonly string[]): string =>
  [...new Set(patterns)].sort((a, b) => b.length - a.length).join('|');

/** A greeting leaves out marks of direction, and the end of a name as long as this. */
const longest = 70;

/** A letter may be one sign or two, and become two in upper case, as the German ß does. */
const spellings = (said: string | null): string[] => {
  const whole = withoutControls(said ?? '').trim();
  const known = [...whole].slice(0, longest).join('').trim();
  if (known === '') return [];
  const rest = known === whole ? '' : '[^\\r\\n]*';
  return [known, known.toUpperCase(), known.toLowerCase()].flatMap((each) =>
    [each, each.normalize('NFC'), each.normalize('NFD')].map((form) => `${escaped(form)}${rest}`),
  );
};

/** A line may end between two words. */
const escaped = (literal: string): string =>
  literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[\s\p{Cc}]+/gu, '[\\s\\p{Cc}]+');

const letter = '[\\p{L}\\p{M}\\p{N}]';

/** With the marks that set a name apart which runs the other way. */
const asWord = (pattern: string): string => {
  const before = /^\\?[\p{Lu}\p{Ll}\p{N}]/u.test(pattern) ? `(?<!${letter})` : '';
  const after = /[\p{Lu}\p{Ll}\p{N}\p{M}]$/u.test(pattern) ? `(?=[’']?s?(?!${letter}))` : '';
  return `\\u2068?${before}${pattern}${after}\\u2069?`;
};
