import { brandOf } from '../../emails/parts/brand.ts';
import type { LinePart, MailProps } from '../../emails/parts/props.ts';
import { createLexicon } from '../../emails/words/lexicon.ts';

/** What every template is given beside its own; whatever else it is given stays as it is. */
export type Given = MailProps & Record<string, unknown>;

/** Variations that every kind of mail has to bear. */
export const variations: Record<string, (given: Given) => Given> = {
  'as it is': (given) => given,
  'long names': (given) => ({
    ...given,
    shop: { ...given.shop, name: `${long} ${given.shop.name} & Daughters of ${long}` },
    customer: { ...given.customer, name: `Adelheid-Wilhelmine ${unbroken}` },
    order: { ...given.order, lines: given.order.lines.map((line) => withLongTitle(line)) },
    ...(isLines(given.lines) && { lines: given.lines.map(withLongTitle) }),
  }),
  'no date': (given) => ({ ...given, promise: null }),
  'many lines': (given) => ({
    ...given,
    order: { ...given.order, lines: many(given.order.lines, 60) },
    ...(isLines(given.lines) && { lines: many(given.lines, 60) }),
  }),
  'no name, no pictures': (given) => ({
    ...given,
    customer: { ...given.customer, name: null },
    order: { ...given.order, lines: given.order.lines.map(withoutPicture) },
  }),
  'a brand': (given) => ({ ...given, shop: lantern }),
};

const long = 'A very long name that somebody gave without thinking of phones';
const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk';

const withLongTitle = <L extends LinePart>(line: L): L => ({
  ...line,
  title: `${line.title}, ${long.toLowerCase()}, ${unbroken}`,
});

const withoutPicture = <L extends LinePart>(line: L): L => ({ ...line, imageUrl: null });

const many = <L extends LinePart>(lines: readonly L[], count: number): L[] =>
  Array.from({ length: count }, (_, index) => {
    const line = lines[index % lines.length] as L;
    return { ...line, title: `${line.title} no. ${index + 1}` };
  });

const isLines = (lines: unknown): lines is LinePart[] => Array.isArray(lines) && lines.length > 0;

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

const lexicon = createLexicon();

/** The same mail to a customer who is spoken to in another language. */
export const inLocale = (given: Given, locale: string): Given => ({
  ...given,
  words: lexicon(locale),
  customer: { ...given.customer, locale },
});
