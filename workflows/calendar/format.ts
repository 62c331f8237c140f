import { minorDigits } from '../domain/currency.ts';
import type { Money } from '../domain/money.ts';
import type { CivilDate } from '../domain/time.ts';

/** An amount as the customer's locale writes it. Throws on a code that no currency can have. */
export const money = ({ amount, currency }: Money, locale: string): string =>
  moneyFormat(locale, currency).format(amount / 10 ** minorDigits(currency));

/** A civil date with its weekday, in English as the customer's region writes it. */
export const day = (on: CivilDate, locale: string): string =>
  dayFormat(locale).format(Date.parse(`${on}T00:00:00Z`));

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
const keep = <T>(create: (locale: string, currency: string) => T) => {
  const kept = new Map<string, T>();
  return (locale: string, currency = ''): T => {
    const key = `${locale} ${currency}`;
    const format = kept.get(key) ?? create(locale, currency);
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

const dayFormat = keep((locale) => {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(languageOf(locale), { ...parts, timeZone: 'UTC' });
});
