import { brandOf } from '../../emails/parts/brand.ts';
import { createLexicon } from '../../emails/words/lexicon.ts';

/** What a template is shown with. Beside what all of them are given, each has its own. */
export type Given = Record<string, unknown>;

/** Variations that every kind of mail has to bear, whatever else it is given. */
export const variations: Record<string, (given: Given) => Given> = {
  'as it is': (given) => given,
  'long names': (given) => ({
    ...walk(given, { line: withLongTitle, lines: (lines) => lines }),
    shop: { ...fieldsOf(given.shop), name: `${long}, and daughters` },
    customer: { ...fieldsOf(given.customer), name: `Adelheid-Wilhelmine ${unbroken}` },
  }),
  'no date': (given) => ({
    ...given,
    // What stands of a promise is told apart by `is`, where it is not just a date or none.
    promise: 'is' in fieldsOf(given.promise) ? { is: 'none' } : null,
    ...('wait' in given && { wait: null }),
  }),
  'many lines': (given) => walk(given, { line: (line) => line, lines: sixty }),
  'no name, no pictures': (given) => ({
    ...walk(given, {
      line: (line) => ({ ...line, imageUrl: null }),
      lines: (lines) => lines,
    }),
    customer: { ...fieldsOf(given.customer), name: null },
  }),
  'a brand': (given) => ({ ...given, shop: lantern }),
};

const lexicon = createLexicon();

/** The same mail to a customer who is spoken to in another language. */
export const inLocale = (given: Given, locale: string): Given => ({
  ...given,
  words: lexicon(locale),
  customer: { ...fieldsOf(given.customer), locale },
});

type Line = Record<string, unknown>;

type Change = { line: (line: Line) => Line; lines: (lines: Line[]) => Line[] };

/** The same props with every line in them changed, wherever a template has its lines. */
const walk = (given: Given, change: Change): Given =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, changed(name, value, change)]),
  );

const changed = (name: string, value: unknown, change: Change): unknown => {
  if (whole.includes(name) || typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return walk(value as Given, change);
  return value.length > 0 && value.every(isLine)
    ? change.lines(value.map((line) => change.line(line)))
    : value;
};

/** These hold no lines. */
const whole = ['words', 'shop', 'customer'];

const isLine = (value: unknown): value is Line => 'sku' in fieldsOf(value);

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const long = 'A very long name that somebody gave without thinking of phones';
const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk';

const withLongTitle = (line: Line): Line => ({
  ...line,
  title: `${line.title}, ${long.toLowerCase()}, ${unbroken}`,
});

const sixty = (lines: Line[]): Line[] =>
  Array.from({ length: 60 }, (_, index) => {
    const line = lines[index % lines.length];
    return { ...line, title: `${line?.title} no. ${index + 1}` };
  });

/** The demo shop's, with a logo, a colour and round corners. */
const lantern = brandOf({
  name: 'Lantern & Co',
  url: 'https://shop.example.org',
  logo: {
    url: 'https://shop.example.org/images/logo.png',
    darkUrl: 'https://shop.example.org/images/logo-dark.png',
    ...{ width: 200, height: 44, alt: 'Lantern & Co' },
  },
  colour: { light: '#7a5a12', dark: '#e3bd63' },
  radius: 10,
  postalAddress: '12 Mill Lane, Hudson, NY 12534, USA',
  supportEmail: 'hello@shop.example.org',
  social: [{ name: 'Mastodon', url: 'https://social.example/@lantern' }],
});
