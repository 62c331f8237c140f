import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { pseudo } from './pseudo.ts';

/** Every text of one language in ICU MessageFormat, by its section and key. */
export type Catalogue = {
  readonly [S in keyof typeof en]: { readonly [K in keyof (typeof en)[S]]: string };
};

/** Some texts of a language in a shop's own words. */
export type Overrides = {
  [S in keyof Catalogue]?: { [K in keyof Catalogue[S]]?: string };
};

/**
 * By language, or by language and region where that differs. The last two are for the eye and for
 * tests: what is not from the catalogue stays plain in `en-XA`, and `ar-XB` runs from right to left.
 */
export const catalogues: Readonly<Record<string, Catalogue>> = {
  en,
  de,
  es,
  fr,
  'en-XA': pseudo(en, 'accents'),
  'ar-XB': pseudo(en, 'right-to-left'),
};

/** The catalogue's name for a locale: by itself, by its language; undefined when we speak neither. */
export const findLanguage = (locale: string): string | undefined =>
  [locale, locale.split('-')[0] ?? ''].find((name) => Object.hasOwn(catalogues, name));

/** The same, and English for the rest. */
export const languageFor = (locale: string): string => findLanguage(locale) ?? 'en';
