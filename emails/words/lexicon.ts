import {
  dayIn,
  listIn,
  money,
  monthIn,
  shortDayIn,
  timeIn,
} from '../../workflows/calendar/format.ts';
import type { Money } from '../../workflows/domain/money.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import { type Catalogue, catalogues, languageFor, type Overrides } from './catalogue.ts';
import type { en } from './en/index.ts';
import { type Phrase, phraseOf } from './phrase.ts';

/** Every text, as a function that wants just the placeholders it has. */
export type Say = {
  readonly [S in keyof typeof en]: {
    readonly [K in keyof (typeof en)[S]]: (typeof en)[S][K] extends string
      ? Phrase<(typeof en)[S][K]>
      : never;
  };
};

/** What is said to one customer, in their language and as their region writes it. */
export type Words = {
  say: Say;
  /** The language tag of what is said, and the direction it runs in. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** `Friday, January 15, 2027`. */
  day(on: CivilDate): string;
  /** `Jan 15`: where there is little room. */
  shortDay(on: CivilDate): string;
  /** `January 2027`. */
  month(on: CivilDate): string;
  /** The day and the time of day there. */
  time(at: Instant, timeZone: string): string;
  money(money: Money): string;
  /** `one, two, and three`. */
  list(texts: readonly string[]): string;
};

export type Lexicon = (locale: string) => Words;

/** The words for each locale. `overrides`: a shop's own, by locale or by language. */
export const createLexicon = (overrides: Readonly<Record<string, Overrides>> = {}): Lexicon => {
  const known = new Map<string, Words>();
  return (locale) => {
    const words = known.get(locale) ?? wordsIn(locale, overrides);
    // Locales come from outside, so what is kept of them has an end.
    if (known.size >= 200) known.clear();
    known.set(locale, words);
    return words;
  };
};

const wordsIn = (locale: string, overrides: Readonly<Record<string, Overrides>>): Words => {
  const language = languageFor(locale);
  const lang = tagOf(language, locale);
  return {
    say: sayings(lang, [catalogues[language], overrides[language], overrides[locale]]),
    lang,
    dir: rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr',
    day: (on) => dayIn(on, lang),
    shortDay: (on) => shortDayIn(on, lang),
    month: (on) => monthIn(on, lang),
    time: (at, timeZone) => timeIn(at, timeZone, lang),
    money: (sum) => money(sum, locale),
    list: (texts) => listIn(texts, lang),
  };
};

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** Our language as the customer's region writes it: `de-AT`, and `en-JP` for what we lack. */
const tagOf = (language: string, locale: string): string => {
  if (language.includes('-')) return language;
  const [region] = /(?<=-)[A-Z]{2}$/.exec(locale) ?? [];
  return region ? `${language}-${region}` : language;
};

type Layers = readonly (Catalogue | Overrides | undefined)[];

/** The last layer that has a text says it. */
const sayings = (lang: string, layers: Layers): Say => {
  const sections = Object.entries(layers[0] ?? {}).map(([section, texts]) => {
    const own = layers.map((layer) => layer?.[section as keyof Catalogue] ?? {});
    const merged: Record<string, string> = Object.assign({}, texts, ...own);
    const phrases = Object.entries(merged).map(([key, text]) => [key, phraseOf(text, lang)]);
    return [section, Object.fromEntries(phrases)];
  });
  return Object.fromEntries(sections) as Say;
};
