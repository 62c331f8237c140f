import { minorDigits } from '../domain/currency.ts';
import type { Money } from '../domain/money.ts';
import type { CivilDate, Instant } from '../domain/time.ts';

/** An amount as the customer's locale writes it. Throws on a code that no currency can have. */
export const money = ({ amount, currency }: Money, locale: string): string =>
  moneyFormat(locale, currency).format(amount / 10 ** minorDigits(currency));

/** A civil date with its weekday, in English as the customer's region writes it. */
export const day = (on: CivilDate, locale: string): string => dayIn(on, languageOf(locale));

/** A civil date with its weekday, as that language writes it. */
export const dayIn = (on: CivilDate, lang: string): string =>
  ordinal(dayFormat(lang).format(Date.parse(`${on}T00:00:00Z`)), lang);

/** French has an ordinal for the first of a month alone, which `Intl` does not write. */
const ordinal = (day: string, lang: string): string =>
  lang.startsWith('fr') ? day.replace(/(?<!\d)1(?!\d)/, '1er') : day;

/** A civil date in a few letters: the day and its month. */
export const shortDayIn = (on: CivilDate, lang: string): string =>
  ordinal(shortDayFormat(lang).format(Date.parse(`${on}T00:00:00Z`)), lang);

/** The month of a civil date: all that a card shows of its end. */
export const monthIn = (on: CivilDate, lang: string): string =>
  monthFormat(lang).format(Date.parse(`${on}T00:00:00Z`));

/** The day and the time of day that clocks in the zone show at that instant. */
export const timeIn = (at: Instant, timeZone: string, lang: string): string =>
  ordinal(timeFormat(lang, timeZone).format(Date.parse(at)), lang);

/** `one, two, and three`, as that language lists them. */
export const listIn = (texts: readonly string[], lang: string): string =>
  listFormat(lang).format(texts);

/** The language tag of our texts for a locale: they are English, so `de-DE` gives `en-DE`. */
export const languageOf = (locale: string): string => {
  const { region } = new Intl.Locale(knownLocale(locale));
  return region ? `en-${region}` : 'en';
};

/** The locale if it is one that `Intl` knows, else `en-US`. */
const knownLocale = (locale: string): string => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
};

/** A format costs more to create than a mail to render. Bounded: locales come from outside. */
const keep = <T>(create: (locale: string, other: string) => T) => {
  const kept = new Map<string, T>();
  return (locale: string, other = ''): T => {
    const key = `${locale} ${other}`;
    const format = kept.get(key) ?? create(locale, other);
    if (kept.size >= 500) kept.clear();
    kept.set(key, format);
    return format;
  };
};

const moneyFormat = keep((locale, currency) => {
  const digits = minorDigits(currency);
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const style = { style: 'currency', currency, numberingSystem: 'latn' } as const;
  return new Intl.NumberFormat(knownLocale(locale), { ...style, ...fraction });
});

const dayFormat = keep((lang) => {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(lang, { ...parts, timeZone: 'UTC', ...latin });
});

const shortDayFormat = keep((lang) => {
  const parts = { day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(lang, { ...parts, timeZone: 'UTC', ...latin });
});

const monthFormat = keep((lang) => {
  const parts = { month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(lang, { ...parts, timeZone: 'UTC', ...latin });
});

const timeFormat = keep(
  (lang, timeZone) =>
    new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short', timeZone, ...latin }),
);

const listFormat = keep((lang) => new Intl.ListFormat(lang, { type: 'conjunction' }));

/** The digits that an order id and a tracking number have too. */
const latin = { numberingSystem: 'latn', calendar: 'gregory' } as const;
